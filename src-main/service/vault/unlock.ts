import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors/app-error';
import type { BookUser } from '../book/book';
import { decrypt, encrypt } from './aead';
import { deriveKey, kdfParams, requireStrong } from './passphrase';
import { Secret } from './secret';
import { forgetTries, noteWrongTry, requireTryAllowed } from './tries';
import { readVault, type VaultUser } from './vault-file';

const about = (committeeId: string, userId: string): string => `vault 1|${committeeId}|${userId}`;

/**
 * Wraps the master key for a user.
 * @throws AppError vault.weakPassphrase
 */
export async function wrapFor(user: BookUser, committeeId: string, master: Secret, passphrase: string): Promise<VaultUser> {
  requireStrong(passphrase);
  const salt = randomBytes(16);
  const key = await deriveKey(passphrase, salt, kdfParams);
  const wrapped = encrypt(key, about(committeeId, user.id), master.reveal()).toString('base64');
  key.forget();
  return { ...user, salt: salt.toString('base64'), params: kdfParams, wrapped };
}

/**
 * The master key of the book in `dir`.
 * @throws AppError store.notFound, store.notABook, vault.unknownUser, vault.wrongPassphrase, vault.tooManyTries
 */
export async function unlockMaster(dir: string, userId: string, passphrase: string, now = Date.now()): Promise<Secret> {
  const vault = readVault(dir);
  const user = vault.users.find(({ id }) => id === userId);
  if (!user) throw new AppError('vault.unknownUser');
  requireTryAllowed(dir, now);
  const key = await deriveKey(passphrase, Buffer.from(user.salt, 'base64'), user.params);
  const master = decrypt(key, about(vault.committee.id, userId), Buffer.from(user.wrapped, 'base64'));
  key.forget();
  if (!master) {
    noteWrongTry(dir, now);
    throw new AppError('vault.wrongPassphrase');
  }
  forgetTries(dir);
  const secret = new Secret(master);
  master.fill(0);
  return secret;
}
