import { paths, pushAnswer } from '#shared/contract/hub';
import { type HubClient, parseReply } from './hub-client';
import type { LineParts } from './line-parts';
import { note } from './line-notes';
import { through } from './push';
import { finishSnapshot, isTakingSnapshot } from './take-snapshot';
import { wantSnapshot } from './wanted-snapshot';

/**
 * This book was restored from a backup, or copied: the hub has batches of its life that it never made. It takes a new life,
 * issues again what lies beyond the common prefix, and pulls everything.
 *
 * The prefix may reach further than what was acknowledged (an answer was lost before the backup was made), so the batches
 * behind it are offered until the hub says that it has another one in their place. It may also be shorter: a hub that was restored
 * lost what it had acknowledged, and took another copy's batches since. So what is not durable yet is offered with them.
 * @throws AppError of HubClient
 */
export async function renewBook(parts: LineParts, client: HubClient, committee: string): Promise<void> {
  const { book, batches, former } = parts;
  const { incarnation } = book.outbox.identity();
  const undurable = batches.undurableAfter(incarnation, 0);
  if (undurable) book.transact(() => batches.sendAgainAfter(incarnation, undurable.number - 1));
  for (let at = 0, next = batches.nextAfter(incarnation, at); next; next = batches.nextAfter(incarnation, at)) {
    const batch = next.bytes ? next : former.reform(committee, next, next.codec);
    if (!batch.bytes) break;
    const reply = await client.send({ method: 'POST', path: paths.push, body: batch.bytes });
    if (reply.status !== 200) break;
    const { refused } = through(batch.lastSeq, parseReply(pushAnswer, reply));
    book.transact(() => {
      for (const { seq, words, field } of refused) book.outbox.park(seq, { ...words, field });
      batches.acknowledge(incarnation, batch.number);
    });
    at = batch.number;
  }
  while (isTakingSnapshot(parts)) await finishSnapshot(parts);
  book.transact(() => {
    const shared = batches.lastAcknowledged(incarnation);
    batches.replaceUnacknowledged(incarnation);
    book.records.renewLife(shared?.lastSeq ?? 0);
    book.syncState.set('cursor', undefined);
    wantSnapshot(parts, true);
    note(parts, 'stationRestoredAt');
  });
  parts.memory.clashes = 0;
}
