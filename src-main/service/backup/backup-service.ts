/** Backups of an open book by themselves: once a day while it is open, and when it is closed after changes. */
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import type { BackupState } from '#shared/contract/window/backup';
import type { Book } from '../book/book';
import { requireReal } from '../book/training';
import { type CheckOptions, checkSet, type SetChecked } from './check-set';
import { type BackupSet, readSets, rootOf } from './layout';
import { type BackupMade, makeBackup } from './make-backup';

export interface BackupSettings {
  /** The second place; null while nobody chose one. */
  readonly place: string | null;
  readonly daily: boolean;
  readonly onClose: boolean;
}

export interface BackupService {
  state(): BackupState;
  /** @throws AppError training.notHere for a place of a training committee */
  set(change: Partial<BackupSettings>): BackupState;
  /** @throws AppError backup.noPlace, backup.place, backup.notSound, backup.running, store.diskFull, store.io */
  run(): Promise<BackupMade>;
  sets(): BackupSet[];
  /** Opens the newest set, or the one of this name, with every image unless they only need to be there. @throws AppError backup.noPlace, backup.place */
  check(name?: string, pages?: CheckOptions['pages']): Promise<SetChecked & { readonly name: string }>;
  /** Makes what closing asks for and ends the daily look. */
  close(): Promise<void>;
}

const settingKey = 'backup';
const stateKey = 'backup.last';
const usual: BackupSettings = { place: null, daily: true, onClose: true };
const dayMs = 86_400_000;
/** How often it is looked whether a day has passed, in milliseconds. */
const lookMs = 15 * 60_000;

interface Last {
  readonly at: string;
  readonly seq: number;
  readonly name: string | null;
  readonly bytes: number;
  readonly pages: number;
  readonly problem: { code: string; details: Record<string, string | number> } | null;
}

export function createBackups(book: Book, { background = true } = {}): BackupService {
  let running: Promise<BackupMade> | undefined;
  const ended = new AbortController();
  const settings = (): BackupSettings => ({ ...usual, ...book.settings.get<Partial<BackupSettings>>(settingKey) });
  const last = (): Last | undefined => book.syncState.get<Last>(stateKey);
  const place = (): string => {
    const { place: chosen } = settings();
    if (chosen === null) throw new AppError('backup.noPlace');
    return chosen;
  };
  const note = (made: Omit<Last, 'at' | 'seq'>): void =>
    book.syncState.set(stateKey, { at: new Date().toISOString(), seq: book.audit.head().seq, ...made });

  const begin = async (): Promise<BackupMade> => {
    const to = place();
    try {
      const made = await makeBackup(book, to, { signal: ended.signal });
      note({ name: made.name, bytes: made.bytes, pages: made.pages, problem: null });
      return made;
    } catch (error) {
      const problem = error instanceof AppError ? { code: error.code, details: { ...error.details } } : { code: 'internal', details: {} };
      note({ name: last()?.name ?? null, bytes: 0, pages: 0, problem });
      throw error;
    } finally {
      book.events.emit({ kind: 'settings', key: settingKey });
    }
  };
  const run = (): Promise<BackupMade> => {
    running ??= begin().finally(() => {
      running = undefined;
    });
    return running;
  };
  const isDue = (): boolean => {
    const before = last();
    if (!before || before.problem) return true;
    return Date.now() - Date.parse(before.at) >= dayMs && book.audit.head().seq !== before.seq;
  };
  const look = (): void => {
    const { place: chosen, daily } = settings();
    // What does not work is in the state and on the screen; it is tried again at the next look.
    if (chosen !== null && daily && isDue()) run().catch(() => undefined);
  };
  const timer = background ? setInterval(look, lookMs) : undefined;
  timer?.unref();
  const first = background ? setTimeout(look, 60_000) : undefined;
  first?.unref();

  const root = (): string => rootOf(place(), book.committee.id);
  return {
    state: () => {
      const { place: chosen, daily, onClose } = settings();
      const before = last();
      return {
        place: chosen,
        daily,
        onClose,
        running: running !== undefined,
        last: before ? { at: before.at, name: before.name, bytes: before.bytes, pages: before.pages, problem: before.problem } : null,
        sets:
          chosen === null
            ? []
            : readSets(root()).map(({ name, manifest }) => ({
                name,
                madeAt: manifest.madeAt,
                records: manifest.records,
                pages: manifest.pages.count,
                bytes: manifest.database.bytes,
              })),
      };
    },
    set(change) {
      if (change.place != null) requireReal(book);
      book.settings.set(settingKey, { ...settings(), ...change });
      return this.state();
    },
    run,
    sets: () => readSets(root()),
    check: async (name, pages = 'opened') => {
      const set = readSets(root()).find((one) => name === undefined || one.name === name);
      if (!set) throw new AppError('backup.place', { dir: place() });
      return { ...(await checkSet(set.dir, join(root()), book.keys, { pages })), name: set.name };
    },
    close: async () => {
      clearInterval(timer);
      clearTimeout(first);
      const { place: chosen, onClose } = settings();
      if (running) await running.catch(() => undefined);
      else if (background && chosen !== null && onClose && book.audit.head().seq !== last()?.seq) await run().catch(() => undefined);
      ended.abort();
    },
  };
}
