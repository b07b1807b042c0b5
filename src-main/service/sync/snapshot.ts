import { paths } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import { type SnapshotDescription, snapshotDescription, snapshotPlaceText, snapshotText } from '#shared/sync/snapshot';
import { verifiesText } from '#shared/node/ed25519';
import type { EnrolledHub } from './enrolled-hub';
import { type HubReply, parseReply, unexpected } from './hub-client';
import { type LineParts, spokenWith, type Talk } from './line-parts';
import { cursorOf } from './pull';
import { isThrough, readThrough } from './read-through';
import { finishSnapshot, readSnapshotPart } from './take-snapshot';
import { isSnapshotDue, wantSnapshot } from './wanted-snapshot';

/** A snapshot may expire while it is read; then another one is begun. */
const mostTries = 3;

/**
 * Takes the state of the scope where the log is not read from its beginning, or did not lead to the same state. A part
 * that was fetched is not fetched again. A snapshot that lacks what this book has merged is left, and the log is read.
 * @throws AppError of HubClient; sync.badAnswer for what the hub did not sign; store.diskFull
 */
export async function snapshotStep(parts: LineParts, talk: Talk): Promise<void> {
  if (spokenWith(parts, talk.hub) < 2) return;
  await finishSnapshot(parts);
  for (let tries = 0; tries < mostTries && talk.go(); tries++) {
    const description = parts.snapshot.underWay()?.description ?? (await begin(parts, talk));
    if (!description) return;
    const fetched = await fetchParts(parts, talk, description);
    if (fetched === 'stopped') return;
    if (fetched === 'expired') continue;
    const read = await readThrough(parts, talk, description.id);
    if (read === 'stopped') return;
    if (read === 'elsewhere') continue;
    beginTaking(parts, description);
    return finishSnapshot(parts);
  }
}

/** Takes over a snapshot of which everything is here. For a stick, which brings the log behind the parts. @throws AppError store.diskFull */
export async function takeWhole(parts: LineParts): Promise<void> {
  const underWay = parts.snapshot.underWay();
  if (!underWay) return;
  const { description, next } = underWay;
  if (!next && isThrough(underWay) && description.parts.every(({ hash }) => parts.snapshot.has(hash))) beginTaking(parts, description);
  return finishSnapshot(parts);
}

async function begin(parts: LineParts, { client, hub }: Talk): Promise<SnapshotDescription | undefined> {
  const { book, memory, snapshot } = parts;
  const differs = isSnapshotDue(parts);
  if (!differs && (cursorOf(parts) !== '' || memory.readsLog)) return undefined;
  const reply = await client.send({ method: 'GET', path: differs ? `${paths.snapshot}?present` : paths.snapshot });
  if (reply.status === 404) {
    memory.readsLog = true;
    wantSnapshot(parts, false);
    return undefined;
  }
  if (reply.status !== 200) throw unexpected(reply);
  const description = readDescription(hub, reply);
  // A stick may have brought another one meanwhile.
  const other = snapshot.underWay()?.description;
  if (other) return other;
  if (!book.records.isCovered(description.authors)) {
    leave(parts);
    return undefined;
  }
  book.transact(() => snapshot.begin(description));
  return description;
}

async function fetchParts(
  { book, snapshot }: LineParts,
  { client, go }: Talk,
  { id, parts }: SnapshotDescription,
): Promise<'all' | 'stopped' | 'expired'> {
  const isStill = (): boolean => {
    const now = snapshot.underWay();
    return now?.description.id === id && now.next === undefined;
  };
  for (const [n, { hash }] of parts.entries()) {
    if (snapshot.has(hash)) continue;
    if (!go()) return 'stopped';
    const reply = await client.send({ method: 'GET', path: paths.snapshotPart(id, n) });
    // The line and a stick may both be at work.
    if (!isStill()) return 'stopped';
    if (reply.status === 410) {
      book.transact(() => snapshot.end());
      return 'expired';
    }
    if (reply.status !== 200) throw unexpected(reply);
    readSnapshotPart(reply.bytes, hash);
    book.transact(() => snapshot.keep(hash, reply.bytes));
  }
  return isStill() ? 'all' : 'stopped';
}

/** From here on nothing of others is merged until it is taken over; so it holds all that was merged before, and that stays true. */
function beginTaking(parts: LineParts, { authors }: SnapshotDescription): void {
  const { book, snapshot } = parts;
  book.transact(() => {
    if (book.records.isCovered(authors)) snapshot.moveTo({ part: 0, record: 0 });
    else {
      snapshot.end();
      leave(parts);
    }
  });
}

/** The log is read instead. */
function leave({ memory, now }: LineParts): void {
  memory.readsLog = true;
  memory.snapshotLeftAt = now();
}

function readDescription(hub: EnrolledHub, reply: HubReply): SnapshotDescription {
  const description = parseReply(snapshotDescription, reply);
  const { signature, place, placeSignature, ...signed } = description;
  const own = description.hub === hub.certificate.hub && description.committee === hub.certificate.committee;
  const isSigned = (text: string, by: string): boolean => verifiesText(hub.publicKey, text, by);
  const isPlaced = place === undefined || isSigned(snapshotPlaceText(place, signature), placeSignature ?? '');
  if (!own || !isSigned(snapshotText(signed), signature) || !isPlaced) throw new AppError('sync.badAnswer');
  return description;
}
