import type { CountedRecord } from '#shared/contract/window/statistics';
import { codeLabel, type CodeListId } from '#shared/rules/code-lists/index';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Fact } from '#shared/statistics/fact';
import type { Book } from '../../book/book';

/**
 * What people see of the facts behind a figure. A record stands once for each fact, as often as it is counted; one that this person may not
 * see is counted in the figure and not named here.
 */
export const describeFacts = (book: Book, facts: readonly Fact[]): CountedRecord[] =>
  facts
    .filter(({ record }) => book.access.sees(record.id))
    .map(({ record, about }) => describe(book, record.type, record.id, (about.id && book.records.titleOf(about.id)) || about.text || ''));

export function describe(book: Book, type: RecordTypeName, id: string, about = ''): CountedRecord {
  const record = book.records.get(type, id);
  const state = record?.values['state'];
  const field = recordType(type).fields['state'];
  return {
    type,
    id,
    title: record?.title ?? book.records.titleOf(id) ?? '',
    subtitle: record?.subtitle ?? '',
    about,
    state: typeof state === 'string' && field?.kind === 'code' ? codeLabel(field.list as CodeListId, state, 'vi') : '',
  };
}
