/** Removal of personal data when the law asks for it. Codes, days and numbers stay, so every figure stays as it was. */
import type { RecordTypeName } from '#shared/records/record-type-name';
import { recordType } from '#shared/records/registry';
import { erasedName, personalFields } from '#shared/secrecy/personal';
import { AppError } from '#shared/errors/app-error';
import type { Book } from '../book/book';
import { clearAway, noteDestroyed } from './clear-away';
import { type DestroyParts, knownUser, purgeKey } from './destroy';

export interface ErasureOrder {
  readonly id: string;
  readonly fields: readonly string[];
  readonly basis: string;
  readonly requestedOn?: string | undefined;
  readonly remark: string;
}

/** Personal fields of this record that hold something. @throws AppError record.notFound */
export function personalOf({ records }: Pick<Book, 'records'>, id: string): { name: string; label: { vi: string; en: string } }[] {
  const type = records.typeOf(id);
  const record = type && records.get(type, id);
  if (!type || !record) throw new AppError('record.notFound');
  const { fields } = recordType(type);
  return (personalFields[type] ?? []).flatMap((name) => {
    const field = fields[name];
    const isFull = record.sealed.includes(name) || (record.values[name] ?? null) !== null;
    return field && isFull && record.values[name] !== erasedName.vi ? [{ name, label: { ...field.label } }] : [];
  });
}

/**
 * Takes the fields out of the record, writes down what was removed and why (never what it was), and clears what the machine remembers.
 * @throws AppError access.denied, access.needsSecond, record.notFound, record.reasonRequired
 */
export async function erasePersonal(
  { book, records, files }: DestroyParts,
  { id, fields, basis, requestedOn, remark }: ErasureOrder,
): Promise<string[]> {
  book.access.require('destroy');
  if (basis.trim() === '') throw new AppError('record.reasonRequired');
  const type = book.records.typeOf(id);
  const full = new Set(personalOf(book, id).map(({ name }) => name));
  const named = fields.filter((name) => full.has(name));
  if (!type || named.length === 0) throw new AppError('record.notFound');
  book.transact(() => {
    const approvedBy = book.approvals.use('erase', id);
    records.save([{ type, id, values: Object.fromEntries(named.map((name) => [name, emptyOf(type, name)])) }], { reason: basis });
    records.save([
      {
        type: 'dataErasure',
        values: {
          about: id,
          fields: named,
          basis,
          requestedOn: requestedOn ?? null,
          erasedAt: new Date().toISOString(),
          erasedBy: knownUser(records, book.user.id),
          approvedBy: knownUser(records, approvedBy),
          remark: remark || null,
        },
      },
    ]);
    book.audit.append({ action: 'erase', type, recordId: id, reason: `${basis} · ${named.join(', ')}` });
    noteDestroyed(book.db);
    book.syncState.set(purgeKey, new Date().toISOString());
  });
  await clearAway(book, files);
  return named;
}

const emptyOf = (type: RecordTypeName, name: string): string | null => {
  const field = recordType(type).fields[name];
  return field && 'required' in field && field.required === true ? erasedName.vi : null;
};
