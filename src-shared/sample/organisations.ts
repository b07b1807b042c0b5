import type { Day } from '../rules/day';
import type { MakeId } from './ids';
import { bases, commune, district, formerCommunes, merger, province, term, unitCells } from './places';
import type { Random } from './random';
import type { SampleRecord } from './sample-record';

export interface SampleOrganisation {
  readonly id: string;
  readonly name: string;
  readonly values: Record<string, unknown>;
}

/** A living cell, in which members are. */
export interface SampleCell extends SampleOrganisation {
  /** What petitions call it, e.g. 'ấp 4'. */
  readonly place: string;
}

export interface SampleTree {
  /** All nodes, higher ones and predecessors first. */
  readonly nodes: readonly SampleOrganisation[];
  readonly committee: SampleOrganisation;
  readonly inspection: SampleOrganisation;
  readonly former: readonly SampleOrganisation[];
  readonly cells: readonly SampleCell[];
}

/** The tree of the commune, with the units that it was merged from; about 60 nodes at size 1, at most 190 hamlets. */
export function planOrganisations(random: Random, makeId: MakeId, size: number): SampleTree {
  const nodes: SampleOrganisation[] = [];
  const node = (name: string, kind: string, from: Day, more: Record<string, unknown>): SampleOrganisation => {
    const made = { id: makeId(from), name, values: { name, kind, validFrom: from, state: 'HOAT_DONG', ...more } };
    nodes.push(made);
    return made;
  };
  const ended = { validTo: merger.lastDay, term: '2020–2025' };
  const from = (old: SampleOrganisation) => ({
    id: makeId(merger.firstDay),
    kind: 'TIEN_THAN',
    organisation: old.id,
    date: merger.firstDay,
    document: merger.document,
  });

  const provincial = node(`Tỉnh ủy ${province}`, 'TINH_UY', '1976-03-24', { shortName: 'TU', term });
  const districtCommittee = node(`Huyện ủy ${district}`, 'HUYEN_UY', '1979-01-15', {
    ...ended,
    state: 'KET_THUC',
    shortName: 'HU',
    parent: provincial.id,
  });
  node(`Ủy ban Kiểm tra Huyện ủy ${district}`, 'UY_BAN_KIEM_TRA', '1979-01-15', {
    ...ended,
    state: 'KET_THUC',
    shortName: 'UBKTHU',
    parent: districtCommittee.id,
  });
  const formerCells: SampleOrganisation[] = [];
  const former = formerCommunes.map(({ name, prefix, since, hamlets }) => {
    const label = name === commune ? `Đảng ủy xã ${name} (cũ)` : `Đảng ủy xã ${name}`;
    const old = node(label, 'DANG_UY_XA', since, {
      ...ended,
      state: 'SAP_NHAP',
      shortName: 'ĐU',
      code: prefix,
      parent: districtCommittee.id,
    });
    for (const hamlet of hamlets) {
      formerCells.push(
        node(`Chi bộ ấp ${hamlet}`, 'CHI_BO_TRUC_THUOC', since, {
          ...ended,
          state: 'SAP_NHAP',
          form: 'AP',
          shortName: 'CB',
          parent: old.id,
        }),
      );
    }
    return old;
  });

  const current = { validFrom: merger.firstDay, term };
  const committee = node(`Đảng ủy xã ${commune}`, 'DANG_UY_XA', merger.firstDay, {
    ...current,
    code: 'TTH',
    shortName: 'ĐU',
    parent: provincial.id,
    lineage: former.map(from),
  });
  const inspection = node(`Ủy ban Kiểm tra Đảng ủy xã ${commune}`, 'UY_BAN_KIEM_TRA', merger.firstDay, {
    ...current,
    shortName: 'UBKTĐU',
    parent: committee.id,
  });

  const cells: SampleCell[] = [];
  const cell = (
    name: string,
    place: string,
    kind: string,
    form: string,
    parent: string,
    lineage: readonly SampleOrganisation[] = [],
  ): void => {
    const order = cells.length + 1;
    const made = node(name, kind, merger.firstDay, {
      form,
      parent,
      shortName: 'CB',
      code: `TTH${String(order).padStart(3, '0')}`,
      term: random.chance(0.7) ? '2025–2027' : '2025–2030',
      ...(lineage.length > 0 ? { lineage: lineage.map(from) } : {}),
    });
    cells.push({ ...made, place });
  };
  const hamlets = Math.round(Math.min(190, 24 * Math.max(1, size)));
  for (let n = 1; n <= hamlets; n++) {
    cell(
      `Chi bộ ấp ${n}`,
      `ấp ${n}`,
      'CHI_BO_CO_SO',
      'AP',
      committee.id,
      formerCells.filter((_, i) => Math.floor(i / 2) + 1 === n),
    );
  }
  for (const { name, form, cells: own } of bases) {
    const base = node(name, 'DANG_BO_CO_SO', merger.firstDay, { ...current, form, shortName: 'ĐU', parent: committee.id });
    for (const child of own) cell(child, child.replace('Chi bộ ', ''), 'CHI_BO_TRUC_THUOC', form, base.id);
  }
  for (const [name, place, form] of unitCells) cell(name, place, 'CHI_BO_CO_SO', form, committee.id);
  return { nodes, committee, inspection, former, cells };
}

export const organisationRecord = ({ id, values }: SampleOrganisation): SampleRecord => ({ type: 'organisation', id, values });
