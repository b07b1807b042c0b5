import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';

/** Ed25519 as the protocol writes it: raw 32-byte keys in base64url. */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

const known = new Map<string, KeyObject>();
const mostKnown = 10_000;

/** Reading a key costs about as much as half a verification, so those of the last workstations are kept. */
export function publicKeyOf(raw: string): KeyObject {
  const found = known.get(raw);
  if (found) return found;
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, Buffer.from(raw, 'base64url')]), format: 'der', type: 'spki' });
  if (known.size >= mostKnown) known.clear();
  known.set(raw, key);
  return key;
}
export const rawPublicKey = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url');
export const newPrivateKeyPem = (): string => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
export const privateKeyOf = (pem: string): KeyObject => createPrivateKey(pem);

export const signBytes = (key: KeyObject, data: Uint8Array | string): Buffer => sign(null, Buffer.from(data), key);
/** False for anything that is not this key's signature, also for a malformed one. */
export function verifies(rawKey: string, data: Uint8Array | string, signature: Uint8Array): boolean {
  try {
    return verify(null, Buffer.from(data), publicKeyOf(rawKey), signature);
  } catch {
    return false;
  }
}
