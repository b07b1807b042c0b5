/** Where imported pages go, and whether they may come onto this machine at all. */
import { AppError } from '#shared/errors/app-error';
import type { Book } from '../book/book';

export interface ImportTarget {
  /** Each source becomes a document of this file. */
  readonly fileId?: string | undefined;
  /** Pages are appended to this document. */
  readonly documentId?: string | undefined;
}

export interface ImportPlace {
  readonly fileId: string | undefined;
  readonly documentId: string | undefined;
  /** For documents that are made: that of their file. */
  readonly secrecy: string;
}

const levels = ['THUONG', 'MAT', 'TOI_MAT', 'TUYET_MAT'];

/**
 * A connected machine takes no pages above THUONG; TUYET_MAT is scanned on no machine.
 * @throws AppError scan.secrecy, record.notFound
 */
export function findPlace({ records, committee }: Pick<Book, 'records' | 'committee'>, { fileId, documentId }: ImportTarget): ImportPlace {
  const document = documentId === undefined ? undefined : existing(records.get('archiveDocument', documentId));
  const place = document === undefined ? fileId : (document.file as string | undefined);
  const file = place === undefined ? undefined : existing(records.get('archiveFile', place));
  const secrecy = highest([document?.secrecy, file?.secrecy]);
  const highestAllowed = committee.profile === 'connected' ? 'THUONG' : 'TOI_MAT';
  if (levels.indexOf(secrecy) > levels.indexOf(highestAllowed)) throw new AppError('scan.secrecy', { level: secrecy });
  return { fileId: place, documentId, secrecy };
}

function existing(record: ReturnType<Book['records']['get']>): Readonly<Record<string, unknown>> {
  if (record === undefined || record.removedAt !== null) throw new AppError('record.notFound');
  return record.values;
}

/** A level that is not known counts as the highest. */
const highest = (secrecies: readonly unknown[]): string => {
  const ranks = secrecies.filter((secrecy) => typeof secrecy === 'string').map((secrecy) => levels.indexOf(secrecy));
  if (ranks.includes(-1)) return 'TUYET_MAT';
  return levels[Math.max(0, ...ranks)] ?? 'TUYET_MAT';
};
