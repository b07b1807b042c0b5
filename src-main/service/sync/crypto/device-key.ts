import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { rawPublicKey } from '#shared/node/ed25519';
import type { SyncState } from '../../store/settings';

/** The workstation's signing key (Ed25519). It lives in the encrypted book and never leaves it. */
export interface DeviceKey {
  /** Raw public key, base64url. */
  readonly publicKey: string;
  sign(data: Uint8Array | string): Buffer;
}

const stateKey = 'device.key';

/** The key of this book, made at the first call. A restored book keeps it: the hub's log is verified by it. */
export function openDeviceKey(state: SyncState): DeviceKey {
  const kept = state.get<string>(stateKey);
  const key = kept ? createPrivateKey({ key: Buffer.from(kept, 'base64'), format: 'der', type: 'pkcs8' }) : newKey(state);
  return { publicKey: rawPublicKey(key), sign: (data) => sign(null, Buffer.from(data), key) };
}

function newKey(state: SyncState): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  state.set(stateKey, privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'));
  return privateKey;
}
