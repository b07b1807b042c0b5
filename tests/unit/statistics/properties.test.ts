/** What must hold of every form, whatever the committee: generated ones of all sizes, all sources, all built-in forms. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksOf } from '#shared/statistics/checks';
import { evaluateForm, factsOfCell, type FormResult, measureOf } from '#shared/statistics/evaluate';
import { leavesOf, type StatForm } from '#shared/statistics/form';
import { statForms } from '#shared/statistics/packs/index';
import { differencesOf, keepFigures, readKept } from '#shared/statistics/snapshot';
import { type RawUnit, unitsOf } from '#shared/statistics/units';
import { anyDay, type Committee, committees, factsOf, merged } from '../../support/generated-committee';

const year = { from: '2026-01-01', to: '2026-12-31' };
const runs = { numRuns: 8 };
/** All forms of a committee up to a day; of one unit alone where it is named. */
function countAll(committee: Committee, to = year.to, covered?: ReadonlySet<string>): readonly FormResult[] {
  const facts = factsOf(committee, { from: year.from, to });
  return statForms.map((form) =>
    evaluateForm(form, (source) => (covered ? facts(source).filter(({ unit }) => unit !== undefined && covered.has(unit)) : facts(source))),
  );
}

test('generated committees fill every source and nearly every form', () => {
  const filled = new Set(
    fc
      .sample(committees, { numRuns: 12, seed: 3 })
      .flatMap((committee) => countAll(committee).flatMap(({ form, facts }) => (facts.length > 0 ? [form.id] : []))),
  );
  expect(filled.size).toBeGreaterThan(statForms.length * 0.7);
});

test('every cell opens what it shows, and the rows of classes add up to the row of all', () => {
  fc.assert(
    fc.property(committees, (committee) => {
      for (const result of countAll(committee)) {
        const { form, rows, figures } = result;
        const columns = leavesOf(form.columns);
        for (const [r, row] of rows.entries())
          for (const [c, column] of columns.entries()) {
            const measure = measureOf(row, column);
            const behind = factsOfCell(result, r, c);
            if (measure === undefined || measure === 'records') expect(behind).toHaveLength(Number(figures[r]?.[c]));
            else if ('sum' in measure) {
              const sum = behind.reduce((all, fact) => all + (fact.figures?.[measure.sum] ?? 0), 0);
              expect(figures[r]?.[c]).toBe(Math.round(sum / (measure.per ?? 1)));
            }
          }
        if (form.rowPartition) {
          const of = (key: string) => Number(figures[rows.findIndex((row) => row.key === key)]?.[0]);
          expect(form.rowPartition.reduce((sum, key) => sum + of(key), 0)).toBe(of('total'));
        }
      }
    }),
    runs,
  );
});

/** Who is in office on the last day and what is still open on it may become less; nothing else of a form does. */
function mayShrink(form: StatForm, result: FormResult, row: number, column: number): boolean {
  const leaf = leavesOf(form.columns)[column];
  const line = result.rows[row];
  if ((line?.source ?? form.source) === 'staff') return true;
  const asked = [...(leaf?.where ?? []), ...(line?.where ?? [])];
  return asked.some((one) => 'none' in one || one.any.some((code) => ['CHUA_XONG', 'QUA_HAN', 'TRONG_HAN'].includes(code)));
}

test('a longer period with the same beginning never has less in any cell', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(committees, anyDay, anyDay, (committee, a, b) => {
      const [early, late] = a < b ? [a, b] : [b, a];
      const [before, after] = [countAll(committee, early), countAll(committee, late)];
      for (const [at, first] of before.entries())
        for (const [r, row] of first.rows.entries()) {
          const later = after[at]?.figures[after[at].rows.findIndex(({ key }) => key === row.key)];
          for (const [c, figure] of (first.figures[r] ?? []).entries())
            if (typeof figure === 'number' && !mayShrink(first.form, first, r, c))
              expect(Number(later?.[c]), `${first.form.id} ${row.key} ${c}`).toBeGreaterThanOrEqual(figure);
        }
    }),
    runs,
  );
});

test('a check that says a total does not add up names exactly what makes the difference', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(committees, (committee) => {
      for (const result of countAll(committee))
        for (const { state, kind, what, parts, whole, missing, several } of checksOf(result)) {
          const adds = parts.reduce((a, b) => a + b, 0) === whole;
          const named = missing.length + several.length > 0;
          if (kind === 'partition' && !named) expect(state === 'ok', `${result.form.id} ${what}`).toBe(adds);
          if (state === 'gap') expect(missing.length, `${result.form.id} ${what}`).toBeGreaterThan(0);
        }
    }),
    runs,
  );
});

test('the order of the records changes no figure, and what was kept of them differs in nothing', () => {
  fc.assert(
    fc.property(committees, (committee) => {
      const { cases, decisions, petitions, duties } = committee;
      const turned: Committee = {
        ...committee,
        cases: cases.toReversed(),
        decisions: decisions.toReversed(),
        petitions: petitions.toReversed(),
        duties: duties.toReversed(),
      };
      const [results, again] = [countAll(committee), countAll(turned)];
      const fewer = countAll({ ...committee, cases: cases.slice(1), petitions: petitions.slice(1), decisions: decisions.slice(1) });
      for (const [at, result] of results.entries()) {
        expect(again[at]?.figures).toEqual(result.figures);
        const kept = readKept(JSON.stringify(keepFigures(result)));
        expect(kept && differencesOf(kept, result)).toEqual([]);
        const leaves = leavesOf(result.form.columns);
        const counts = leaves.every(({ measure }) => measure === undefined) && result.rows.every(({ measure }) => measure === undefined);
        if (!kept || !counts || result.form.rowsBy) continue;
        for (const { sent, now, gone, added } of differencesOf(kept, fewer[at] as FormResult))
          expect(Number(sent) - Number(now)).toBe(gone.length - added.length);
      }
    }),
    runs,
  );
});

test('two units that merge move no figure of the whole or of the level above, and the new one has what both had', () => {
  fc.assert(
    fc.property(committees, anyDay, (committee, day) => {
      const after = merged(committee, day);
      const [wasUnits, isUnits] = [unitsOf(committee.units), unitsOf(after.units)];
      const both = new Set([...wasUnits.covered('o1'), ...wasUnits.covered('o3')]);
      for (const [was, is] of [
        [countAll(committee), countAll(after)],
        [countAll(committee, year.to, wasUnits.covered('top')), countAll(after, year.to, isUnits.covered('top'))],
        [countAll(committee, year.to, both), countAll(after, year.to, isUnits.covered('new'))],
      ] as const)
        for (const [at, result] of was.entries()) {
          // Rows of single organisations name others now; the fixed rows and the row of all do not.
          const fixed = result.form.rows.length;
          expect(is[at]?.figures.slice(0, fixed), result.form.id).toEqual(result.figures.slice(0, fixed));
        }
    }),
    runs,
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
