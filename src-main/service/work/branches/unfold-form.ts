import type { SheetCell, SheetTable } from '#shared/recognizer/messages';
import { type BranchFormId, branchItems } from '#shared/branch-forms/branch-form';
import { headMarks } from './blank-form';

const headLabels: readonly (readonly [mark: string, label: string])[] = [
  [headMarks.organisation, 'Chi bộ'],
  [headMarks.form, 'Mẫu'],
  [headMarks.year, 'Năm'],
  [headMarks.period, 'Kỳ'],
  [headMarks.receivedOn, 'Ngày nhận'],
  [headMarks.sentBy, 'Người nộp'],
];
/** Rows with known marks that a sheet must have to be taken for a filled form. */
const fewest = 8;

const markOf = (cell: SheetCell | undefined): string =>
  typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? cell.trim() : '';

/** Values by mark of one filled form; undefined for a sheet that is none. */
function readForm({ rows }: SheetTable): ReadonlyMap<string, SheetCell> | undefined {
  const marks = new Set([...headLabels.map(([mark]) => mark), ...branchItems('02CB').map(({ mark }) => mark)]);
  const found = new Map<string, SheetCell>();
  for (const [mark, , value = null] of rows) if (marks.has(markOf(mark))) found.set(markOf(mark), value);
  const form = markOf(found.get(headMarks.form));
  return found.size >= fewest && (form === '01CB' || form === '02CB') ? found : undefined;
}

/**
 * Filled forms of branches as one list with a row a branch, so that they go the way of every list: columns, dry run, faults, undo. Undefined
 * where the first table is no such form. `others`: the remaining sheets and files.
 */
export function unfoldForms(first: SheetTable, others: readonly SheetTable[]): SheetTable | undefined {
  const read = readForm(first);
  if (read === undefined) return undefined;
  const forms = [read, ...others.flatMap((table) => readForm(table) ?? [])];
  const kind: BranchFormId = forms.some((one) => markOf(one.get(headMarks.form)) === '02CB') ? '02CB' : '01CB';
  const columns = [...headLabels, ...branchItems('02CB').map(({ mark, label }) => [mark, `${mark} ${label}`] as const)];
  const rows: SheetCell[][] = [
    columns.map(([, label]) => label),
    ...forms.map((form) => columns.map(([mark]) => shownAs(mark, form.get(mark) ?? null))),
  ];
  return { ...first, sheets: [`Mẫu ${kind}`], sheet: `Mẫu ${kind}`, rows };
}

/** A year typed as text stays one; marks like 2.10 are never numbers here because forms have fewer than ten lines a part. */
const shownAs = (mark: string, cell: SheetCell): SheetCell => (mark === headMarks.period && typeof cell === 'number' ? String(cell) : cell);
