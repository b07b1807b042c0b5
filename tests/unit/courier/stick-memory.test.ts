import { createCipheriv } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Frame } from '#shared/sync/bundle';
import { blobFrame } from '#shared/sync/bundle-frames';
import { openPart } from '#shared/sync/bundle-open';
import { sealBundle } from '#shared/sync/bundle-seal';
import { readPart, writePart } from '#shared/sync/bundle-stick';
import { agePipe } from '#shared/node/age-pipe';
import { bundleTools } from '#shared/node/bundle-tools';
import { openStickFiles } from '#shared/node/stick-files';
import { header, sha256, testReceiver, testSender } from '../../support/memory-stick';

const blobBytes = 2 * 1024 * 1024;
const mebibyte = 1024 * 1024;

/** Images that are made when they are asked for. */
async function* images(count: number): AsyncGenerator<Frame, void> {
  const zeros = Buffer.alloc(blobBytes);
  for (let i = 0; i < count; i++) {
    const key = Buffer.alloc(16, i % 256);
    const image = createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(zeros);
    yield blobFrame(sha256(image), image);
  }
}

/** Most bytes that buffers took beyond what they took before. */
async function growth(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }, 5);
  await work();
  clearInterval(timer);
  return most;
}

test('a bundle of 150 MB is written, read back and read in memory that does not grow with it', { timeout: 180_000 }, async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'kts-usb-'));
  const files = openStickFiles(dir);
  const sender = testSender();
  const { identity, recipient } = await testReceiver();
  const count = 75;
  const writing = await growth(async () => {
    const parts = sealBundle(images(count), { header: header(), partBytes: 1e9, sign: sender.sign, tools: bundleTools });
    for await (const { frames } of parts)
      expect(await writePart({ files, name: 'x', recipients: [recipient], frames, age: agePipe, tools: bundleTools })).toBeGreaterThan(
        count * blobBytes,
      );
  });
  let read = 0;
  const reading = await growth(async () => {
    const { items } = await openPart(readPart(files, 'x', identity, agePipe), () => sender.publicKey, bundleTools);
    for await (const item of items) if (item.kind === 'blob') read += 1;
  });
  expect(read).toBe(count);
  // A handful of images and what the collector has not come round to; the whole would be above 150.
  expect(Math.max(writing, reading) / mebibyte).toBeLessThan(110);
  await rm(dir, { recursive: true, force: true });
});
