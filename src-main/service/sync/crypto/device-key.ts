import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import type { SyncState } from '../../store/settings';

/** The workstation's signing key (Ed25519). It lives in the encrypted book and never leaves it. */
export interface DeviceKey {
  /** Raw public key, base64url. */
  readonly publicKey: string;
  sign(data: Uint8Array | string): Buffer;
}

const stateKey = 'device.key';
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** The key of this book, made at the first call. A restored book keeps it: the hub's log is verified by it. */
export function openDeviceKey(state: SyncState): DeviceKey {
  const kept = state.get<string>(stateKey);
  const key = kept ? createPrivateKey({ key: Buffer.from(kept, 'base64'), format: 'der', type: 'pkcs8' }) : newKey(state);
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url');
  return { publicKey, sign: (data) => sign(null, Buffer.from(data), key) };
}

function newKey(state: SyncState): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  state.set(stateKey, privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'));
  return privateKey;
}

/** False for anything that is not this key's signature, also for a malformed one. */
export function verifies(rawKey: string, data: Uint8Array | string, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: Buffer.concat([spkiPrefix, Buffer.from(rawKey, 'base64url')]), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(data), key, signature);
  } catch {
    return false;
  }
}
