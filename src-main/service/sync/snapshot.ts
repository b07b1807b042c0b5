import { z } from 'zod';
import { paths } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import { BatchError } from '#shared/sync/batch';
import {
  decodeSnapshotPart,
  type SnapshotDescription,
  snapshotDescription,
  type SnapshotRecord,
  snapshotText,
} from '#shared/sync/snapshot';
import type { Book } from '../book/book';
import { sha256Hex } from '#shared/node/batch-tools';
import { batchTools } from './crypto/batch-tools';
import { verifies } from '#shared/node/ed25519';
import type { EnrolledHub } from './enrolled-hub';
import { type HubReply, parseReply, unexpected } from './hub-client';
import { type LineParts, spokenWith, type Talk } from './line-parts';
import { cursorOf } from './pull';

/** A snapshot that is being taken; it survives a cut of the line and the end of the program. */
const underWay = z.object({ description: snapshotDescription, done: z.int().min(0) });
const stateKey = 'snapshot';
/** Set when the book differs from the hub and a snapshot shall put that right. */
const wantedKey = 'snapshotWanted';
/** A snapshot may expire while it is read; then another one is begun. */
const mostTries = 3;
/** Records of a part that are written in one transaction, so that the service answers in between. */
const recordsAtOnce = 500;

export const wantSnapshot = ({ syncState }: Pick<Book, 'syncState'>, wanted: boolean): void =>
  syncState.set(wantedKey, wanted || undefined);
export const isSnapshotWanted = ({ syncState }: Pick<Book, 'syncState'>): boolean => syncState.get<boolean>(wantedKey) === true;

/**
 * Takes the state of the scope where the log is not read from its beginning, or did not lead to the same state. A part
 * that was taken is not fetched again. A snapshot that lacks what this book has merged is left, and the log is read.
 * @throws AppError of HubClient; sync.badAnswer for what the hub did not sign; store.diskFull
 */
export async function snapshotStep(parts: LineParts, talk: Talk): Promise<void> {
  const { book } = parts;
  if (spokenWith(parts, talk.hub) < 2) return;
  for (let tries = 0; tries < mostTries && talk.go(); tries++) {
    const taken = readUnderWay(book) ?? (await begin(parts, talk));
    if (!taken) return;
    if (!book.records.isCovered(taken.description.authors)) return end(parts);
    if (await takeParts(parts, talk, taken)) return;
  }
}

function readUnderWay({ syncState }: Pick<Book, 'syncState'>) {
  return underWay.optional().catch(undefined).parse(syncState.get(stateKey));
}

async function begin(parts: LineParts, { client, hub }: Talk): Promise<z.infer<typeof underWay> | undefined> {
  const { book, memory } = parts;
  const differs = isSnapshotWanted(book);
  if (!differs && (cursorOf(parts) !== '' || memory.readsLog)) return undefined;
  const reply = await client.send({ method: 'GET', path: differs ? `${paths.snapshot}?present` : paths.snapshot });
  if (reply.status === 404) {
    memory.readsLog = true;
    wantSnapshot(book, false);
    return undefined;
  }
  if (reply.status !== 200) throw unexpected(reply);
  const description = readDescription(hub, reply);
  const taken = { description, done: 0 };
  book.transact(() => book.syncState.set(stateKey, taken));
  return taken;
}

/** False when it expired meanwhile. */
async function takeParts(
  { book, memory, breathe }: LineParts,
  { client, go }: Talk,
  { description, done }: z.infer<typeof underWay>,
): Promise<boolean> {
  const { id, parts, authors, cursor } = description;
  for (let n = done; n < parts.length; n++) {
    if (!go()) return true;
    const reply = await client.send({ method: 'GET', path: paths.snapshotPart(id, n) });
    if (reply.status === 410) {
      book.transact(() => book.syncState.set(stateKey, undefined));
      return false;
    }
    if (reply.status !== 200) throw unexpected(reply);
    const records = readPart(reply, parts[n]?.hash);
    for (let at = 0; at === 0 || at < records.length; at += recordsAtOnce) {
      const isLast = at + recordsAtOnce >= records.length;
      const done = { description, done: n + 1 };
      book.records.takeSnapshot(records.slice(at, at + recordsAtOnce), authors, () => isLast && book.syncState.set(stateKey, done));
      await breathe();
    }
  }
  book.records.countSnapshot(authors, () => {
    book.syncState.set(stateKey, undefined);
    book.syncState.set('cursor', cursor || undefined);
    wantSnapshot(book, false);
  });
  memory.compared = '';
  return true;
}

/** The log is read instead. */
function end({ book, memory }: LineParts): void {
  memory.readsLog = true;
  book.transact(() => {
    book.syncState.set(stateKey, undefined);
    wantSnapshot(book, false);
  });
}

function readDescription(hub: EnrolledHub, reply: HubReply): SnapshotDescription {
  const description = parseReply(snapshotDescription, reply);
  const { signature, ...signed } = description;
  const own = description.hub === hub.certificate.hub && description.committee === hub.certificate.committee;
  if (!own || !verifies(hub.publicKey, snapshotText(signed), Buffer.from(signature, 'base64url'))) throw new AppError('sync.badAnswer');
  return description;
}

function readPart({ bytes }: HubReply, hash: string | undefined): SnapshotRecord[] {
  try {
    if (sha256Hex(bytes) !== hash) throw new BatchError('signature');
    return decodeSnapshotPart(bytes, batchTools);
  } catch (error) {
    if (error instanceof BatchError) throw new AppError('sync.badAnswer', {}, error);
    throw error;
  }
}
