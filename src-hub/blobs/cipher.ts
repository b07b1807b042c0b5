/**
 * Scans at rest. While one arrives: AES-256-CTR with a random start block in front, so that it can be continued at any byte.
 * Once whole: AES-256-GCM, nonce (12) + ciphertext + tag (16), under a key of its own purpose.
 */
import { type Cipheriv, createCipheriv, createDecipheriv, type Decipheriv } from 'node:crypto';

export const ivBytes = 16;
export const nonceBytes = 12;
export const tagBytes = 16;

/** The key stream of a partial file from byte `offset` on; encrypts and decrypts. */
export function partCipher(key: Buffer, iv: Buffer, offset: number): Cipheriv {
  const counter = (BigInt(`0x${iv.toString('hex')}`) + BigInt(Math.floor(offset / 16))) & ((1n << 128n) - 1n);
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.from(counter.toString(16).padStart(32, '0'), 'hex'));
  cipher.update(Buffer.alloc(offset % 16));
  return cipher;
}

export const sealCipher = (key: Buffer, nonce: Buffer, hash: string) => createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(hash));
export const openCipher = (key: Buffer, nonce: Buffer, hash: string, tag: Buffer): Decipheriv =>
  createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(hash)).setAuthTag(tag);
