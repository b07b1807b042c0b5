/**
 * Words of the recovery sheet. 15 random bytes (120 bits, behind Argon2id as well) make 12 words, a share of 16 bytes makes 13; the
 * bits that are left over (12 and 15) are a checksum, so that a word read wrongly is found before anything is tried.
 */
import { createHash, randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors/app-error';
import { placeOfWord, wordAt, wordBits } from '#shared/recovery/word-list';
import { Secret } from './secret';

export const secretBytes = 15;
const shareBytes = secretBytes + 1;
const leastChecksumBits = 12;

/** Any two of them give the secret back. */
export const shares = { made: 3, needed: 2 } as const;

const wordsFor = (bytes: number): number => Math.ceil((bytes * 8 + leastChecksumBits) / wordBits);

export function wordsOf(bytes: Uint8Array): string[] {
  const words = wordsFor(bytes.length);
  const bits = bitsOf(bytes) + bitsOf(createHash('sha256').update(bytes).digest()).slice(0, words * wordBits - bytes.length * 8);
  return Array.from({ length: words }, (_, i) => wordAt(Number.parseInt(bits.slice(i * wordBits, (i + 1) * wordBits), 2)));
}

/** The bytes behind typed words, however they are separated. @throws AppError vault.wrongWords */
export function bytesOf(typed: string): Buffer {
  const words = typed.split(/[\s,.;:\d-]+/u).filter(Boolean);
  const places = words.map(placeOfWord);
  const wrong = places.indexOf(-1);
  if (wrong >= 0) throw new AppError('vault.wrongWords', { place: wrong + 1 });
  const size = [secretBytes, shareBytes].find((bytes) => wordsFor(bytes) === words.length);
  if (size === undefined) throw new AppError('vault.wrongWords', { place: words.length });
  const bits = places.map((place) => place.toString(2).padStart(wordBits, '0')).join('');
  const bytes = Buffer.from(Array.from({ length: size }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2)));
  if (wordsOf(bytes).join() !== words.map((word) => word.toLowerCase()).join()) throw new AppError('vault.wrongWords', { place: 0 });
  return bytes;
}

export const newRecoverySecret = (): Secret => new Secret(randomBytes(secretBytes));

/** What Argon2id is given: the secret as text. */
export const recoveryText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

export async function splitSecret(secret: Secret): Promise<Buffer[]> {
  const { split } = await import('shamir-secret-sharing');
  return (await split(new Uint8Array(secret.reveal()), shares.made, shares.needed)).map((share) => Buffer.from(share));
}

/**
 * The secret from what was typed: the words of the whole sheet, or of two different shares.
 * @throws AppError vault.wrongWords, vault.shareMissing
 */
export async function secretFromWords(sheets: readonly string[]): Promise<Secret> {
  const parts = sheets.filter((sheet) => sheet.trim() !== '').map(bytesOf);
  const whole = parts.find(({ length }) => length === secretBytes);
  if (whole) return new Secret(whole);
  const different = [...new Map(parts.map((part) => [part.at(-1), part])).values()];
  if (different.length < shares.needed) throw new AppError('vault.shareMissing', { needed: shares.needed });
  const { combine } = await import('shamir-secret-sharing');
  return new Secret(await combine(different.slice(0, shares.needed).map((part) => new Uint8Array(part))));
}

const bitsOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
