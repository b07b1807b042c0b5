import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksOf } from '#shared/statistics/checks';
import { evaluateForm, factsOfCell } from '#shared/statistics/evaluate';
import { inspectedFacts, type CaseValues } from '#shared/statistics/facts/inspected';
import type { FactWorld, Stored } from '#shared/statistics/facts/world';
import { leavesOf } from '#shared/statistics/form';
import { statForms } from '#shared/statistics/packs/index';
import { differencesOf, keepFigures, readKept } from '#shared/statistics/snapshot';
import { type RawUnit, unitsOf } from '#shared/statistics/units';

const codes = (...all: string[]) => fc.uniqueArray(fc.constantFrom(...all), { maxLength: 3 });
const day = fc.integer({ min: 0, max: 364 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Committees of all sizes: none, one or many cases, with and without what the forms count by. */
const cases: fc.Arbitrary<Stored<CaseValues>[]> = fc
  .array(
    fc.record({
      type: fc.constantFrom('KT_DHVP_DV', 'KT_DHVP_TC', 'KT_CH', 'GS_CD', 'GQ_TC', 'KT_TCD', 'KT_NV_KTGS'),
      state: fc.constantFrom('THAM_TRA_XAC_MINH', 'LUU_HO_SO', 'KET_LUAN'),
      inspectingBody: maybe(fc.constantFrom('UBKT', 'BTV', 'CHI_BO', 'DU_CO_SO', 'TINH')),
      openedOn: day,
      closedOn: maybe(day),
      outcome: codes('THUC_HIEN_TOT', 'CHUA_TOT', 'CO_VI_PHAM', 'PHAI_THKL', 'DA_THKL', 'CO_DHVP', 'CHUYEN_KT_DHVP', 'KHONG_VI_PHAM'),
      whom: fc.array(fc.constantFrom('m1', 'm2', 'm3', 'o1', 'o2'), { maxLength: 3 }),
      fields: codes('DV01', 'DV08', 'DV09', 'TC01', 'TC05'),
      found: maybe(fc.constantFrom('SAI', 'KHONG_CAN_CU', 'DUNG_KHUYET_DIEM', 'DUNG_VI_PHAM')),
      amount: fc.integer({ min: 0, max: 90_000_000 }),
    }),
    { maxLength: 25 },
  )
  .map((list) =>
    list.map(({ whom, fields, found, amount, ...values }, index) => ({
      id: `case${index}`,
      values: {
        ...values,
        subjects: whom.map((who, n) => ({ id: `s${n}`, ...(who.startsWith('m') ? { member: who } : { organisation: who }) })),
        items: fields.map((field, n) => ({
          id: `i${n}`,
          ...(field.startsWith('D') ? { fieldMember: field } : { fieldOrganisation: field }),
          conclusion: found ?? null,
        })),
        finance: amount > 40_000_000 ? [{ id: 'f', sphere: amount % 2 ? 'CAP_UY' : 'DANG_PHI', breach: 'CHI_SAI', amount }] : [],
      } as CaseValues,
    })),
  );

const units = unitsOf([
  { id: 'top', name: 'Đảng ủy', kind: 'DANG_UY_XA', state: 'HOAT_DONG' },
  { id: 'o1', name: 'Một', kind: 'CHI_BO_CO_SO', state: 'HOAT_DONG', parent: 'top' },
  { id: 'o2', name: 'Hai', kind: 'DANG_BO_CO_SO', state: 'HOAT_DONG', parent: 'top' },
]);
const world = (to: string): FactWorld => ({
  span: { from: '2026-01-01', to },
  units,
  complaintCases: new Set(),
  concludedOn: () => undefined,
  decisionsOf: (id) => (id.endsWith('3') ? [{ subject: 'm1', signedOn: '2026-05-05' }] : []),
  member: (id) => ({ fullName: id, cell: 'o1', committeeMemberOf: id === 'm1' ? ['XA'] : id === 'm2' ? ['CHI_UY'] : [] }),
});
const inspected = statForms.filter(({ source, rowsBy }) => source === 'inspected' && !rowsBy);
const count = (form: (typeof inspected)[number], list: readonly Stored<CaseValues>[], to: string) =>
  evaluateForm(form, (source) => (source === 'inspected' ? inspectedFacts(list, world(to)) : []));

test('every cell opens as many as it shows, and the rows of classes add up to the row of all', () => {
  fc.assert(
    fc.property(cases, (list) => {
      for (const form of inspected) {
        const result = count(form, list, '2026-12-31');
        for (const [r, row] of result.rows.entries())
          for (const [c, column] of leavesOf(form.columns).entries())
            if ((column.measure ?? row.measure) === undefined)
              expect(factsOfCell(result, r, c)).toHaveLength(Number(result.figures[r]?.[c]));
        if (form.rowPartition) {
          const of = (key: string) => Number(result.figures[result.rows.findIndex((row) => row.key === key)]?.[0]);
          expect(form.rowPartition.reduce((sum, key) => sum + of(key), 0)).toBe(of('total'));
        }
      }
    }),
    { numRuns: 10 },
  );
});

test('a longer period with the same beginning never has less in any cell', () => {
  fc.assert(
    fc.property(cases, day, day, (list, a, b) => {
      const [early, late] = a < b ? [a, b] : [b, a];
      for (const form of inspected) {
        const [first, second] = [count(form, list, early), count(form, list, late)];
        for (const [r, line] of first.figures.entries())
          for (const [c, figure] of line.entries()) {
            // What counts those without a result shrinks as results come; no column of an official form does.
            if (first.rows[r]?.where?.some((one) => 'none' in one)) continue;
            expect(Number(second.figures[r]?.[c]), `${form.id} ${r} ${c}`).toBeGreaterThanOrEqual(Number(figure));
          }
      }
    }),
    { numRuns: 10 },
  );
});

test('a check that says a total does not add up names exactly what makes the difference', () => {
  const unexplained = (list: readonly Stored<CaseValues>[]) =>
    inspected.flatMap((form) =>
      checksOf(count(form, list, '2026-12-31')).filter(({ state, kind, parts, whole, missing, several }) => {
        const adds = parts.reduce((a, b) => a + b, 0) === whole;
        const named = missing.length + several.length > 0;
        return (kind === 'partition' && !named && (state === 'ok') !== adds) || (state === 'gap' && missing.length === 0);
      }),
    );
  fc.assert(
    fc.property(cases, (list) => {
      expect(unexplained(list)).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

test('the order of the records changes no figure, and what was kept of them differs in nothing', () => {
  fc.assert(
    fc.property(cases, (list) => {
      for (const form of inspected.slice(0, 4)) {
        const result = count(form, list, '2026-12-31');
        expect(count(form, list.toReversed(), '2026-12-31').figures).toEqual(result.figures);
        const kept = readKept(JSON.stringify(keepFigures(result)));
        expect(kept && differencesOf(kept, result)).toEqual([]);
        const fewer = count(form, list.slice(1), '2026-12-31');
        const changed = kept ? differencesOf(kept, fewer) : [];
        for (const { sent, now, gone, added } of changed)
          if (typeof sent === 'number' && sent < 1000) expect(Number(sent) - Number(now)).toBe(gone.length - added.length);
      }
    }),
    { numRuns: 10 },
  );
});

test('units: a merger moves no figure of what stands above, and a split is not counted twice', () => {
  const before: RawUnit[] = [
    { id: 'top', name: 'T', kind: 'DANG_UY_XA', state: 'HOAT_DONG' },
    { id: 'a', name: 'A', kind: 'CHI_BO_CO_SO', state: 'HOAT_DONG', parent: 'top' },
    { id: 'b', name: 'B', kind: 'CHI_BO_CO_SO', state: 'HOAT_DONG', parent: 'top' },
  ];
  const after = unitsOf([
    ...before,
    {
      id: 'ab',
      name: 'AB',
      kind: 'CHI_BO_CO_SO',
      state: 'HOAT_DONG',
      parent: 'top',
      validFrom: '2026-07-01',
      lineage: [
        { kind: 'TIEN_THAN', organisation: 'a' },
        { kind: 'TIEN_THAN', organisation: 'b' },
      ],
    },
  ]);
  for (const id of unitsOf(before).covered('top')) expect(after.covered('top').has(id)).toBe(true);
  expect([...after.covered('ab')].sort()).toEqual(['a', 'ab', 'b']);
  expect([...after.covered('a')]).toEqual(['a']);
  // A member who is in the merged cell now: of which of the two, nobody can tell; of a renamed one it is clear.
  expect(after.onDay('ab', '2026-01-01')).toBe('ab');
  const renamed = unitsOf([
    ...before,
    {
      id: 'a2',
      name: 'A2',
      kind: 'CHI_BO_CO_SO',
      state: 'HOAT_DONG',
      validFrom: '2026-07-01',
      lineage: [{ kind: 'TIEN_THAN', organisation: 'a' }],
    },
  ]);
  expect([renamed.onDay('a2', '2026-01-01'), renamed.onDay('a2', '2026-07-01')]).toEqual(['a', 'a2']);
  const split = unitsOf([
    ...before,
    ...['x', 'y'].map(
      (id): RawUnit => ({
        id,
        name: id,
        kind: 'CHI_BO_CO_SO',
        state: 'HOAT_DONG',
        parent: 'top',
        lineage: [{ kind: 'TIEN_THAN', organisation: 'a' }],
      }),
    ),
  ]);
  expect([...split.covered('x')]).toEqual(['x']);
  expect(split.covered('top').has('a')).toBe(true);
});
