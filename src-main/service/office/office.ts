import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PowerState } from '#shared/contract/service-link';
import type { FoundSet, RestoredView } from '#shared/contract/window/backup';
import type { ServiceEvent } from '#shared/contract/window/events';
import type { BookName, Committee, Session } from '#shared/contract/window/session';
import { AppError } from '#shared/errors/app-error';
import { noteAnswered, noteGood, noteOpening } from '#shared/node/update-note';
import type { StartRecognizer } from '../transport/recognizer-link';
import type { Book } from '../book/book';
import { createBook } from '../book/create-book';
import { openBook, readBookHead } from '../book/open-book';
import { markTraining } from '../book/training';
import { rotateKeys } from '../book/rotate-keys';
import type { ServiceEvent as BookEvent } from '../events';
import { setWindowSettings } from '../api/settings';
import { unlock } from '../vault/unlock';
import { appVersion } from '../app-version';
import { createUpdates, type Updates } from '../update/updates';
import { forgetOnMachine, keepOnMachine, machineUsers, type OsStore } from '../vault/os-store';
import { readVault } from '../vault/vault-file';
import { assemble } from './assemble';
import type { OpenBook } from './open-book';
import { throwAway } from './throw-away';

export interface NewCommittee {
  readonly committee: Committee;
  readonly userName: string;
  readonly userTitle: string;
  readonly passphrase: string;
}

/** The two books of this machine, of which at most one is open: what the window's session works on. */
export interface Office {
  status(version: string): { version: string; books: BookHeadView[]; session: Session | null };
  create(input: NewCommittee): Promise<Session>;
  /** Opens the training committee, which is made where there is none. */
  openSample(): Promise<Session>;
  /** Throws the training committee away, open or not; the office's book is not touched. @throws AppError store.io */
  discardSample(): Promise<void>;
  unlock(input: { book: BookName; userId: string; passphrase: string }): Promise<Session>;
  /** By the system's key store, for a person who asked for that. @throws AppError vault.noOsStore, vault.osStoreFailed */
  unlockByMachine(input: { book: BookName; userId: string }): Promise<Session>;
  /** Lets the system's key store open the book for the signed-in person, or no more. @throws AppError as keepOnMachine */
  keepOnMachine(on: boolean, passphrase: string): Promise<void>;
  lock(): Promise<void>;
  /** Sets that may be restored, on a disk or in a folder; nothing is unlocked. */
  findBackups(place: string): Promise<FoundSet[]>;
  /** Restores a set as the office's book; the open book is locked before. @throws AppError as restoreBackup */
  restoreBackup(input: RestoreInput): Promise<RestoredView>;
  /** Gives the open book a new master key; it is closed meanwhile. @throws AppError as rotateKeys */
  rotateKeys(passphrase: string): Promise<void>;
  readonly updates: Updates;
  /** @throws AppError vault.locked */
  open(): OpenBook;
  draftKey(): string;
  /** Reading rests while the battery is low. */
  power(state: PowerState): void;
  userName(id: string): string | undefined;
  /** Events of the open book and of the session, for windows. Survives locking and unlocking. */
  readonly onEvent: (listener: (event: ServiceEvent) => void) => () => void;
  close(): Promise<void>;
}

export interface RestoreInput {
  readonly dir: string;
  readonly userId: string;
  readonly passphrase?: string | undefined;
  readonly words?: string[] | undefined;
  readonly newPassphrase?: string | undefined;
}

interface BookHeadView {
  book: BookName;
  committee: Committee;
  users: { id: string; name: string; title: string }[];
  byMachine: string[];
}

const noOsStore: OsStore = {
  seal: () => Promise.reject(new AppError('vault.noOsStore')),
  open: () => Promise.reject(new AppError('vault.noOsStore')),
};

const bookNames: readonly BookName[] = ['office', 'sample'];

/** A book that its opener hands over; the office closes it. */
export interface OpenedBook {
  readonly name: BookName;
  readonly book: Book;
}

