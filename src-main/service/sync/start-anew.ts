import type { EnrolledHub } from './enrolled-hub';
import type { LineParts } from './line-parts';

/** Another hub, or another committee there: all that was ever saved is sent again, from the first op. Within a transaction. */
export function startAnew({ book, batches, carried, blobs, snapshot }: LineParts): void {
  batches.dropAll();
  carried.dropAll();
  blobs.reset();
  snapshot.end();
  book.outbox.rewind(0);
  for (const what of ['cursor', 'head', 'lastConfirmedAt', 'hubRestoredAt', 'stationRestoredAt', 'divergedAt', 'snapshotWanted'])
    book.syncState.set(what, undefined);
}

export const isSameHub = (before: EnrolledHub | undefined, now: EnrolledHub): boolean =>
  before !== undefined && before.certificate.hub === now.certificate.hub && before.certificate.committee === now.certificate.committee;
