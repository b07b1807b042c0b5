import { createHash, randomBytes } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { type BundleHeader, type Frame, frameKinds, type SignText } from '#shared/sync/bundle';
import { blobFrame, pageFrame, signedFrame } from '#shared/sync/bundle-frames';
import { sealBundle } from '#shared/sync/bundle-seal';
import type { StickFiles } from '#shared/sync/bundle-stick';
import { bundleTools } from '#shared/node/bundle-tools';
import { newDeviceKey } from './wire-station';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const gather = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};
export const join = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => Buffer.concat(await gather(pieces));
export async function* from<T>(...items: readonly T[]): AsyncGenerator<T, void> {
  yield* items;
}
/** The same bytes in pieces of other lengths. */
export async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** A folder of a stick in memory. */
export function memoryStick(files = new Map<string, Buffer>()): StickFiles & { readonly files: Map<string, Buffer> } {
  return {
    files,
    list: async () => [...files].map(([name, { length }]) => ({ name, bytes: length, writtenAt: 0 })),
    write: async (name, pieces) => void files.set(name, await join(pieces)),
    async rename(old, name) {
      files.set(name, files.get(old) ?? Buffer.alloc(0));
      files.delete(old);
    },
    read: (name) => inPieces(files.get(name) ?? Buffer.alloc(0), 64 * 1024),
    remove: async (name) => void files.delete(name),
  };
}

export interface TestSender {
  readonly publicKey: string;
  readonly sign: SignText;
}
export function testSender(): TestSender {
  const key = newDeviceKey();
  return { publicKey: key.publicKey, sign: (text) => key.sign(text).toString('base64url') };
}
export async function testReceiver(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

export const bundle = '0123456789abcdef';
export const header = (more: Partial<BundleHeader> = {}): Omit<BundleHeader, 'format' | 'part' | 'signature'> => ({
  bundle,
  direction: 'up',
  hub: 'hub-1',
  committee: 'xa-mau',
  device: 'device-1',
  recipient: null,
  certificates: [],
  madeAt: '2026-03-08T08:00:00.000Z',
  ...more,
});

/** One frame of every kind of content. */
export function someContent({ sign }: TestSender, blobBytes = 300): Frame[] {
  const blob = randomBytes(blobBytes);
  const receipt = { bundle, at: '2026-03-08T08:00:00.000Z', cursor: '', durable: 0, taken: [], marks: [], blobs: [], refused: [] };
  return [
    signedFrame('receipt', receipt, sign, bundleTools),
    signedFrame('wish', { bundle, blobs: [sha256(blob)] }, sign, bundleTools),
    { kind: frameKinds.batch, payload: randomBytes(200) },
    pageFrame(bundle, '', randomBytes(120), sign, bundleTools),
    blobFrame(sha256(blob), blob),
  ];
}

/** Parts of a bundle, each as its frames. */
export async function sealed(
  content: readonly Frame[],
  sender: TestSender,
  partBytes = 1e9,
  more: Partial<BundleHeader> = {},
): Promise<Frame[][]> {
  const parts: Frame[][] = [];
  for await (const { frames } of sealBundle(from(...content), { header: header(more), partBytes, sign: sender.sign, tools: bundleTools }))
    parts.push(await gather(frames));
  return parts;
}
