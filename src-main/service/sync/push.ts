import { gapAnswer, parkedAnswer, paths, type PushAnswer, pushAnswer } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import type { Codec } from '#shared/sync/batch';
import type { FormedBatch } from './batch-table';
import { isFastLine, opsForBatch } from './batch-size';
import { batchTools } from './crypto/batch-tools';
import type { CarriedBatch } from './carried-table';
import { type HubClient, type HubReply, parseReply, unexpected } from './hub-client';
import { createInFlight } from './in-flight';
import { heard, type LineParts, spokenWith, type Talk } from './line-parts';
import { note } from './line-notes';
import { mayTravel } from './may-travel';
import { secrecyLookup } from './secrecy-values';
import { placeOf, takeOverRefused } from './take-over';

/** Batches under way at once, one for each connection. */
const mostUnderWay = 4;

/**
 * Sends what waits, oldest first: what others made and a restored hub lacks, former lives of this book, then its outbox.
 * Up to four batches are under way and may be answered in any order. Ends when nothing waits, when `go()` says stop, or when the
 * hub turns out to stand elsewhere (`memory.aligned` is false then).
 * @throws AppError of HubClient; what was acknowledged until then stays acknowledged
 */
export async function pushStep(parts: LineParts, talk: Talk): Promise<void> {
  const { book, batches, memory } = parts;
  releaseKept(parts);
  await offerOthers(parts, talk);
  const own = book.outbox.identity().incarnation;
  for (const incarnation of [...batches.incarnations().filter((one) => one !== own), own])
    if (memory.aligned && talk.go()) await pushLife(parts, talk, incarnation);
}

interface Answered {
  readonly batch: FormedBatch;
  readonly reply: HubReply;
}

async function pushLife(parts: LineParts, talk: Talk, incarnation: string): Promise<void> {
  const { batches, memory } = parts;
  const underWay = createInFlight<Answered>();
  /** Batches that the hub keeps until an earlier one arrives. */
  const parked: FormedBatch[] = [];
  let sent = 0;
  let stopped = false;

  const send = async (batch: FormedBatch): Promise<Answered> => ({
    batch,
    reply: await talk.client.send({ method: 'POST', path: paths.push, body: batch.bytes, twice: true }),
  });
  const take = ({ batch, reply }: Answered): void => {
    heard(parts, reply);
    if (reply.status === 200) {
      const answer = parseReply(pushAnswer, reply);
      // Where another copy of this book went on behind this batch, what the hub says of later numbers is not about ours.
      const isOurs = batches.byHash(incarnation, answer.hash) !== undefined;
      const applied = isOurs ? parked.filter(({ lastSeq }) => lastSeq <= answer.applied) : [];
      acknowledge(parts, [batch, ...applied], isOurs ? answer : through(batch.lastSeq, answer));
      memory.clashes = 0;
      if (!isOurs) memory.aligned = false;
    } else if (reply.status === 202) {
      parseReply(parkedAnswer, reply);
      parked.push(batch);
    } else {
      stopped = true;
      refused(parts, batch, reply);
    }
  };

  try {
    for (;;) {
      const most = spokenWith(parts, talk.hub) < 2 ? 1 : mostUnderWay;
      while (!stopped && talk.go() && underWay.size < most) {
        const batch = nextBatch(parts, talk, incarnation, sent);
        if (!batch) break;
        sent = batch.number;
        underWay.add(send(batch));
        // It leaves while the next one is formed.
        await parts.breathe();
      }
      if (underWay.size === 0) break;
      take(await underWay.next());
    }
  } catch (error) {
    // The line failed under one of them; what the hub answered to the others counts.
    for (const answered of await underWay.rest()) if (answered.reply.status === 200) take(answered);
    throw error;
  }
  if (stopped) return;
  // Parked to the end: the hub waits for a batch that it has answered for. Their places are compared anew.
  if (batches.nextAfter(incarnation, 0) && talk.go()) memory.aligned = false;
}

