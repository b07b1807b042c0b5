import { AppError } from '#shared/errors/app-error';
import type { BookUser } from '../book/book';
import { deriveBookKeys, forgetKeys } from './keys';
import { type HolderName, type KeyHolder, makeHolder, openHolder } from './key-holder';
import { calibratedParams, kdfParams, requireStrong } from './passphrase';
import type { Secret } from './secret';
import { forgetTries, noteWrongTry, requireTryAllowed } from './tries';
import { isGenuine, readVault, type VaultFile, type VaultUser, writeVault } from './vault-file';

export const holderName = (vault: Pick<VaultFile, 'committee'>, id: string): HolderName => `${vault.committee.id}|${id}`;

export interface WrapOptions {
  /** Whether Argon2id is raised to about half a second on this machine; the floor otherwise (tests, the training committee). */
  readonly calibrated?: boolean;
}

/**
 * Wraps the master key for a user.
 * @throws AppError vault.weakPassphrase
 */
export async function wrapFor(
  user: BookUser,
  committeeId: string,
  master: Secret,
  passphrase: string,
  { calibrated = false }: WrapOptions = {},
): Promise<VaultUser> {
  requireStrong(passphrase);
  const params = calibrated ? await calibratedParams() : kdfParams;
  const { id, name, title } = user;
  return { id, name, title, ...(await makeHolder(`${committeeId}|${id}`, passphrase, params, master)) };
}

export interface Unlocked {
  readonly vault: VaultFile;
  readonly master: Secret;
  /** Where a rotation is under way: the master key that it leads to. */
  readonly next?: Secret;
}

/**
 * The master key of the book in `dir`, by a person's passphrase. An entry of version 1 is brought to the present form on the way.
 * @throws AppError store.notFound, store.notABook, vault.unknownUser, vault.wrongPassphrase, vault.tooManyTries, vault.tampered
 */
export async function unlock(dir: string, userId: string, passphrase: string, now = Date.now()): Promise<Unlocked> {
  const vault = readVault(dir);
  const user = vault.users.find(({ id }) => id === userId);
  if (!user) throw new AppError('vault.unknownUser');
  const opened = await tryToOpen(dir, vault, user, passphrase, now);
  if (user.publicKey !== undefined) return opened;
  const renewed = { ...user, ...(await makeHolder(holderName(vault, user.id), passphrase, user.params, opened.master)) };
  const next = { ...vault, version: 2 as const, users: vault.users.map((one) => (one.id === userId ? renewed : one)) };
  withVaultKey(opened.master, (key) => writeVault(dir, next, key));
  return { ...opened, vault: next };
}

/** The same by the secret of the recovery sheet. @throws AppError vault.noRecovery beside those of `unlock` */
export async function unlockByRecovery(dir: string, secret: string, now = Date.now()): Promise<Unlocked> {
  const vault = readVault(dir);
  if (!vault.recovery) throw new AppError('vault.noRecovery');
  return tryToOpen(dir, vault, vault.recovery, secret, now);
}

/** By the secret of any holder. */
export async function tryToOpen(
  dir: string,
  vault: VaultFile,
  holder: KeyHolder & { readonly id: string },
  secret: string,
  now: number,
): Promise<Unlocked> {
  requireTryAllowed(dir, now);
  const opened = await openHolder(holderName(vault, holder.id), secret, holder, vault.rotation?.next[holder.id]);
  if (!opened) {
    noteWrongTry(dir, now);
    throw new AppError('vault.wrongPassphrase');
  }
  forgetTries(dir);
  const { master, also: next } = opened;
  // While keys change, the file is sealed under the key that goes away; it is sealed under the new one with the last step.
  if (!withVaultKey(master, (key) => isGenuine(vault, key))) throw new AppError('vault.tampered');
  return { vault, master, ...(next && { next }) };
}

export function withVaultKey<T>(master: Secret, work: (key: Secret) => T): T {
  const keys = deriveBookKeys(master);
  try {
    return work(keys.vault);
  } finally {
    forgetKeys(keys);
  }
}

/** As `unlock`, for callers that need nothing but the key. */
export const unlockMaster = async (dir: string, userId: string, passphrase: string, now = Date.now()): Promise<Secret> =>
  (await unlock(dir, userId, passphrase, now)).master;
