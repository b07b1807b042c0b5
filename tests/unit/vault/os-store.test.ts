/** The way in by the system's key store. The system itself is stood in for by a key in memory: what it does with it is its own matter. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error';
import { createBook } from '#service/book/create-book';
import { openBook } from '#service/book/open-book';
import { rotateKeys } from '#service/book/rotate-keys';
import { addUser, changePassphrase, removeUser } from '#service/vault/manage';
import { forgetOnMachine, keepOnMachine, machineUsers, type OsStore } from '#service/vault/os-store';
import { readVault } from '#service/vault/vault-file';
import { passphrase, setup, tempDir } from '../../support/book';

/** A system account that keeps a key of its own. */
function account(): OsStore {
  const key = randomBytes(32);
  return {
    async seal(secret) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString('base64');
    },
    async open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(-16));
      try {
        return Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]).toString();
      } catch {
        throw new AppError('vault.osStoreFailed');
      }
    },
  };
}
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

let dir: string;
let actor: { userId: string; passphrase: string };
const mine = account();
const opens = async (store: OsStore = mine, userId = actor.userId): Promise<string> => {
  const book = await openBook(dir, { userId, osStore: store });
  book.close();
  return book.user.name;
};

beforeEach(async () => {
  dir = tempDir();
  const book = await createBook(dir, setup, { ballastBytes: 0 });
  actor = { userId: book.user.id, passphrase };
  book.close();
});

it('is off until somebody asks for it, by their passphrase', async () => {
  expect(await codeOf(opens())).toBe('vault.noOsStore');
  expect(await codeOf(keepOnMachine(dir, { ...actor, passphrase: 'không phải câu này' }, mine))).toBe('vault.wrongPassphrase');
  expect(machineUsers(readVault(dir))).toEqual([]);
});

it('opens the book for that person in that account alone, beside the passphrase, until it is turned off', async () => {
  await keepOnMachine(dir, actor, mine);
  await keepOnMachine(dir, actor, mine);
  expect(machineUsers(readVault(dir))).toEqual([actor.userId]);
  expect(await opens()).toBe(setup.user.name);
  expect(await codeOf(opens(account()))).toBe('vault.osStoreFailed');
  (await openBook(dir, actor)).close();
  await changePassphrase(dir, actor, 'một câu khác hẳn');
  expect(await opens()).toBe(setup.user.name);
  await forgetOnMachine(dir, { ...actor, passphrase: 'một câu khác hẳn' });
  expect(await codeOf(opens())).toBe('vault.noOsStore');
});

it('ends with a new master key, and with the person', async () => {
  const colleague = await addUser(dir, actor, { name: 'Lê Văn Hai', title: '', passphrase });
  const theirs = { userId: colleague.id, passphrase };
  await keepOnMachine(dir, theirs, mine);
  expect(await opens(mine, colleague.id)).toBe('Lê Văn Hai');
  await removeUser(dir, actor, colleague.id);
  expect(machineUsers(readVault(dir))).toEqual([]);
  await keepOnMachine(dir, actor, mine);
  await rotateKeys(dir, actor);
  expect(await codeOf(opens())).toBe('vault.noOsStore');
  (await openBook(dir, actor)).close();
});

it('is refused on a standalone machine, and leaves nothing where the system keeps keys in plain text', async () => {
  const plain: OsStore = { ...mine, seal: () => Promise.reject(new AppError('vault.noOsStore')) };
  expect(await codeOf(keepOnMachine(dir, actor, plain))).toBe('vault.noOsStore');
  expect(machineUsers(readVault(dir))).toEqual([]);
  dir = tempDir();
  const book = await createBook(dir, { ...setup, committee: { ...setup.committee, profile: 'standalone' } }, { ballastBytes: 0 });
  actor = { userId: book.user.id, passphrase };
  book.close();
  expect(await codeOf(keepOnMachine(dir, actor, mine))).toBe('vault.osStoreForbidden');
});

it('cannot be given to somebody else by changing the file', async () => {
  const colleague = await addUser(dir, actor, { name: 'Lê Văn Hai', title: '', passphrase });
  await keepOnMachine(dir, actor, mine);
  const file = join(dir, 'vault.json');
  const vault = JSON.parse(readFileSync(file, 'utf8'));
  vault.machines[0].userId = colleague.id;
  writeFileSync(file, JSON.stringify(vault));
  expect(await codeOf(opens(mine, colleague.id))).toBe('vault.tampered');
});
