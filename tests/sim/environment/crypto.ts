/** What the simulation puts in the place of functions of `node:crypto` (scripts/sim/bundle.mjs): their randomness comes from the seed. */
import { hash } from 'node:crypto';
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

const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const spki = Buffer.from('302a300506032b6570032100', 'hex');
const sha256 = (...parts: readonly Uint8Array[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');

/** Seeds by public key: what lets a signature be checked, which a hash alone does not. */
const seeds = new Map<string, Buffer>();

/**
 * Ed25519 costs a third of a run. Its keys here have the same forms, and sign with a hash of seed and data: whoever lacks the seed cannot, and a
 * changed byte is found, which is all that the protocol asks of them.
 */
class SimulatedKey {
  readonly type: 'private' | 'public';
  readonly raw: Buffer;
  constructor(type: SimulatedKey['type'], raw: Buffer) {
    this.type = type;
    this.raw = raw;
  }
  public(): SimulatedKey {
    if (this.type === 'public') return this;
    const raw = sha256(Buffer.from('public'), this.raw);
    seeds.set(raw.toString('hex'), this.raw);
    return new SimulatedKey('public', raw);
  }
  export({ format }: { readonly format: 'pem' | 'der' }): Buffer | string {
    const der = Buffer.concat([this.type === 'private' ? pkcs8 : spki, this.raw]);
    return format === 'der' ? der : `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`;
  }
}

export function generateKeyPairSync(kind: 'ed25519'): { privateKey: SimulatedKey; publicKey: SimulatedKey } {
  if (kind !== 'ed25519') throw new RangeError(`the simulation makes no keys of ${String(kind)}`);
  const privateKey = new SimulatedKey('private', randomBytes(32));
  return { privateKey, publicKey: privateKey.public() };
}

const derOf = (given: string | { readonly key: Buffer }): Buffer =>
  typeof given === 'string' ? Buffer.from(given.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64') : given.key;

export const createPrivateKey = (given: string | { readonly key: Buffer }): SimulatedKey =>
  new SimulatedKey('private', derOf(given).subarray(pkcs8.length));

export const createPublicKey = (given: SimulatedKey | { readonly key: Buffer }): SimulatedKey =>
  given instanceof SimulatedKey ? given.public() : new SimulatedKey('public', derOf(given).subarray(spki.length));

const signatureOf = (seed: Buffer, data: Uint8Array): Buffer => {
  const half = sha256(seed, data);
  return Buffer.concat([half, half]);
};

export const sign = (_algorithm: null, data: Uint8Array, key: SimulatedKey): Buffer => signatureOf(key.raw, data);

export function verify(_algorithm: null, data: Uint8Array, key: SimulatedKey, signature: Uint8Array): boolean {
  const seed = seeds.get(key.raw.toString('hex'));
  return seed !== undefined && signatureOf(seed, data).equals(signature);
}
