/** Ed25519 as the protocol writes it: raw 32-byte public keys in base64url. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';

const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

const known = new Map<string, KeyObject>();
const mostKnown = 10_000;

/** Reading a key costs about as much as half a verification, so those that were read last are kept. */
function publicKeyOf(raw: string): KeyObject {
  const found = known.get(raw);
  if (found) return found;
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, Buffer.from(raw, 'base64url')]), format: 'der', type: 'spki' });
  if (known.size >= mostKnown) known.clear();
  known.set(raw, key);
  return key;
}

/** @param key private or public */
export const rawPublicKey = (key: KeyObject): string =>
  (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url');

/** False for anything that is not this key's signature, also for a malformed one. */
export function verifies(rawKey: string, data: Uint8Array | string, signature: Uint8Array): boolean {
  try {
    return verify(null, Buffer.from(data), publicKeyOf(rawKey), signature);
  } catch {
    return false;
  }
}

/** The same of a signature as text, base64url. A text that says the same bytes in another way is not the one that was written: false. */
export function verifiesText(rawKey: string, data: Uint8Array | string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  return bytes.toString('base64url') === signature && verifies(rawKey, data, bytes);
}
