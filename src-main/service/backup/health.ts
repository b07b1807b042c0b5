/**
 * Looks for damage while nothing else is done: a few page images a minute, the database once a day, both at once when asked. An image that
 * is lost or damaged is brought back from the backup, else from the province; what neither has is told.
 */
import { readFile } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error';
import type { Health } from '#shared/contract/window/backup';
import type { ArchiveService } from '../archive/archive-service';
import { hashOf } from '../archive/page-files';
import type { Book } from '../book/book';
import { openBytes } from '../vault/sealed-bytes';
import type { BackupService } from './backup-service';
import { pageOf, rootOf } from './layout';

export interface HealthService {
  state(): Health;
  /** Everything now. */
  mend(): Promise<Health>;
  close(): Promise<void>;
}

const stateKey = 'health';
const everyMs = 60_000;
/** Images looked at each time: about 20 ms. */
const atOnce = 20;
const dayMs = 86_400_000;

interface Kept {
  readonly after: number;
  readonly checked: number;
  readonly roundAt: string | null;
  readonly databaseAt: number;
  readonly database: Health['database'];
  readonly mended: number;
  readonly lost: readonly string[];
}

const begin: Kept = { after: 0, checked: 0, roundAt: null, databaseAt: 0, database: 'unknown', mended: 0, lost: [] };

interface Parts {
  readonly book: Book;
  readonly archive: Pick<ArchiveService, 'readPageImage' | 'keepPageImage'>;
  readonly backups: Pick<BackupService, 'state'>;
  /** Brings an image from the province. @throws AppError */
  readonly fetchPageImage: (hash: string) => Promise<void>;
}

export function createHealth({ book, archive, backups, fetchPageImage }: Parts, { background = true } = {}): HealthService {
  const pagesAfter = book.db.prepare<[number, number], { n: number; id: string; image: string }>(
    `SELECT p.n, r.id, p.image FROM page p JOIN record r ON r.n = p.n WHERE p.image IS NOT NULL AND coalesce(p.state, '') NOT IN ('DA_RUT', 'DA_TIEU_HUY') AND p.n > ? ORDER BY p.n LIMIT ?`,
  );
  const kept = (): Kept => ({ ...begin, ...book.syncState.get<Partial<Kept>>(stateKey) });
  const keep = (change: Partial<Kept>): void => book.syncState.set(stateKey, { ...kept(), ...change });
  let closed = false;
  let working: Promise<void> = Promise.resolve();

  const fromBackup = async (hash: string): Promise<boolean> => {
    const { place, sets } = backups.state();
    if (place === null || sets.length === 0) return false;
    const { keyIdOf } = await import('./layout');
    const sealed = await readFile(pageOf(rootOf(place, book.committee.id), keyIdOf(book.keys.pages), hash)).catch(() => undefined);
    if (!sealed) return false;
    try {
      const clear = openBytes(book.keys.pages, hash, sealed);
      if (hashOf(clear) !== hash) return false;
      await archive.keepPageImage(hash, clear);
      return true;
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
  };
  const isWhole = (hash: string): Promise<boolean> =>
    archive.readPageImage(hash).then(
      () => true,
      (error: unknown) => {
        if (error instanceof AppError && (error.code === 'page.damaged' || error.code === 'page.missing')) return false;
        throw error;
      },
    );
  const mendPage = async (hash: string): Promise<boolean> => {
    if (await fromBackup(hash)) return true;
    await fetchPageImage(hash).catch(() => undefined);
    return isWhole(hash);
  };

  /** The next images; false at the end of a round. */
  const lookAtPages = async (most: number): Promise<boolean> => {
    const { after, checked, mended, lost } = kept();
    const pages = pagesAfter.all(after, most);
    const gone = new Set(lost);
    let back = mended;
    for (const { id, image } of pages) {
      if (closed) return false;
      if (await isWhole(image)) gone.delete(id);
      else if (await mendPage(image)) {
        gone.delete(id);
        back += 1;
        book.transact(() => book.audit.append({ action: 'mendPage', type: 'page', recordId: id }));
      } else gone.add(id);
    }
    if (closed) return false;
    const last = pages.at(-1);
    const isEnd = pages.length < most;
    keep({
      after: isEnd ? 0 : (last?.n ?? 0),
      checked: isEnd ? 0 : checked + pages.length,
      ...(isEnd && { roundAt: new Date().toISOString() }),
      mended: back,
      lost: [...gone],
    });
    return !isEnd;
  };
  const lookAtDatabase = (): void => {
    const sound = book.db.pragma('quick_check', { simple: true }) === 'ok';
    keep({ database: sound ? 'sound' : 'damaged', databaseAt: Date.now() });
  };

  const tick = (): void => {
    working = working.then(async () => {
      if (closed) return;
      await lookAtPages(atOnce).catch(() => false);
      if (!closed && Date.now() - kept().databaseAt > dayMs) lookAtDatabase();
    });
  };
  const timer = background ? setInterval(tick, everyMs) : undefined;
  timer?.unref();

  const state = (): Health => {
    const { checked, roundAt, database, mended, lost } = kept();
    return { checked, roundAt, database, mended, lost: [...lost] };
  };
  return {
    state,
    mend: async () => {
      await working;
      keep({ after: 0, checked: 0 });
      while (await lookAtPages(200));
      lookAtDatabase();
      return state();
    },
    close: async () => {
      closed = true;
      clearInterval(timer);
      await working;
    },
  };
}