/**
 * @param dataDir folder that holds one folder for each book
 * @param opened the book to begin with, by someone who holds its key; an office of people begins locked
 * @param osStore the system's key store, where a shell asks it for us
 */
export function createOffice(dataDir: string, startRecognizer: StartRecognizer, opened?: OpenedBook, osStore: OsStore = noOsStore): Office {
  const listeners = new Set<(event: ServiceEvent) => void>();
  let power: PowerState = { onBattery: false, level: null };
  const updates = createUpdates(dataDir);
  let current: { name: BookName; parts: OpenBook } | undefined;

  const dirOf = (name: BookName) => join(dataDir, name);
  const exists = (name: BookName) => existsSync(join(dirOf(name), 'vault.json'));
  const tell = (event: ServiceEvent) => listeners.forEach((listener) => listener(event));
  const open = (): OpenBook => {
    if (current === undefined) throw new AppError('vault.locked');
    return current.parts;
  };
  const sessionOf = (name: BookName, book: Book): Session => ({
    book: name,
    committee: committeeView(book.committee),
    user: { ...book.user },
  });

  const lock = async () => {
    const closing = current;
    current = undefined;
    await closing?.parts.close();
    if (closing !== undefined) tell({ kind: 'session' });
  };
  /** Takes over a book that was just opened or made. */
  const enter = (name: BookName, book: Book): Session => {
    introduceUser(book);
    const parts = assemble(book, startRecognizer, { power: () => power, updates });
    current = { name, parts };
    // The new version got as far as an open book: it stays.
    noteGood(dataDir, appVersion);
    book.events.on((event) => {
      const forWindow = windowEvent(event);
      if (forWindow !== undefined) tell(forWindow);
    });
    tell({ kind: 'session' });
    return sessionOf(name, book);
  };
  if (opened) enter(opened.name, opened.book);
  /** Opening carries a book's schema further: one that a new version does not survive is seen at the next start. */
  const opening = async (work: () => Promise<Book>): Promise<Book> => {
    const noFault = noteOpening(dataDir, appVersion);
    try {
      return await work();
    } catch (error) {
      // Whoever mistypes a passphrase says nothing about the version.
      if (error instanceof AppError) noFault();
      throw error;
    }
  };

  return {
    updates,
    status: (version) => {
      // Service and window are there: the start of a new version came to its end.
      noteAnswered(dataDir, appVersion);
      return {
        version,
        books: bookNames.filter(exists).map((name) => {
          const head = readBookHead(dirOf(name));
          return {
            book: name,
            committee: committeeView(head.committee),
            users: head.users.map((user) => ({ ...user })),
            byMachine: machineUsers(readVault(dirOf(name))),
          };
        }),
        session: current === undefined ? null : sessionOf(current.name, current.parts.book),
      };
    },
    create: async ({ committee, userName, userTitle, passphrase }) => {
      await lock();
      const setup = { committee, user: { name: userName, title: userTitle }, passphrase };
      const book = await createBook(dirOf('office'), setup, { calibrated: true });
      setWindowSettings(book, { firstSteps: true });
      return enter('office', book);
    },
    openSample: async () => {
      // Its texts are read only where somebody practises.
      const { fillSample, samplePassphrase, sampleSetup } = await import('./sample-book');
      await lock();
      const book = exists('sample')
        ? await opening(() => reopenSample(dirOf('sample'), samplePassphrase))
        : await createBook(dirOf('sample'), sampleSetup);
      // Empty where a power cut came between making and filling it.
      if (book.records.count({ type: 'organisation' }) === 0) fillSample(book);
      markTraining(book);
      return enter('sample', book);
    },
    discardSample: async () => {
      if (current?.name === 'sample') await lock();
      await throwAway(dirOf('sample'));
      tell({ kind: 'session' });
    },
    unlock: async ({ book: name, userId, passphrase }) => {
      if (!exists(name)) throw new AppError('store.notFound', { dir: dirOf(name) });
      await lock();
      return enter(name, await opening(() => openBook(dirOf(name), { userId, passphrase })));
    },
    unlockByMachine: async ({ book: name, userId }) => {
      if (!exists(name)) throw new AppError('store.notFound', { dir: dirOf(name) });
      await lock();
      const book = await opening(() => openBook(dirOf(name), { userId, osStore }));
      book.transact(() => book.audit.append({ action: 'unlockByMachine', reason: userId }));
      return enter(name, book);
    },
    keepOnMachine: async (on, passphrase) => {
      const { book } = open();
      const actor = { userId: book.user.id, passphrase };
      await (on ? keepOnMachine(book.dir, actor, osStore) : forgetOnMachine(book.dir, actor));
      book.transact(() => book.audit.append({ action: on ? 'keepOnMachine' : 'forgetOnMachine', reason: book.user.id }));
    },
    lock,
    findBackups: async (place) => {
      const { findSets } = await import('../backup/layout');
      return findSets(place).flatMap(({ dir, manifest }) => {
        try {
          const { users, recovery, committee } = readVault(dir);
          const { madeAt, records, pages } = manifest;
          const who = users.map(({ id, name, title }) => ({ id, name, title }));
          return [{ dir, committee: committee.name, madeAt, records, pages: pages.count, users: who, hasRecovery: recovery !== null }];
        } catch {
          return [];
        }
      });
    },
    restoreBackup: async ({ dir, userId, passphrase, words, newPassphrase }) => {
      const { restoreBackup } = await import('../backup/restore');
      await lock();
      const by = words && newPassphrase !== undefined ? { userId, words, newPassphrase } : { userId, passphrase: passphrase ?? '' };
      const { missing, ...restored } = await restoreBackup(dir, dirOf('office'), by);
      return { ...restored, missing: missing.length };
    },
    rotateKeys: async (passphrase) => {
      const { book } = open();
      const { name } = current ?? { name: 'office' as const };
      const [dir, userId] = [book.dir, book.user.id];
      // Before anything is closed: a wrong passphrase must not cost the session.
      (await unlock(dir, userId, passphrase)).master.forget();
      await lock();
      await rotateKeys(dir, { userId, passphrase });
      const again = await openBook(dir, { userId, passphrase });
      again.transact(() => again.audit.append({ action: 'rotateKeys' }));
      enter(name, again);
    },
    open,
    power: (state) => {
      power = state;
    },
    draftKey: () => open().book.keys.drafts.reveal().toString('base64'),
    userName: (id) => (current === undefined ? undefined : readBookHead(current.parts.book.dir).users.find((user) => user.id === id)?.name),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: lock,
  };
}

