import { blobAnswer, haveAnswer, paths } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import { bytesForPart, smallestPart } from './batch-size';
import { type HubClient, parseReply, unexpected } from './hub-client';
import { createInFlight } from './in-flight';
import type { LineParts, Talk } from './line-parts';
import { imageMayTravel } from './may-travel';
import type { ReadPageImage } from './sync-service';

/** Images asked for in one "have you?". */
const askedAtOnce = 200;
/** Images under way at once, one for each connection. */
const mostUnderWay = 4;

type Outcome = 'whole' | 'left' | 'stopped';

/**
 * Sends page images, four at a time and in the order of the queue, until none waits or `go()` says stop (text came up, which goes
 * first). A cut costs at most the parts on the way: the hub says from which byte to go on.
 * @throws AppError of HubClient
 */
export async function uploadStep(parts: LineParts, talk: Talk, readPageImage: ReadPageImage): Promise<void> {
  const { book, blobs } = parts;
  const mayTravel = imageMayTravel(book);
  /** From which byte on the hub wants what it was asked for; absent: not asked yet. */
  const offsets = new Map<string, number>();
  const busy = new Set<string>();
  const underWay = createInFlight<{ hash: string; outcome: Outcome }>();
  try {
    for (;;) {
      while (talk.go() && underWay.size < mostUnderWay) {
        const next = blobs.waiting(mostUnderWay + 1).find(({ hash }) => !busy.has(hash));
        if (!next) break;
        if (!mayTravel(next.hash)) {
          blobs.setAside(next.hash);
          continue;
        }
        if (!offsets.has(next.hash)) {
          await askFor(parts, talk.client, offsets);
          continue;
        }
        busy.add(next.hash);
        underWay.add(uploadOne(parts, talk, next.hash, offsets.get(next.hash) ?? 0, readPageImage));
      }
      if (underWay.size === 0) return;
      const { hash, outcome } = await underWay.next();
      busy.delete(hash);
      offsets.delete(hash);
      if (outcome === 'whole') blobs.confirm([hash]);
      else if (outcome === 'left') blobs.setAside(hash);
    }
  } catch (error) {
    for (const { hash, outcome } of await underWay.rest()) if (outcome === 'whole') blobs.confirm([hash]);
    throw error;
  }
}

/** Asks for the next images in turn; those that the hub has are done. */
async function askFor({ blobs }: LineParts, client: HubClient, offsets: Map<string, number>): Promise<void> {
  const hashes = blobs.waiting(askedAtOnce).map(({ hash }) => hash);
  const reply = await client.send({ method: 'POST', path: paths.have, body: Buffer.from(JSON.stringify({ hashes })) });
  if (reply.status !== 200) throw unexpected(reply);
  const missing = new Map(parseReply(haveAnswer, reply).missing.map(({ hash, offset }) => [hash, offset]));
  blobs.confirm(hashes.filter((hash) => !missing.has(hash)));
  for (const [hash, offset] of missing) offsets.set(hash, offset);
}

async function uploadOne(
  parts: LineParts,
  talk: Talk,
  hash: string,
  from: number,
  readPageImage: ReadPageImage,
): Promise<{ hash: string; outcome: Outcome }> {
  const image = await read(readPageImage, hash);
  return { hash, outcome: image && image.length > 0 ? await upload(parts, talk, hash, image, from) : 'left' };
}

/** An image that is not here or damaged is told where pages are shown; the line passes it over. */
async function read(readPageImage: ReadPageImage, hash: string): Promise<Buffer | undefined> {
  try {
    return await readPageImage(hash);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

async function upload(
  { speed, memory, blobs }: LineParts,
  { client, go }: Talk,
  hash: string,
  image: Buffer,
  from: number,
): Promise<Outcome> {
  let offset = from;
  // A hub that answers with the same byte again and again is left after some tries; the next round asks anew.
  for (let stuck = 0; stuck < 3; ) {
    if (!go()) return 'stopped';
    // The last image has the line for itself: in larger parts, or it would wait for an answer after each.
    const sharers = Math.max(1, blobs.waiting(mostUnderWay).length);
    const length = Math.min(bytesForPart(speed.bytesPerSecond(), sharers), memory.largestPart);
    const body = image.subarray(offset, offset + length);
    const reply = await client.send({
      method: 'PUT',
      path: `${paths.blob(hash)}?offset=${offset}&size=${image.length}`,
      body,
      unhashed: true,
    });
    if (reply.status === 413 && body.length > smallestPart) {
      memory.largestPart = Math.ceil(body.length / 2);
      continue;
    }
    if (reply.status !== 200 && reply.status !== 409) return 'left';
    const answer = parseReply(blobAnswer, reply);
    if (answer.done) return 'whole';
    if (answer.offset <= offset) stuck++;
    offset = Math.min(answer.offset, image.length);
  }
  return 'left';
}
