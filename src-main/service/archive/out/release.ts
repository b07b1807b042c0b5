/**
 * Papers above the level that leaves freely (standalone machines only): each file, or each document where single ones were chosen, needs
 * a reason, and a second person's approval where the book has two who may approve. The approval is used up by what is written.
 */
import type { ExportTarget, Release } from '#shared/contract/window/out';
import { AppError } from '#shared/errors/app-error';
import { verdict, type WayOut } from '#shared/secrecy/policy';
import type { Book } from '../../book/book';
import { highestLevel } from './gate';
import type { Choice } from './parts';

export type ReleaseWay = Extract<WayOut, 'export' | 'print'>;

/** What of a choice does not leave freely by this way, and whether it may now. */
export function releasesOf(book: Book, way: ReleaseWay, { files }: Choice, target: ExportTarget): Release[] {
  const single = (target.documentIds?.length ?? 0) > 0;
  const leaving = files.flatMap(({ record, secrecy, documents }) =>
    record && !single
      ? [{ id: record.id, title: record.title, secrecy: highestLevel([secrecy, ...documents.map((one) => one.secrecy)]) }]
      : documents.map(({ id, title, secrecy: level }) => ({ id, title, secrecy: level })),
  );
  return leaving
    .filter(({ secrecy }) => verdict(way, book.committee.profile, secrecy) !== 'free')
    .map((one) => ({ ...one, ready: !book.approvals.needed() || book.approvals.isReady('release', one.id) }));
}

/** Joins the transaction of its caller. @throws AppError out.secrecy, record.reasonRequired, access.needsSecond */
export function useReleases(book: Book, way: ReleaseWay, choice: Choice, target: ExportTarget, reason: string): void {
  const releases = releasesOf(book, way, choice, target);
  if (releases.length === 0) return;
  const never = releases.find(({ secrecy }) => verdict(way, book.committee.profile, secrecy) === 'never');
  if (never) throw new AppError('out.secrecy', { level: never.secrecy, title: never.title });
  if (reason.trim() === '') throw new AppError('record.reasonRequired');
  for (const { id } of releases) book.approvals.use('release', id);
}
