/**
 * The one gate before the first page: whether pages of a file or document may come onto this machine. Every way in asks it: dialog, drop,
 * command line, watched folder, scanner, separator sheet, moving of pages, package.
 *
 * | level of file and document | connected | standalone |
 * | --- | --- | --- |
 * | THUONG | yes | yes |
 * | MAT, TOI_MAT | no | with a recorded approval that covers the file |
 * | TUYET_MAT | no | no |
 * | waits for guidance, or looks secret and was not answered | no | no |
 */
import { AppError } from '#shared/errors/app-error';
import { levelRank, openLevel, type SecrecyLevel } from '#shared/rules/secrecy';
import type { Book } from '../../book/book';
import { coveringApproval } from './approvals';

export interface PagesFor {
  readonly fileId?: string | undefined;
  readonly documentId?: string | undefined;
}

export interface Admission {
  readonly fileId: string | undefined;
  readonly documentId: string | undefined;
  /** The higher of file and document: what a document that is made gets. */
  readonly secrecy: SecrecyLevel;
}

/** @throws AppError scan.secrecy, scan.topSecret, scan.noApproval, scan.undecided, scan.suspected, record.notFound */
export function admitPages(book: Pick<Book, 'records' | 'committee'>, { fileId, documentId }: PagesFor, today = localDay()): Admission {
  const { records, committee } = book;
  const document = documentId === undefined ? undefined : existing(records.get('archiveDocument', documentId));
  const place = document === undefined ? fileId : (document['file'] as string | undefined);
  const file = place === undefined ? undefined : existing(records.get('archiveFile', place));
  if (file?.['secrecyState'] === 'CHO_HUONG_DAN') throw new AppError('scan.undecided', { file: String(file['code'] ?? '') });
  if (document?.['secrecyAlarm'] === 'NGHI_MAT') throw new AppError('scan.suspected');
  const secrecy = highest([document?.['secrecy'], file?.['secrecy']]);
  if (secrecy === 'TUYET_MAT') throw new AppError('scan.topSecret');
  if (secrecy !== openLevel) {
    if (committee.profile === 'connected') throw new AppError('scan.secrecy', { level: secrecy });
    if (file === undefined || place === undefined || coveringApproval(records, place, file, secrecy, today) === undefined)
      throw new AppError('scan.noApproval', { level: secrecy });
  }
  return { fileId: place, documentId, secrecy };
}

function existing(record: ReturnType<Book['records']['get']>): Readonly<Record<string, unknown>> {
  if (record === undefined || record.removedAt !== null) throw new AppError('record.notFound');
  return record.values;
}

/** A level that is not known counts as the highest. */
function highest(levels: readonly unknown[]): SecrecyLevel {
  let found: SecrecyLevel = openLevel;
  for (const level of levels) {
    if (level === undefined || level === null) continue;
    const rank = levelRank(level);
    if (rank === undefined) return 'TUYET_MAT';
    if (rank > (levelRank(found) ?? 0)) found = level as SecrecyLevel;
  }
  return found;
}

export const localDay = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
};
