/**
 * Carries a disposal out. One transaction takes the texts from the records, notes the proof and uses up the approval; after it the files
 * are taken off the disk and what the machine remembers is cleared (clear-away), which a kill only delays. The records stay as
 * tombstones: pages with the SHA-256 of their image, documents and files with title, number, dates and counts, the disposal with who
 * decided and by what minutes. Restoring them is refused.
 */
import { createHash } from 'node:crypto';
import type { Destroyed, ProvenPage } from '#shared/contract/window/retention';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { recordType, type ValuesOfType } from '#shared/records/registry';
import { destroyedFields, erasedName } from '#shared/secrecy/personal';
import { AppError } from '#shared/errors/app-error';
import type { Book } from '../book/book';
import { clearAway, type ImageFiles, noteDestroyed } from './clear-away';
import { itemsToDestroy, planOf } from './proposal';

export interface DestroyParts {
  /** As the signed-in person may use it. */
  readonly book: Book;
  /** Everything: a page that the person may not see goes with its file. */
  readonly records: Book['records'];
  readonly files: ImageFiles;
}

/** @throws AppError access.denied, access.needsSecond, retention.notReady, record.notFound */
export async function destroy({ book, records, files }: DestroyParts, id: string, today: string): Promise<Omit<Destroyed, 'backups'>> {
  book.access.require('destroy');
  const { hindrances } = planOf(book, id, today);
  const [first] = hindrances.filter(({ why }) => why !== 'approval');
  if (first) throw new AppError('retention.notReady', { why: [first.why, first.what].filter(Boolean).join(': ') });
  const done = book.transact(() => {
    const approvedBy = book.approvals.use('destroy', id);
    return takeOut(book, records, id, knownUser(records, approvedBy));
  });
  await clearAway(book, files);
  return done;
}

function takeOut(book: Book, records: Book['records'], id: string, approvedBy: string | null): Omit<Destroyed, 'backups'> {
  const values = records.get('disposal', id)?.values as ValuesOfType<'disposal'>;
  const fileIds = itemsToDestroy(values.items).flatMap(({ file }) => (file ? [file] : []));
  const reason = `Tiêu hủy theo biên bản số ${values.minutesNumber ?? ''}`;
  const documentsOf = book.db
    .prepare<[string], string>('SELECT r.id FROM archive_document d JOIN record r ON r.n = d.n WHERE d.file = ? ORDER BY d."order", d.n')
    .pluck();
  const pagesOf = book.db
    .prepare<[string], string>('SELECT r.id FROM page p JOIN record r ON r.n = p.n WHERE p.document = ? ORDER BY p."order", p.n')
    .pluck();
  const notesOf = (about: string): string[] => records.referrers(about, 1000).flatMap((hit) => (hit.type === 'note' ? [hit.id] : []));
  /** Notes about a record say what was in it; they go first, because nothing that others name is moved aside. */
  const dropNotes = (about: string): void => {
    for (const note of notesOf(about)) {
      emptied(records, 'note', note, { text: erasedName.vi });
      if (records.get('note', note)?.removedAt === null) records.remove('note', note, reason);
    }
  };
  let [documents, pages] = [0, 0];
  for (const file of fileIds) {
    dropNotes(file);
    for (const document of documentsOf.all(file)) {
      documents += 1;
      dropNotes(document);
      for (const page of pagesOf.all(document)) {
        dropNotes(page);
        emptied(records, 'page', page, { state: 'DA_TIEU_HUY' });
        if (records.get('page', page)?.removedAt !== null) continue;
        pages += 1;
        records.remove('page', page, reason);
      }
      emptied(records, 'archiveDocument', document, {});
    }
    emptied(records, 'archiveFile', file, { state: 'DA_TIEU_HUY', disposal: id });
  }
  const proof = proofOf(provenPages(book, id));
  const destroyedAt = new Date().toISOString();
  records.save(
    [
      {
        type: 'disposal',
        id,
        values: {
          state: 'DA_TIEU_HUY',
          destroyedAt,
          destroyedBy: knownUser(records, book.user.id),
          approvedBy,
          fileCount: fileIds.length,
          documentCount: documents,
          pageCount: pages,
          proof,
        },
      },
    ],
    { reason },
  );
  book.audit.append({
    action: 'destroy',
    type: 'disposal',
    recordId: id,
    reason: `${reason} · ${fileIds.length}/${documents}/${pages} · ${proof}`,
  });
  noteDestroyed(book.db);
  book.syncState.set(purgeKey, destroyedAt);
  return { files: fileIds.length, documents, pages, proof };
}

/** As a reference; the audit log names who it was also where their record is not here. */
export const knownUser = (records: Book['records'], id: string | null): string | null =>
  id !== null && records.typeOf(id) === 'bookUser' ? id : null;

/** Backups of before this moment go as soon as a newer one is whole (backup/make-backup). */
export const purgeKey = 'backup.purgeBefore';

/** Only fields that hold something are set: an op for nothing would be one more to send. */
function emptied(records: Book['records'], type: RecordTypeName, id: string, also: Readonly<Record<string, unknown>>): void {
  const record = records.get(type, id);
  if (record === undefined) return;
  const { fields } = recordType(type);
  const full = (destroyedFields[type] ?? []).filter((name) => name in fields && !(name in also) && (record.values[name] ?? null) !== null);
  records.save([{ type, id, values: { ...Object.fromEntries(full.map((name) => [name, null])), ...also } }]);
}

/** What a disposal destroyed, page by page. */
export function provenPages({ db }: Pick<Book, 'db'>, id: string): ProvenPage[] {
  return db
    .prepare<[string], ProvenPage>(
      `SELECT coalesce(f.code, '') AS file, coalesce(d.symbol, d.subject, '') AS document, p."order", p.image
       FROM archive_file f JOIN record fr ON fr.n = f.n JOIN archive_document d ON d.file = fr.id JOIN record dr ON dr.n = d.n
       JOIN page p ON p.document = dr.id WHERE f.disposal = ? AND p.state = 'DA_TIEU_HUY' ORDER BY fr.id, d."order", dr.id, p."order", p.image`,
    )
    .all(id);
}

/** SHA-256 over the hashes of the pages in their order, one a line. */
export const proofOf = (pages: readonly ProvenPage[]): string =>
  createHash('sha256')
    .update(pages.map(({ image }) => `${image}\n`).join(''))
    .digest('hex');
