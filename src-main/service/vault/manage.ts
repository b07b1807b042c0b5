/** Who can open the book: people come, change their passphrase, forget it, and go. Each change needs the passphrase of whoever makes it. */
import type { BookUser } from '../book/book';
import { AppError } from '#shared/errors/app-error';
import { uuid7 } from '../store/uuid7';
import { makeHolder } from './key-holder';
import { calibratedParams, kdfParams } from './passphrase';
import { newRecoverySecret, recoveryText, splitSecret, wordsOf } from './recovery-words';
import { holderName, unlock, type Unlocked, unlockByRecovery, withVaultKey, wrapFor, type WrapOptions } from './unlock';
import { type VaultFile, writeVault } from './vault-file';

export interface Actor {
  readonly userId: string;
  readonly passphrase: string;
}

/** Does `work` with the unlocked vault and writes what it gives; refused while keys change, which would lose the one or the other. */
export async function change<T>(dir: string, opened: Promise<Unlocked>, work: (unlocked: Unlocked) => Promise<[VaultFile, T]>): Promise<T> {
  const unlocked = await opened;
  try {
    if (unlocked.vault.rotation) throw new AppError('vault.rotating');
    const [vault, result] = await work(unlocked);
    withVaultKey(unlocked.master, (key) => writeVault(dir, vault, key));
    return result;
  } finally {
    unlocked.master.forget();
    unlocked.next?.forget();
  }
}

const replaced = (vault: VaultFile, user: VaultFile['users'][number]): VaultFile => ({
  ...vault,
  users: vault.users.map((one) => (one.id === user.id ? user : one)),
});

/** @throws AppError vault.weakPassphrase, vault.wrongPassphrase */
export const addUser = (
  dir: string,
  actor: Actor,
  { name, title, passphrase }: { name: string; title: string; passphrase: string },
  options: WrapOptions = {},
): Promise<BookUser> =>
  change(dir, unlock(dir, actor.userId, actor.passphrase), async ({ vault, master }) => {
    const user: BookUser = { id: uuid7(), name: name.normalize('NFC').trim(), title: title.normalize('NFC').trim() };
    return [{ ...vault, users: [...vault.users, await wrapFor(user, vault.committee.id, master, passphrase, options)] }, user];
  });

/** @throws AppError vault.weakPassphrase, vault.wrongPassphrase */
export const changePassphrase = (dir: string, actor: Actor, next: string, options: WrapOptions = {}): Promise<void> =>
  setPassphrase(dir, actor, actor.userId, next, options);

/** A new passphrase for somebody who forgot theirs. */
export const setPassphrase = (dir: string, actor: Actor, userId: string, next: string, options: WrapOptions = {}): Promise<void> =>
  change(dir, unlock(dir, actor.userId, actor.passphrase), (unlocked) => withPassphrase(unlocked, userId, next, options));

/** The same by the recovery sheet, where nobody remembers. */
export const recoverPassphrase = (dir: string, secret: string, userId: string, next: string, options: WrapOptions = {}): Promise<void> =>
  change(dir, unlockByRecovery(dir, secret), (unlocked) => withPassphrase(unlocked, userId, next, options));

async function withPassphrase(
  { vault, master }: Unlocked,
  userId: string,
  next: string,
  options: WrapOptions,
): Promise<[VaultFile, undefined]> {
  const user = vault.users.find(({ id }) => id === userId);
  if (!user) throw new AppError('vault.unknownUser');
  return [replaced(vault, await wrapFor(user, vault.committee.id, master, next, options)), undefined];
}

/** Takes away a person's way in. What they could read until now they may have kept: `rotateKeys` makes their old key worthless. */
export const removeUser = (dir: string, actor: Actor, userId: string): Promise<void> =>
  change(dir, unlock(dir, actor.userId, actor.passphrase), async ({ vault }) => {
    if (userId === actor.userId || vault.users.length === 1) throw new AppError('vault.lastUser');
    if (!vault.users.some(({ id }) => id === userId)) throw new AppError('vault.unknownUser');
    const machines = vault.machines?.filter((machine) => machine.userId !== userId);
    return [{ ...vault, users: vault.users.filter(({ id }) => id !== userId), ...(machines && { machines }) }, undefined];
  });

export interface RecoverySheets {
  readonly id: string;
  readonly madeAt: string;
  /** One sheet, or three of which any two open the book. Shown once, kept nowhere. */
  readonly sheets: readonly (readonly string[])[];
}

/** A new recovery sheet; the former one opens nothing from now on. */
export const makeRecovery = (dir: string, actor: Actor, split: boolean, options: WrapOptions = {}): Promise<RecoverySheets> =>
  change(dir, unlock(dir, actor.userId, actor.passphrase), async ({ vault, master }) => {
    const [id, madeAt, secret] = [uuid7(), new Date().toISOString(), newRecoverySecret()];
    const params = options.calibrated ? await calibratedParams() : kdfParams;
    const holder = await makeHolder(holderName(vault, id), recoveryText(secret.reveal()), params, master);
    const parts = split ? await splitSecret(secret) : [secret.reveal()];
    const sheets = parts.map((part) => wordsOf(part));
    secret.forget();
    return [
      { ...vault, recovery: { id, madeAt, split, ...holder } },
      { id, madeAt, sheets },
    ];
  });