/** The other workstations of the committee learn who works here. */
function introduceUser({ records, user }: Book): void {
  const known = records.get('bookUser', user.id)?.values;
  if (known?.['name'] === user.name && (known['post'] ?? '') === user.title) return;
  records.save([{ type: 'bookUser', id: user.id, values: { name: user.name, post: user.title || null } }]);
}

const committeeView = ({ name, partyCommittee, province, symbol, term, profile }: Committee): Committee => ({
  name,
  partyCommittee,
  province,
  symbol,
  term,
  profile,
});

/** What the window needs to know of an event of the book. */
function windowEvent(event: BookEvent): ServiceEvent | undefined {
  switch (event.kind) {
    case 'records':
      return { kind: 'records', types: [...event.types], ids: [...event.ids], savedAt: new Date().toISOString() };
    case 'ocr':
    case 'import':
      return { kind: 'queue' };
    case 'extraction':
      return event;
    case 'sync':
    case 'outbox':
      return { kind: 'sync' };
    case 'settings':
      return { kind: 'settings' };
    case 'courier':
      return { kind: 'courier', progress: event.progress };
    case 'step':
      return { kind: 'step', step: event.step };
    case 'disk':
      return undefined;
  }
}

/** The training committee has one user and a passphrase that everybody knows. */
async function reopenSample(dir: string, passphrase: string): Promise<Book> {
  const [user] = readBookHead(dir).users;
  if (user === undefined) throw new AppError('vault.unknownUser');
  return openBook(dir, { userId: user.id, passphrase });
}
