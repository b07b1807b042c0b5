import type { Paper } from '#shared/contract/window/finding';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Book } from '../book/book';

/** A record of any type as a paper in a list: what it is, its day, the archive file that holds it. */
export function paperOf(book: Book, type: RecordTypeName, id: string): Paper | undefined {
  const record = book.records.get(type, id);
  if (record === undefined || record.removedAt !== null) return undefined;
  const { yearField } = recordType(type);
  const day = yearField === undefined ? undefined : record.values[yearField];
  const file = type === 'archiveDocument' ? record.values['file'] : undefined;
  return {
    id,
    type,
    title: record.title,
    subtitle: record.subtitle,
    day: typeof day === 'string' ? day : '',
    file: typeof file === 'string' ? { id: file, title: book.records.titleOf(file) ?? '' } : null,
  };
}

/** Newest first, papers without a day last. */
export const byDay = (a: Paper, b: Paper): number => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0);
