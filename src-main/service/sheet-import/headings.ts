/** Finds the headings of a list and proposes where its columns go. */
import type { SheetCell } from '#shared/recognizer/messages';
import { foldWords } from '#shared/text/fold';
import type { Target } from './targets';

export interface Headings {
  /** Index of the first row of the headings; -1 when none was found. */
  readonly row: number;
  /** Index of the first row of values. */
  readonly firstRow: number;
  readonly labels: readonly string[];
}

const lookedAt = 40;

const textOf = (cell: SheetCell | undefined): string => (typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : '');

/** How well a heading names a target: 3 the same words, 2 all its words at the beginning, 1 all of them somewhere; 0 not at all. */
function likeness(heading: string, target: Target): number {
  const folded = foldWords(heading);
  if (folded === '') return 0;
  if (target.aliases.includes(folded)) return 3;
  const padded = ` ${folded} `;
  if (target.aliases.some((alias) => alias.includes(' ') && padded.startsWith(` ${alias} `))) return 2;
  return target.aliases.some((alias) => alias.includes(' ') && alias.length > 5 && padded.includes(` ${alias} `)) ? 1 : 0;
}

/**
 * The row whose cells name most targets; a second row of headings below merged ones is read together with it.
 * `stated`: the row from 1 that a person named; 0: there are no headings.
 */
export function findHeadings(rows: readonly (readonly SheetCell[])[], targets: readonly Target[], stated?: number): Headings {
  const best = (heading: string) => Math.max(0, ...targets.map((target) => likeness(heading, target)));
  const scores = rows.slice(0, lookedAt).map((row) => {
    const distinct = new Set(row.map(textOf).filter((text) => text !== '' && text.length < 120));
    return distinct.size < 2 ? 0 : [...distinct].reduce((sum, text) => sum + best(text), 0);
  });
  const top = Math.max(0, ...scores);
  const row = stated !== undefined ? stated - 1 : top < 3 ? -1 : scores.indexOf(top);
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (row < 0) return { row: -1, firstRow: 0, labels: Array.from({ length: width }, () => '') };
  const above = rows[row] ?? [];
  const below = rows[row + 1] ?? [];
  const second = isSecondRow(above, below);
  const labels = Array.from({ length: width }, (_, at) => {
    const [first, then] = [textOf(above[at]), second ? textOf(below[at]) : ''];
    return then === '' || then === first ? first : first === '' ? then : `${first} ${then}`;
  });
  let firstRow = row + (second ? 2 : 1);
  while (isColumnNumbers(rows[firstRow] ?? [])) firstRow++;
  return { row, firstRow, labels };
}

/** Under a heading that spans several columns stand the headings of each; one that spans both rows stands in both. */
function isSecondRow(above: readonly SheetCell[], below: readonly SheetCell[]): boolean {
  const spans = above.some((cell, at) => textOf(cell) !== '' && textOf(cell) === textOf(above[at + 1]));
  const repeated = above.filter((cell, at) => textOf(cell) !== '' && textOf(cell) === textOf(below[at])).length;
  return (
    (spans || repeated > 1) && below.some((cell) => textOf(cell) !== '') && below.every((cell) => cell === null || typeof cell === 'string')
  );
}

/** The row that numbers the columns: (1) (2) (3), 1 2 3 or A B C. */
function isColumnNumbers(row: readonly SheetCell[]): boolean {
  const cells = row.filter((cell) => cell !== null && cell !== '').map((cell) => String(cell).replace(/[()\s]/g, ''));
  if (cells.length < 3) return false;
  return cells.every((text, at) => text === String(at + 1)) || cells.every((text, at) => text === String.fromCharCode(65 + at));
}

/** Each target goes to the column that names it best; each column has one target. */
export function proposeColumns(labels: readonly string[], targets: readonly Target[]): (string | null)[] {
  const pairs = labels.flatMap((heading, column) =>
    targets
      .map((target, order) => ({ column, target: target.id, score: likeness(heading, target), order }))
      .filter(({ score }) => score > 0),
  );
  pairs.sort((a, b) => b.score - a.score || a.column - b.column || a.order - b.order);
  const columns: (string | null)[] = labels.map(() => null);
  const taken = new Set<string>();
  for (const { column, target } of pairs) {
    if (columns[column] !== null || taken.has(target)) continue;
    columns[column] = target;
    taken.add(target);
  }
  return columns;
}
