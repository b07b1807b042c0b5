/**
 * What a form must add up to (domain 7.2). A check explains and names the facts that make the difference; no figure is ever changed to fit
 * (the rule on data forbids adjusting numbers to balance).
 */
import { type FormResult, holds, type PlacedFact } from './evaluate';
import type { Fact } from './fact';
import { leavesOf } from './form';

/** ok: adds up. note: allowed, with a reason. gap: something is missing in the records behind it. wrong: contradictory records. */
export type CheckState = 'ok' | 'note' | 'gap' | 'wrong';

export interface CheckResult {
  readonly state: CheckState;
  readonly kind: 'partition' | 'multi' | 'chain' | 'rows' | 'cumulative';
  /** What is divided, e.g. 'cấp kiểm tra', the labels of a chain, or the period that was sent. */
  readonly what: string;
  /** Key of the row. */
  readonly row: string;
  readonly whole: number;
  readonly parts: readonly number[];
  /** Facts that stand in no part. */
  readonly missing: readonly Fact[];
  /** Facts that stand in several parts, or break a chain. */
  readonly several: readonly Fact[];
}

const asNumber = (figure: number | string | undefined): number => (typeof figure === 'number' ? figure : 0);

/** Checks of the row of all; of every row where that one is wrong somewhere would only repeat it. */
export function checksOf(result: FormResult): CheckResult[] {
  const { form, rows, figures } = result;
  const row = Math.max(
    0,
    rows.findIndex(({ key }) => key === 'total'),
  );
  const leaves = leavesOf(form.columns);
  const place = (key: string) => leaves.findIndex((leaf) => leaf.key === key);
  const value = (key: string) => asNumber(figures[row]?.[place(key)]);
  const isInRow = remembered((places) => places.includes(row));
  const inRow = result.facts.filter((fact) => isInRow(fact.rows));
  const label = (key: string) => leaves[place(key)]?.label ?? key;

  const found = form.checks.map((check): CheckResult => {
    if (check.kind === 'chain') return chainOf(check.keys, { row: rows[row]?.key ?? '', value, label, place, inRow, leaves });
    const whole = value(check.whole);
    const parts = check.parts.map(value);
    const sum = parts.reduce((a, b) => a + b, 0);
    const counted = leaves[place(check.whole)]?.measure === undefined;
    const wholeAt = place(check.whole);
    const isInWhole = remembered((places) => places.includes(wholeAt));
    const inWhole = counted ? inRow.filter((fact) => isInWhole(fact.columns)) : [];
    const { missing, several } = byTimes(inWhole, ({ columns }) => columns, check.parts.map(place));
    const state: CheckState =
      missing.length > 0
        ? 'gap'
        : several.length > 0
          ? check.kind === 'multi'
            ? 'note'
            : 'wrong'
          : !counted && check.kind === 'partition' && sum !== whole
            ? 'wrong'
            : 'ok';
    return { state, kind: check.kind, what: check.what, row: rows[row]?.key ?? '', whole, parts, missing, several };
  });
  return form.rowPartition ? [...found, rowsOf(result, row, form.rowPartition)] : found;
}

/** What follows from a list of places, found once for all facts that share the very list. */
function remembered<T>(find: (places: readonly number[]) => T): (places: readonly number[]) => T {
  const known = new Map<readonly number[], T>();
  return (places) => {
    let found = known.get(places);
    if (found === undefined) known.set(places, (found = find(places)));
    return found;
  };
}

/** Facts that stand in none of these places, and those that stand in more than one. */
function byTimes(
  facts: readonly PlacedFact[],
  placesOf: (placed: PlacedFact) => readonly number[],
  parts: readonly number[],
): { missing: Fact[]; several: Fact[] } {
  const isPart = new Set(parts);
  const timesIn = remembered((places) => places.filter((place) => isPart.has(place)).length);
  const missing: Fact[] = [];
  const several: Fact[] = [];
  for (const placed of facts) {
    const times = timesIn(placesOf(placed));
    if (times === 0) missing.push(placed.fact);
    else if (times > 1) several.push(placed.fact);
  }
  return { missing, several };
}

interface ChainParts {
  readonly row: string;
  value(key: string): number;
  label(key: string): string;
  place(key: string): number;
  readonly inRow: readonly PlacedFact[];
  readonly leaves: ReturnType<typeof leavesOf>;
}

function chainOf(keys: readonly string[], { row, value, label, place, inRow, leaves }: ChainParts): CheckResult {
  const values = keys.map(value);
  const breaks = keys.flatMap((key, index) =>
    index > 0 && value(key) > value(keys[index - 1] as string) ? [[keys[index - 1] as string, key] as const] : [],
  );
  const several = breaks.flatMap(([more, less]) =>
    inRow.filter(({ columns, fact }) => columns.includes(place(less)) && !holds(fact, leaves[place(more)]?.where)).map(({ fact }) => fact),
  );
  return {
    state: breaks.length > 0 ? 'wrong' : 'ok',
    kind: 'chain',
    what: keys.map(label).join(' ≥ '),
    row,
    whole: values[0] ?? 0,
    parts: values.slice(1),
    missing: [],
    several,
  };
}

function rowsOf({ rows, figures, facts }: FormResult, row: number, keys: readonly string[]): CheckResult {
  const places = keys.map((key) => rows.findIndex((one) => one.key === key));
  const inWhole = facts.filter((placed) => placed.rows.includes(row));
  const { missing, several } = byTimes(inWhole, (placed) => placed.rows, places);
  return {
    state: several.length > 0 ? 'wrong' : missing.length > 0 ? 'gap' : 'ok',
    kind: 'rows',
    what: rows[row]?.label ?? '',
    row: rows[row]?.key ?? '',
    whole: asNumber(figures[row]?.[0]),
    parts: places.map((place) => asNumber(figures[place]?.[0])),
    missing,
    several,
  };
}
