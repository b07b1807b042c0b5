import { AppError } from '#shared/errors/app-error';
import { sha256Hex } from '#shared/node/batch-tools';
import { noHash } from '#shared/sync/batch';
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
  const { place = '' } = underWay.description;
  const end = positionOf(place);
  let position = positionOf(readTo(underWay));
  let logHash = hashOf(readTo(underWay));
  const proven = page.bodies.slice(0, end - position).map((body) => proveBatch(hub, page.devices, body));
  return book.transact(() => {
    const giveUp = (): 'elsewhere' => {
      snapshot.end();
      return 'elsewhere';
    };
    for (const [i, one] of proven.entries()) {
      const { header, hash } = one.batch;
      position += 1;
      logHash = sha256Hex(logHash + hash);
      if (page.batches[i]?.position !== position) throw new AppError('sync.badAnswer');
      if (header.incarnation === own) continue;
      if (isInPlaceOfOther(parts, header, hash)) {
        takeOverLost(parts, header);
        return giveUp();
      }
      keepBatch(parts, one, position, page);
    }
    const read = position === 0 ? '' : `${position}.${logHash}`;
    if (proven.length === 0 || (position === end && read !== place)) return giveUp();
    snapshot.readTo(read);
    return 'on';
  });
}

/** Position in the log that a cursor names. */
export const positionOf = (cursor: string): number => Number.parseInt(cursor, 10) || 0;
const hashOf = (cursor: string): string => cursor.split('.')[1] ?? noHash;
