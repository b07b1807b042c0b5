import { AppError } from '#shared/errors/app-error';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { type Level, levels, rankOf, verdict, type WayOut } from '#shared/secrecy/policy';
import { ownerFields } from '#shared/sync/eligible';
import type { Book } from '../book/book';

type Reading = Pick<Book['records'], 'get' | 'typeOf'>;

/** The level of a record: the highest of its own and of what it belongs to. */
export function levelOf(records: Reading, id: string): Level {
  const type = records.typeOf(id);
  const values = type && records.get(type, id)?.values;
  if (!type || !values) return 'THUONG';
  const own = rankOf(values['secrecy']);
  const owners = (ownerFields[type] ?? []).flatMap((name) => {
    const owner = values[name];
    return typeof owner === 'string' && recordType(type).fields[name]?.kind === 'ref' ? [rankOf(levelOf(records, owner))] : [];
  });
  return levels[Math.max(own, ...owners)] ?? 'TUYET_MAT';
}

export interface Leaving {
  readonly way: WayOut;
  /** What leaves: records, or the ones that a document was made from. */
  readonly ids: readonly string[];
  /** What it is, in the audit log: name of a form, of a file without its folder. */
  readonly what: string;
  readonly reason?: string;
}

/**
 * Called by everything that lets content out of the book, before the first byte leaves: asks the policy for each record, uses up the
 * approvals that it wants, and writes to the audit log what left, by which way and why.
 * @throws AppError access.denied, access.secrecy, access.needsSecond, record.reasonRequired, record.notFound
 */
export function requireLeave(book: Book, { way, ids, what, reason = '' }: Leaving): void {
  if (way === 'export') book.access.require('export');
  if (way === 'print') book.access.require('print');
  book.transact(() => {
    for (const id of new Set(ids)) {
      if (!book.access.sees(id)) throw new AppError('record.notFound');
      const level = levelOf(book.records, id);
      const may = verdict(way, book.committee.profile, level);
      if (may === 'never') throw new AppError('access.secrecy', { level });
      if (may === 'free') continue;
      if (reason.trim() === '') throw new AppError('record.reasonRequired');
      book.approvals.use('release', id);
    }
    const only = ids.length === 1 ? ids[0] : undefined;
    const type: RecordTypeName | undefined = only === undefined ? undefined : book.records.typeOf(only);
    book.audit.append({
      action: way,
      ...(type && only !== undefined && { type, recordId: only }),
      reason: [what, ...(ids.length > 1 ? [`${ids.length}`] : []), reason].filter(Boolean).join(' · '),
    });
  });
}
