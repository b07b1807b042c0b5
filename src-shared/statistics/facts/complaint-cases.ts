import { type Fact, within } from '../fact';
import { type CaseValues, inspectedFacts } from './inspected';
import type { FactWorld, Stored } from './world';

const bodies: Readonly<Record<string, string>> = {
  UBKT_XA: 'UBKT_XA',
  UBKT_HUYEN: 'UBKT_HUYEN',
  UBKT_TINH: 'UBKT_TINH',
  UBKT_TW: 'UBKT_TW',
  XA: 'BTV_XA',
  HUYEN: 'BTV_HUYEN',
  TINH: 'BTV_TINH',
  CO_SO: 'DUCS',
  TW: 'TW',
};
const changes = ['TANG', 'GIAM', 'XOA'];

/** Complaints of which only a case is known: its decision is not in the book, or names no complaint. */
export function complaintFactsOfCases(cases: readonly Stored<CaseValues>[], world: FactWorld): Fact[] {
  const own = cases.filter(
    ({ record, values }) => values.type === 'GQ_KN' && !world.complaintCases.has(record.id) && within(values.openedOn, wide(world)),
  );
  const bodyOf = new Map(own.map(({ record, values }) => [record, values.inspectingBody]));
  return inspectedFacts(own, world).map((fact) => {
    const result = fact.codes['result'] ?? [];
    const body = bodyOf.get(fact.record) === 'DU' && fact.codes['level']?.[0] === 'XA' ? 'DU_XA' : undefined;
    return {
      ...fact,
      codes: {
        ...fact.codes,
        level: (fact.codes['level'] ?? []).flatMap((level) => body ?? bodies[level] ?? []),
        ground: [],
        result: [...result, ...(changes.some((code) => result.includes(code)) ? ['THAY_DOI'] : [])],
        cause: [],
      },
    };
  });
}

const wide = ({ span }: FactWorld) => ({ from: '0000', to: span.to });
