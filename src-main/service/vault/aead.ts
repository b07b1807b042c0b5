import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Secret } from './secret';

/** AES-256-GCM. Sealed bytes are nonce (12), ciphertext, tag (16); `about` is bound to them but not stored. */
export const nonceBytes = 12;
export const tagBytes = 16;

export function encrypt(key: Secret, about: string, clear: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key.reveal(), nonce);
  cipher.setAAD(Buffer.from(about, 'utf8'));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined when the key is wrong, or anything of the bytes or of `about` was altered; nothing is handed out before that is known. */
export function decrypt(key: Secret, about: string, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key.reveal(), sealed.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(about, 'utf8'));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    const clear = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
    // Throws where the tag does not fit. In this mode nothing is left for it to give: a copy less.
    decipher.final();
    return clear;
  } catch {
    return undefined;
  }
}
