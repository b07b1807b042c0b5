/** What the simulation puts in the place of functions of `node:crypto` (scripts/sim/bundle.mjs): their randomness comes from the seed. */
import { createPrivateKey, createPublicKey, type KeyObject, verify as verifyOnce } from 'node:crypto';
import { fillRandom } from './machine';

export function randomBytes(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  fillRandom(bytes);
  return bytes;
}

export function randomFillSync<T extends Uint8Array>(bytes: T, offset = 0, size = bytes.length - offset): T {
  fillRandom(bytes.subarray(offset, offset + size));
  return bytes;
}

export function randomUUID(): string {
  const text = randomBytes(16).toString('hex');
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-8${text.slice(17, 20)}-${text.slice(20)}`;
}

export function randomInt(least: number, below?: number): number {
  const [from, to] = below === undefined ? [0, least] : [least, below];
  return from + (randomBytes(6).readUIntBE(0, 6) % (to - from));
}

/** PKCS #8 of the 32-byte seed of an Ed25519 or X25519 key. */
const pkcs8Prefixes = { ed25519: '302e020100300506032b657004220420', x25519: '302e020100300506032b656e04220420' } as const;

export function generateKeyPairSync(kind: keyof typeof pkcs8Prefixes): { privateKey: KeyObject; publicKey: KeyObject } {
  const der = Buffer.concat([Buffer.from(pkcs8Prefixes[kind], 'hex'), randomBytes(32)]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** A batch is verified by the hub and by every reader, each time it comes: the answer is the same. */
const verified = new WeakMap<KeyObject, Map<string, boolean>>();

export function verify(algorithm: null, data: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  const known = verified.get(key) ?? new Map<string, boolean>();
  verified.set(key, known);
  const asked = `${Buffer.from(data).toString('latin1')}\n${Buffer.from(signature).toString('latin1')}`;
  let answer = known.get(asked);
  if (answer === undefined) {
    answer = verifyOnce(algorithm, data, key, signature);
    known.set(asked, answer);
  }
  return answer;
}
