import { AppError } from '#shared/errors/app-error';
import { batchTools } from './crypto/batch-tools';
import { placeAfter, positionOf, readCursor, writeCursor } from '#shared/sync/cursor';
import type { LogPage } from '#shared/sync/log-page';
import type { EnrolledHub } from './enrolled-hub';
import { unexpected } from './hub-client';
import { keepBatch } from './keep-batch';
import { askPage, readPage } from './pull';
import type { LineParts, Talk } from './line-parts';
import { proveBatch } from './prove-batch';
import type { SnapshotUnderWay } from './snapshot-table';
import { isInPlaceOfOther, takeOverLost } from './take-over';

/**
 * A snapshot holds more than the hub could not lose any more. So the log behind its `cursor` is read through to the snapshot's own place before it counts,
 * and each batch of it is kept: whatever the hub loses meanwhile, whoever shows it can bring it back.
 */
export type ReadThrough = 'through' | 'stopped' | 'elsewhere';

/** A life that nobody has: the page leaves nothing out, so the log's hash can be followed over all of it. */
const nobody = 'none';

/** How far the log behind the snapshot was read. */
export const readTo = ({ description, read }: SnapshotUnderWay): string => read ?? description.cursor;

/** Whether the log was read through to the snapshot's place; a hub that names none is believed. */
export const isThrough = (underWay: SnapshotUnderWay): boolean =>
  underWay.description.place === undefined || positionOf(readTo(underWay)) >= positionOf(underWay.description.place);

/**
 * `elsewhere`: this log does not lead to the snapshot's place, because the hub was restored meanwhile; the snapshot is given up.
 * @throws AppError of HubClient; sync.badAnswer
 */
export async function readThrough(parts: LineParts, { client, hub, go }: Talk, id: string): Promise<ReadThrough> {
  const { book, snapshot } = parts;
  for (;;) {
    const underWay = snapshot.underWay();
    // The line and a stick may both be at work.
    if (underWay?.description.id !== id || underWay.next) return 'stopped';
    if (isThrough(underWay)) return 'through';
    if (!go()) return 'stopped';
    const from = readTo(underWay);
    const reply = await askPage(client, from, nobody);
    if (reply.status === 410) {
      book.transact(() => snapshot.end());
      return 'elsewhere';
    }
    if (reply.status !== 200) throw unexpected(reply);
    const now = snapshot.underWay();
    if (now?.description.id !== id || now.next || readTo(now) !== from) return 'stopped';
    if (takeBehind(parts, hub, readPage(reply)) === 'elsewhere') return 'elsewhere';
  }
}

/** Keeps what a page that follows on `readTo` holds, as far as the snapshot's place. @throws AppError sync.badAnswer */
export function takeBehind(parts: LineParts, hub: EnrolledHub, page: LogPage): 'on' | 'elsewhere' {
  const { book, snapshot } = parts;
  const underWay = snapshot.underWay();
  if (!underWay || isThrough(underWay)) return 'on';
  const { incarnation: own } = book.outbox.identity();
  const upTo = underWay.description.place ?? '';
  const end = positionOf(upTo);
  let place = readCursor(readTo(underWay));
  const proven = page.bodies.slice(0, end - place.position).map((body) => proveBatch(hub, page.devices, body));
  return book.transact(() => {
    const giveUp = (): 'elsewhere' => {
      snapshot.end();
      return 'elsewhere';
    };
    for (const [i, one] of proven.entries()) {
      const { header, hash } = one.batch;
      place = placeAfter(place, hash, batchTools);
      if (page.batches[i]?.position !== place.position) throw new AppError('sync.badAnswer');
      if (header.incarnation === own) continue;
      if (isInPlaceOfOther(parts, header, hash)) {
        takeOverLost(parts, header);
        return giveUp();
      }
      keepBatch(parts, one, place.position, page);
    }
    const read = writeCursor(place);
    if (proven.length === 0 || (place.position === end && read !== upTo)) return giveUp();
    snapshot.readTo(read);
    return 'on';
  });
}
