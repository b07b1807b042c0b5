import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';

/** Ed25519 as the protocol writes it: raw 32-byte keys in base64url. */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export const publicKeyOf = (raw: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiPrefix, Buffer.from(raw, 'base64url')]), format: 'der', type: 'spki' });
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
