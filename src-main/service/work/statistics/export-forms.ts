import type { Span } from '#shared/statistics/fact';
import { sheetOf } from '#shared/statistics/sheet-of';
import type { Sheet } from '#shared/sheets/sheet';
import type { Book } from '../../book/book';
import { writeAtomically } from '../../archive/atomic-file';
import { writeXlsx } from '../../sheets/write-xlsx';
import { countForm } from './count-form';
import { sheetFrame } from './sheet-frame';

export interface ExportQuery extends Span {
  /** Forms in the order of the file, each on a sheet of its own. */
  readonly forms: readonly string[];
  readonly unit?: string | undefined;
  readonly today: string;
}

export function sheetsOf(book: Book, { forms, unit, today, ...span }: ExportQuery): Sheet[] {
  const frame = sheetFrame(book, span, today, unit);
  return forms.map((form) => {
    const { result, checks } = countForm(book, { form, unit, ...span });
    return sheetOf(result, checks, frame);
  });
}

/** @throws AppError stats.unknownForm, store.diskFull, store.io */
export async function exportForms(book: Book, query: ExportQuery, file: string): Promise<void> {
  await writeAtomically(file, await writeXlsx(sheetsOf(book, query)));
}
