import { paths, type Watermark, watermarkAnswer, watermarkAnswer1 } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import { type Codec, noHash } from '#shared/sync/batch';
import { limits } from '#shared/sync/limits';
import { unexpected, type HubClient, parseReply } from './hub-client';
import { heard, type LineParts, spokenWith, type Talk } from './line-parts';
import { cursorOf } from './pull';
import { renewBook } from './renew';
import { startOver } from './take-over';

/**
 * Compares how far the hub says it is with what it acknowledged, for every life of this book and for what was pulled of others: a
 * hub that was restored, or a book that was, is found here even when nothing waits. Also learns what has become durable.
 * @throws AppError of HubClient
 */
export async function alignStep(parts: LineParts, { client, hub }: Talk): Promise<void> {
  const { book, batches, carried, memory } = parts;
  const own = book.outbox.identity().incarnation;
  const [present] = await askMarks(parts, client, [own]);
  if (!present) throw new AppError('sync.badAnswer');
  const former = batches.incarnations().filter((incarnation) => incarnation !== own);
  // A hub of version 1 knows one incarnation at a time and takes batches from their author alone.
  const brought = spokenWith(parts, hub) < 2 ? [] : carried.incarnations();
  const marks = await askMarks(parts, client, [...new Set([...former, ...brought])]);

  // A second clash after the places were compared: whatever the reason, a new life puts it right and loses nothing.
  if (isForeign(parts, present) || memory.clashes > 1) await renewBook(parts, client, hub.certificate.committee);
  else book.transact(() => settle(parts, present));
  for (const mark of marks.filter(({ incarnation }) => former.includes(incarnation)))
    book.transact(() => (isForeign(parts, mark) ? lookInto(parts, mark) : settle(parts, mark)));
  // Also of a former life that another copy of this book went on with. A book whose log is read from its beginning may hold what a restored hub lost
  // and has taken another batch for since: it offers all that it carries, and learns of each whether it is there.
  const readsAll = cursorOf(parts) === '';
  const behind = marks.filter(({ incarnation }) => brought.includes(incarnation));
  memory.offers = new Map(behind.map(({ incarnation, number }) => [incarnation, readsAll ? 0 : number]));
  memory.aligned = true;
}

async function askMarks(parts: LineParts, client: HubClient, incarnations: readonly string[]): Promise<Watermark[]> {
  const { memory } = parts;
  const marks: Watermark[] = [];
  const atOnce = (memory.protocol ?? 1) < 2 ? 1 : limits.incarnationsAsked;
  for (let at = 0; at < incarnations.length; at += atOnce) {
    const asked = incarnations.slice(at, at + atOnce);
    const query = new URLSearchParams(asked.map((incarnation): [string, string] => ['incarnation', incarnation]));
    const reply = await client.send({ method: 'GET', path: `${paths.watermark}?${query.toString()}` });
    if (reply.status !== 200) throw unexpected(reply);
    heard(parts, reply);
    if (reply.protocol >= 2) marks.push(...parseReply(watermarkAnswer, reply).marks);
    else marks.push(...asked.slice(0, 1).map((incarnation) => ({ incarnation, number: 0, ...parseReply(watermarkAnswer1, reply) })));
  }
  return marks;
}

const isForeign = ({ batches }: LineParts, { incarnation, hash }: Watermark): boolean =>
  hash !== noHash && batches.byHash(incarnation, hash) === undefined;

/**
 * Another copy of this book went on in that life. Usually the hub has all of ours; but one that was restored may have lost some before. So what it
 * could have lost is offered once more: it says which it has, and in the place of which it has another one.
 */
function lookInto({ batches, memory }: LineParts, { incarnation, hash }: Watermark): void {
  if (memory.lookedInto.get(incarnation) === hash) return;
  memory.lookedInto.set(incarnation, hash);
  const undurable = batches.undurableAfter(incarnation, 0);
  if (undurable) batches.sendAgainAfter(incarnation, undurable.number - 1);
}

/** The hub's last batch is one of ours: what lies behind it is offered, what is durable is let go. */
function settle(parts: LineParts, { incarnation, hash, confirmed }: Watermark): void {
  const { book, batches, blobs } = parts;
  const isPresent = incarnation === book.outbox.identity().incarnation;
  const acknowledged = batches.lastAcknowledged(incarnation);
  let common = batches.byHash(incarnation, hash);
  if (common?.state === 'replaced') {
    // What a former life wrote was issued anew where it had to be.
    const reads = (codec: Codec): boolean => codec !== 'zstd' || (parts.memory.protocol ?? 1) >= 2;
    batches.adopt(incarnation, hash, (batch) => isPresent && reads(batch.codec) && parts.former.mayLeave(batch));
    common = batches.byHash(incarnation, hash);
    if (isPresent) book.outbox.markSent(common?.lastSeq ?? 0);
  } else if (acknowledged && acknowledged.number > (common?.number ?? 0)) {
    batches.sendAgainAfter(incarnation, common?.number ?? 0);
    if (isPresent) book.outbox.rewind(common?.lastSeq ?? 0);
    // Images and others' batches may be lost with it; the hub is asked for both. Its log is read anew even where the cursor should still fit (what is
    // offered may come to stand exactly where it stood): only so it is learned again where others' batches stand, and when they may be let go.
    blobs.reset();
    startOver(parts);
  }
  const durable = Math.min(confirmed, batches.lastAcknowledged(incarnation)?.lastSeq ?? 0);
  if (isPresent) book.outbox.markConfirmed(durable);
  batches.forgetBytes(incarnation, durable);
}
