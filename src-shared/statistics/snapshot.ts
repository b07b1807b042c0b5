/** Chốt kỳ: the figures that were sent, with the facts behind them, and how later truth differs from them. */
import { z } from 'zod';
import { recordTypeNames } from '../records/record-type-name';
import type { Figure, FormResult } from './evaluate';
import { factKey } from './fact';
import { leavesOf } from './form';

const keptSchema = z.object({
  version: z.literal(1),
  rows: z.array(z.string()),
  columns: z.array(z.string()),
  figures: z.array(z.array(z.union([z.number(), z.string()]))),
  /** key, type, id, places of rows, places of columns, figures that are summed. */
  facts: z.array(
    z.tuple([
      z.string(),
      z.enum(recordTypeNames),
      z.string(),
      z.array(z.number().int()),
      z.array(z.number().int()),
      z.record(z.string(), z.number()),
    ]),
  ),
});
export type KeptFigures = z.infer<typeof keptSchema>;

export const keepFigures = ({ form, rows, figures, facts }: FormResult): KeptFigures => ({
  version: 1,
  rows: rows.map(({ key }) => key),
  columns: leavesOf(form.columns).map(({ key }) => key),
  figures: figures.map((line) => [...line]),
  facts: facts.map(({ fact, rows: inRows, columns }) => [
    factKey(fact),
    fact.record.type,
    fact.record.id,
    [...inRows],
    [...columns],
    { ...fact.figures },
  ]),
});

/** Undefined for what this version cannot read. */
export function readKept(content: string): KeptFigures | undefined {
  try {
    return keptSchema.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
}

export interface FactRef {
  readonly key: string;
  readonly type: (typeof recordTypeNames)[number];
  readonly id: string;
}

export interface CellDifference {
  readonly row: string;
  readonly column: string;
  readonly sent: Figure;
  readonly now: Figure;
  /** What counts now and did not, what counted and does not, what counts another amount. */
  readonly added: readonly FactRef[];
  readonly gone: readonly FactRef[];
  readonly changed: readonly FactRef[];
}

/** Cells whose figure or whose facts differ from what was sent, in the order of the form. */
export function differencesOf(kept: KeptFigures, now: FormResult): CellDifference[] {
  const then = cellsOf(kept);
  const present = cellsOf(keepFigures(now));
  const found: CellDifference[] = [];
  for (const key of new Set([...then.keys(), ...present.keys()])) {
    const before = then.get(key);
    const after = present.get(key);
    const sent = before?.figure ?? 0;
    const figure = after?.figure ?? 0;
    const added = [...(after?.facts ?? [])].flatMap(([fact, ref]) => (before?.facts.has(fact) ? [] : [ref]));
    const gone = [...(before?.facts ?? [])].flatMap(([fact, ref]) => (after?.facts.has(fact) ? [] : [ref]));
    if (sent === figure && added.length === 0 && gone.length === 0) continue;
    const changed = [...(after?.facts ?? [])].flatMap(([fact, ref]) => {
      const earlier = before?.facts.get(fact);
      return earlier && JSON.stringify(earlier.figures) !== JSON.stringify(ref.figures) ? [ref] : [];
    });
    const [row = '', column = ''] = key.split('\t');
    found.push({ row, column, sent, now: figure, added: added.map(refOf), gone: gone.map(refOf), changed: changed.map(refOf) });
  }
  return found;
}

interface KeptFact extends FactRef {
  readonly figures: Readonly<Record<string, number>>;
}
const refOf = ({ key, type, id }: KeptFact): FactRef => ({ key, type, id });

function cellsOf({ rows, columns, figures, facts }: KeptFigures): Map<string, { figure: Figure; facts: Map<string, KeptFact> }> {
  const cells = new Map<string, { figure: Figure; facts: Map<string, KeptFact> }>();
  rows.forEach((row, r) =>
    columns.forEach((column, c) => {
      cells.set(`${row}\t${column}`, { figure: figures[r]?.[c] ?? 0, facts: new Map() });
    }),
  );
  for (const [key, type, id, inRows, inColumns, amounts] of facts)
    for (const r of inRows)
      for (const c of inColumns) cells.get(`${rows[r]}\t${columns[c]}`)?.facts.set(key, { key, type, id, figures: amounts });
  return cells;
}
