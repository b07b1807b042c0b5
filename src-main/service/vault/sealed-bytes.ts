/**
 * Encrypted file of a page or thumbnail:  'KTSP' (4 bytes), version 1 (1 byte), nonce (12), ciphertext, tag (16).
 * `name` is the content hash under which the file is known: a file put under another name does not open.
 * The whole file is checked before a byte is handed out.
 */
import { AppError } from '#shared/errors/app-error';
import { decrypt, encrypt } from './aead';
import type { Secret } from './secret';

const header = Buffer.from([0x4b, 0x54, 0x53, 0x50, 1]);

export const sealBytes = (key: Secret, name: string, clear: Uint8Array): Buffer =>
  Buffer.concat([header, encrypt(key, `page|${name}`, clear)]);

/** @throws AppError page.damaged */
export function openBytes(key: Secret, name: string, sealed: Uint8Array): Buffer {
  const clear = header.equals(sealed.subarray(0, header.length)) ? decrypt(key, `page|${name}`, sealed.subarray(header.length)) : undefined;
  if (!clear) throw new AppError('page.damaged');
  return clear;
}
