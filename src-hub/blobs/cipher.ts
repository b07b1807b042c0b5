/**
 * Scans at rest: AES-256-GCM, nonce (12) + ciphertext + tag (16), under a key of its own purpose; the name is authenticated with it.
 * The ciphertext of GCM is a key stream from counter 2 on, so it can be read from any byte; what is read so is proven by its
 * address at the reader.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const nonceBytes = 12;
export const tagBytes = 16;
export const sealedSize = (size: number): number => nonceBytes + size + tagBytes;

export async function* seal(key: Buffer, hash: string, clear: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(hash));
  yield nonce;
  for await (const chunk of clear) yield cipher.update(chunk);
  cipher.final();
  yield cipher.getAuthTag();
}

/** The whole content. @throws at the end when a byte of it was changed */
export async function* unseal(key: Buffer, hash: string, sealed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let held: Buffer = Buffer.alloc(0);
  let decipher: ReturnType<typeof decipherOf> | undefined;
  for await (const chunk of sealed) {
    held = Buffer.concat([held, chunk]);
    if (!decipher && held.length >= nonceBytes) {
      decipher = decipherOf(key, hash, held.subarray(0, nonceBytes));
      held = held.subarray(nonceBytes);
    }
    if (!decipher || held.length <= tagBytes) continue;
    yield decipher.update(held.subarray(0, -tagBytes));
    held = held.subarray(-tagBytes);
  }
  if (!decipher || held.length !== tagBytes) throw new Error('a stored scan is cut off');
  decipher.setAuthTag(held).final();
}

const decipherOf = (key: Buffer, hash: string, nonce: Buffer) => createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(hash));

/** The content from byte `from` on; `sealed` is the ciphertext from there, without the tag. */
export async function* unsealFrom(key: Buffer, nonce: Buffer, from: number, sealed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(2 + Math.floor(from / 16));
  const stream = createDecipheriv('aes-256-ctr', key, Buffer.concat([nonce, counter]));
  stream.update(Buffer.alloc(from % 16));
  for await (const chunk of sealed) yield stream.update(chunk);
}

/** One part of an upload under way. */
export function sealPart(key: Buffer, place: string, clear: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}
export function openPart(key: Buffer, place: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes)).setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}
