/** People of the open book: vault.json holds their way in, the encrypted book their rights. Each change is audited. */
import { AppError } from '#shared/errors/app-error';
import type { Level } from '#shared/secrecy/policy';
import type { Role } from '#shared/secrecy/roles';
import type { Person } from '#shared/contract/window/security';
import { readBookHead } from '../book/open-book';
import type { Book } from '../book/book';
import { type Actor, addUser, removeUser, setPassphrase } from '../vault/manage';
import { unlock } from '../vault/unlock';

export interface NewPerson {
  readonly name: string;
  readonly title: string;
  readonly role: Role;
  readonly clearance: Level;
  readonly passphrase: string;
}

export const actorOf = (book: Book, passphrase: string): Actor => ({ userId: book.user.id, passphrase });

export const people = (book: Book): Person[] =>
  readBookHead(book.dir).users.map(({ id, name, title }) => {
    const { role, clearance } = book.access.accounts.of(id);
    return { id, name, title, role, clearance };
  });

/** @throws AppError access.denied, vault.wrongPassphrase, vault.weakPassphrase */
export async function addPerson(book: Book, ownPassphrase: string, person: NewPerson, calibrated = true): Promise<Person> {
  book.access.require('manageUsers');
  const user = await addUser(book.dir, actorOf(book, ownPassphrase), person, { calibrated });
  book.transact(() => {
    // Until now the first person was alone and needed no entry.
    const { accounts, account } = book.access;
    if (accounts.all().length === 0) accounts.set(account);
    accounts.set({ userId: user.id, role: person.role, clearance: person.clearance });
    book.audit.append({ action: 'addPerson', reason: `${user.id} ${person.role} ${person.clearance}` });
  });
  book.access.changed();
  return { ...user, role: person.role, clearance: person.clearance };
}

/** @throws AppError access.denied, vault.wrongPassphrase, vault.lastUser when nobody could manage people any more */
export async function setRights(book: Book, ownPassphrase: string, userId: string, role: Role, clearance: Level): Promise<void> {
  book.access.require('manageUsers');
  (await unlock(book.dir, book.user.id, ownPassphrase)).master.forget();
  const others = people(book).filter(({ id }) => id !== userId);
  const managers = [...others, { role }].filter((person) => person.role === 'chairman' || person.role === 'administrator');
  if (managers.length === 0) throw new AppError('vault.lastUser');
  book.transact(() => {
    const { accounts, account } = book.access;
    if (accounts.all().length === 0) accounts.set(account);
    accounts.set({ userId, role, clearance });
    book.audit.append({ action: 'setRights', reason: `${userId} ${role} ${clearance}` });
  });
  book.access.changed();
}

/** @throws AppError access.denied, vault.wrongPassphrase, vault.lastUser */
export async function removePerson(book: Book, ownPassphrase: string, userId: string): Promise<void> {
  book.access.require('manageUsers');
  await removeUser(book.dir, actorOf(book, ownPassphrase), userId);
  book.transact(() => {
    // Kept, with the least rights: the entry says that this is no book of one person.
    book.access.accounts.set({ userId, role: 'reader', clearance: 'THUONG' });
    book.audit.append({ action: 'removePerson', reason: userId });
  });
}

/** One's own passphrase, or that of somebody who forgot theirs. @throws AppError access.denied, vault.weakPassphrase, vault.wrongPassphrase */
export async function changePassphraseOf(
  book: Book,
  ownPassphrase: string,
  userId: string,
  next: string,
  calibrated = true,
): Promise<void> {
  if (userId !== book.user.id) book.access.require('manageUsers');
  await setPassphrase(book.dir, actorOf(book, ownPassphrase), userId, next, { calibrated });
  book.transact(() => book.audit.append({ action: 'setPassphrase', reason: userId }));
}
