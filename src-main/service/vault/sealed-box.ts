/**
 * A box that anybody can fill and one key opens: an ephemeral X25519 key, HKDF-SHA256, AES-256-GCM. So the master key can be wrapped
 * for a person who is not there (rotation), whose passphrase nobody else knows.
 */
import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';
import { decrypt, encrypt } from './aead';
import { Secret } from './secret';

const spki = Buffer.from('302a300506032b656e032100', 'hex');
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const keyBytes = 32;

export interface BoxKeys {
  /** 32 bytes. */
  readonly publicKey: Buffer;
  readonly privateKey: Secret;
}

export function newBoxKeys(): BoxKeys {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const bytes = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-keyBytes);
  return { publicKey: rawOf(publicKey), privateKey: new Secret(bytes) };
}

/** Bytes of the box: ephemeral public key (32), then sealed bytes of vault/aead. `about` is bound to it. */
export function sealFor(publicKey: Uint8Array, about: string, clear: Uint8Array): Buffer {
  const once = generateKeyPairSync('x25519');
  const onceKey = rawOf(once.publicKey);
  const key = agreed(once.privateKey, publicOf(publicKey), onceKey, publicKey);
  const box = Buffer.concat([onceKey, encrypt(key, about, clear)]);
  key.forget();
  return box;
}

/** Undefined when the box is for another key, or anything of it or of `about` was altered. */
export function openBox({ publicKey, privateKey }: BoxKeys, about: string, box: Uint8Array): Buffer | undefined {
  if (box.length <= keyBytes) return undefined;
  const onceKey = Buffer.from(box.subarray(0, keyBytes));
  const own = createPrivateKey({ key: Buffer.concat([pkcs8, privateKey.reveal()]), format: 'der', type: 'pkcs8' });
  let key: Secret;
  try {
    key = agreed(own, publicOf(onceKey), onceKey, publicKey);
  } catch {
    return undefined; // a point of low order: no honest box has one
  }
  const clear = decrypt(key, about, box.subarray(keyBytes));
  key.forget();
  return clear;
}

const publicOf = (raw: Uint8Array): KeyObject => createPublicKey({ key: Buffer.concat([spki, raw]), format: 'der', type: 'spki' });
const rawOf = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'der', type: 'spki' }).subarray(-keyBytes));

function agreed(privateKey: KeyObject, publicKey: KeyObject, onceKey: Uint8Array, ownKey: Uint8Array): Secret {
  const shared = diffieHellman({ privateKey, publicKey });
  const key = new Secret(new Uint8Array(hkdfSync('sha256', shared, Buffer.concat([onceKey, ownKey]), 'kiem-tra-so box', keyBytes)));
  shared.fill(0);
  return key;
}
