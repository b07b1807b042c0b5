import { paths } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import { limits } from '#shared/sync/limits';
import { bytesForPart } from './batch-size';
import { sha256Hex } from '#shared/node/batch-tools';
import { unexpected } from './hub-client';
import { createInFlight } from './in-flight';
import type { LineParts, Talk } from './line-parts';
import type { KeepPageImage } from './sync-service';

const mostUnderWay = 4;

/**
 * Brings the images that people asked for, four at a time, until none is left that the hub has or `go()` says stop. What the hub does
 * not have yet stays wanted.
 * @throws AppError of HubClient, store.diskFull
 */
export async function fetchStep(parts: LineParts, talk: Talk, keepPageImage: KeepPageImage): Promise<void> {
  const { wanted } = parts;
  /** Under way, or not to be had now. */
  const passed = new Set<string>();
  const underWay = createInFlight<void>();
  const bring = async (hash: string): Promise<void> => {
    try {
      await fetchImage(parts, talk, hash, keepPageImage);
      passed.delete(hash);
    } catch (error) {
      if (!(error instanceof AppError && (error.code === 'page.missing' || error.code === 'page.damaged'))) throw error;
    }
  };
  try {
    for (;;) {
      while (talk.go() && underWay.size < mostUnderWay) {
        const hash = wanted.next(passed.size + 1).find((one) => !passed.has(one));
        if (hash === undefined) break;
        passed.add(hash);
        underWay.add(bring(hash));
      }
      if (underWay.size === 0) return;
      await underWay.next();
    }
  } catch (error) {
    await underWay.rest();
    throw error;
  }
}

/**
 * Brings one image, in parts: what came before a cut is not asked for again while the book is open.
 * @throws AppError page.missing (the hub does not have it), page.damaged (it is not what its name says), those of HubClient
 */
export async function fetchImage(
  parts: LineParts,
  { client }: Pick<Talk, 'client'>,
  hash: string,
  keepPageImage: KeepPageImage,
): Promise<void> {
  const { book, wanted, memory, speed } = parts;
  const got = memory.fetched.get(hash) ?? [];
  memory.fetched.set(hash, got);
  for (let from = sizeOf(got); ; from = sizeOf(got)) {
    const length = bytesForPart(speed.bytesPerSecond(), mostUnderWay);
    const reply = await client.send({ method: 'GET', path: paths.blob(hash), range: [from, from + length - 1] });
    if (reply.status === 404) throw new AppError('page.missing');
    // 200: the whole, whatever was asked for.
    if (reply.status === 200) got.splice(0, got.length, reply.bytes);
    else if (reply.status === 206) got.push(reply.bytes);
    else throw unexpected(reply);
    if (sizeOf(got) > limits.blobBytes) break;
    const image = Buffer.concat(got);
    if (reply.status === 206 && reply.bytes.length === length && sha256Hex(image) !== hash) continue;
    memory.fetched.delete(hash);
    if (sha256Hex(image) !== hash) break;
    await keepPageImage(hash, image);
    wanted.remove(hash);
    book.events.emit({ kind: 'sync' });
    return;
  }
  memory.fetched.delete(hash);
  throw new AppError('page.damaged');
}

const sizeOf = (chunks: readonly Buffer[]): number => chunks.reduce((sum, chunk) => sum + chunk.length, 0);
