import { blobAnswer, haveAnswer, paths } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import { limits } from '#shared/sync/limits';
import type { BlobQueue, QueuedBlob } from './blob-queue';
import { type HubClient, parseReply } from './hub-client';
import type { ReadPageImage } from './sync-service';

/** Images asked for in one "have you?". */
const atOnce = 200;

/**
 * Sends page images until none waits or `go()` says stop (text came up, which goes first). A cut costs at most the part on
 * the way: the hub says from which byte to go on.
 * @throws AppError sync.unreachable and the others of HubClient
 */
export async function uploadBlobs(queue: BlobQueue, client: HubClient, readPageImage: ReadPageImage, go: () => boolean): Promise<void> {
  while (go()) {
    const next = queue.waiting(atOnce);
    if (next.length === 0) return;
    const missing = await askFor(client, next);
    queue.confirm(next.filter((blob) => !missing.has(blob.hash)).map((blob) => blob.hash));
    for (const { hash } of next) {
      if (!go()) return;
      const offset = missing.get(hash);
      if (offset === undefined) continue;
      const image = await read(readPageImage, hash);
      if (image && image.length > 0 && (await upload(client, hash, image, offset, go))) queue.confirm([hash]);
      else if (!go()) return;
      else queue.setAside(hash);
    }
  }
}

async function askFor(client: HubClient, blobs: readonly QueuedBlob[]): Promise<Map<string, number>> {
  const body = Buffer.from(JSON.stringify({ hashes: blobs.map((blob) => blob.hash) }));
  const reply = await client.send({ method: 'POST', path: paths.have, body });
  if (reply.status !== 200) throw new AppError('sync.hubRefused', { reason: reply.failure ?? String(reply.status) });
  return new Map(parseReply(haveAnswer, reply).missing.map(({ hash, offset }) => [hash, offset]));
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

/** True when the hub has it whole. */
async function upload(client: HubClient, hash: string, image: Buffer, from: number, go: () => boolean): Promise<boolean> {
  let offset = from;
  // A hub that answers with the same byte again and again is left after some tries; the next round asks anew.
  for (let stuck = 0; stuck < 3 && go(); ) {
    const body = image.subarray(offset, offset + limits.blobPartBytes);
    const reply = await client.send({
      method: 'PUT',
      path: `${paths.blob(hash)}?offset=${offset}&size=${image.length}`,
      body,
      unhashed: true,
    });
    if (reply.status !== 200 && reply.status !== 409) return false;
    const answer = parseReply(blobAnswer, reply);
    if (answer.done) return true;
    if (answer.offset <= offset) stuck++;
    offset = Math.min(answer.offset, image.length);
  }
  return false;
}