/** The next batch of a life above number `after`, formed where it is not yet; the courier takes them here as well. */
export function nextBatch(parts: LineParts, { hub }: Pick<Talk, 'hub'>, incarnation: string, after: number): FormedBatch | undefined {
  const { book, batches, former, memory, speed } = parts;
  const { committee } = hub.certificate;
  const protocol = spokenWith(parts, hub);
  const codec: Codec = protocol < 2 ? 'gzip' : batchTools.bestCodec;
  const isPresent = incarnation === book.outbox.identity().incarnation;
  const known = batches.nextAfter(incarnation, after);
  if (!known) {
    const { made, confirmed } = book.outbox.watermarks();
    const bytesPerSecond = speed.bytesPerSecond();
    const ops = opsForBatch(bytesPerSecond, memory.lately, made - confirmed);
    const batch = isPresent ? former.form(committee, codec, ops, isFastLine(bytesPerSecond)) : undefined;
    if (!batch) return undefined;
    memory.lately = { ops: batch.lastSeq - batch.firstSeq + 1, bytes: batch.bytes.length };
    book.outbox.markSent(batch.lastSeq);
    return batch;
  }
  const readable = protocol >= 2 || known.codec !== 'zstd';
  if (isPresent && (!readable || !former.mayLeave(known))) {
    book.transact(() => batches.replaceUnacknowledged(incarnation));
    return nextBatch(parts, { hub }, incarnation, after);
  }
  if (isPresent) book.outbox.markSent(known.lastSeq);
  // Of a former life, what became secret since is left out; its place in the chain stays filled.
  if (known.bytes && readable && (isPresent || former.mayLeave(known))) return { ...known, bytes: known.bytes };
  return former.reform(committee, known, readable ? known.codec : codec);
}

/** What an answer says of ops up to this number. */
export const through = (seq: number, { confirmed, refused, ...answer }: PushAnswer): PushAnswer => ({
  ...answer,
  confirmed: Math.min(confirmed, seq),
  refused: refused.filter((one) => one.seq <= seq),
});

function acknowledge(parts: LineParts, taken: readonly FormedBatch[], answer: PushAnswer): void {
  const { book, batches } = parts;
  const [{ incarnation } = { incarnation: '' }] = taken;
  book.transact(() => {
    for (const { number } of taken) batches.acknowledge(incarnation, number);
    if (incarnation === book.outbox.identity().incarnation) {
      for (const { seq, words, field } of answer.refused) book.outbox.park(seq, { ...words, field });
      book.outbox.markConfirmed(answer.confirmed);
    }
    batches.forgetBytes(incarnation, answer.confirmed);
    note(parts, 'lastConfirmedAt');
  });
}

/** @throws AppError for what neither sending again nor comparing anew can mend */
function refused(parts: LineParts, batch: FormedBatch, reply: HubReply): void {
  const { book, former, memory } = parts;
  if (reply.status === 409) {
    const { code } = parseReply(gapAnswer, reply);
    const isPresent = batch.incarnation === book.outbox.identity().incarnation;
    if (code === 'chain' && !isPresent) takeOverRefused(parts, batch);
    if (code === 'chain' && isPresent) memory.clashes += 1;
    memory.aligned = false;
  } else if (reply.status === 413 && former.formSmaller(batch)) memory.aligned = false;
  else throw unexpected(reply);
}

/** Batches of others that a restored hub lacks, in their order. What it does not take now is offered again after its next restore. */
async function offerOthers(parts: LineParts, { client, go }: Talk): Promise<void> {
  const { carried, memory } = parts;
  for (const [incarnation, number] of memory.offers) {
    for (let at = number; go(); ) {
      const batch = carried.nextAfter(incarnation, at);
      if (!batch) break;
      const answer = await offer(client, batch);
      if (answer === 'displaced') takeOverRefused(parts, placeOf(batch));
      if (answer !== 'taken') break;
      at = batch.number;
    }
    if (!go()) return;
    memory.offers.delete(incarnation);
  }
}

/** displaced: the hub has another one in its place; declined: it has too many of them parked, or does not know or no longer trusts its author. */
async function offer(client: HubClient, { bytes, author }: CarriedBatch): Promise<'taken' | 'displaced' | 'declined'> {
  try {
    const reply = await client.send({ method: 'POST', path: paths.push, body: bytes, ...(author && { author }) });
    if (reply.status === 409 && parseReply(gapAnswer, reply).code === 'chain') return 'displaced';
    return reply.status === 200 || reply.status === 202 ? 'taken' : 'declined';
  } catch (error) {
    if (error instanceof AppError && (error.code === 'sync.hubRefused' || error.code === 'sync.revoked')) return 'declined';
    throw error;
  }
}

/** Records that were kept here and have become open are issued anew, with everything that belongs to them. */
export function releaseKept({ book, kept }: LineParts): void {
  const records = kept.all();
  if (records.length === 0) return;
  const lookup = secrecyLookup(book);
  const travels = mayTravel(book);
  for (const { id } of records.filter((record) => travels(record.type, record.id, lookup))) {
    book.transact(() => {
      kept.remove(id);
      book.records.sendAgain(id);
    });
  }
}
