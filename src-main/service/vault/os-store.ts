/**
 * A way in by the operating system's key store, for a person who asks for it: a random secret opens their box with the master key, and lies in vault.json
 * encrypted by the system (DPAPI, Keychain, libsecret). Off by default. Whoever uses that account of the system opens the book without a passphrase, so it
 * is refused on standalone machines (policy.ts, `osStoreAllowed`) and where the system keeps keys in plain text. It is lost with the account; passphrase and
 * recovery sheet stay what they are. A new master key and the person's removal end it.
 */
import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors/app-error';
import { osStoreAllowed } from '#shared/secrecy/policy';
import { uuid7 } from '../store/uuid7';
import { makeHolder } from './key-holder';
import { type Actor, change } from './manage';
import { holderName, tryToOpen, unlock, type Unlocked } from './unlock';
import { readVault, type VaultFile } from './vault-file';

/** What the shell asks of the system. Both throw AppError vault.noOsStore, vault.osStoreFailed. */
export interface OsStore {
  seal(secret: string): Promise<string>;
  open(sealed: string): Promise<string>;
}

/** Cheap: the secret has 256 random bits, nobody guesses it. */
const params = { algorithm: 'argon2id', memory: 64, passes: 1, lanes: 1 } as const;

const without = ({ machines = [], ...vault }: VaultFile, userId: string): VaultFile => ({
  ...vault,
  machines: machines.filter((machine) => machine.userId !== userId),
});

/** @throws AppError vault.noOsStore, vault.osStoreFailed, vault.osStoreForbidden, vault.wrongPassphrase */
export const keepOnMachine = (dir: string, actor: Actor, store: OsStore): Promise<void> =>
  change(dir, unlock(dir, actor.userId, actor.passphrase), async ({ vault, master }) => {
    if (!osStoreAllowed(vault.committee.profile)) throw new AppError('vault.osStoreForbidden');
    const [id, secret] = [uuid7(), randomBytes(32).toString('base64')];
    const sealed = await store.seal(secret);
    const machine = { ...(await makeHolder(holderName(vault, id), secret, params, master)), id, userId: actor.userId, sealed };
    const rest = without(vault, actor.userId);
    return [{ ...rest, machines: [...(rest.machines ?? []), machine] }, undefined];
  });

/** @throws AppError vault.wrongPassphrase */
export const forgetOnMachine = (dir: string, actor: Actor): Promise<void> =>
  change(dir, unlock(dir, actor.userId, actor.passphrase), async ({ vault }) => [without(vault, actor.userId), undefined]);

/** Whose way in by the system there is. */
export const machineUsers = (vault: Pick<VaultFile, 'machines'>): string[] => (vault.machines ?? []).map(({ userId }) => userId);

/** @throws AppError as `unlock`; vault.noOsStore, vault.osStoreFailed where the system does not give the secret back */
export async function unlockByMachine(dir: string, userId: string, store: OsStore, now = Date.now()): Promise<Unlocked> {
  const vault = readVault(dir);
  const machine = vault.machines?.find((one) => one.userId === userId);
  if (!machine || !osStoreAllowed(vault.committee.profile)) throw new AppError('vault.noOsStore');
  return tryToOpen(dir, vault, machine, await store.open(machine.sealed), now);
}
