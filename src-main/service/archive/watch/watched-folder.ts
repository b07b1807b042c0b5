/**
 * A folder that a scanner or another program writes into. Looked at every few seconds: a file is taken when size and time have stood still
 * between two looks and it can be opened, so that half of a file is never taken. What was taken moves to `da-nhap` below the folder, or stays
 * and is remembered. What could not be taken stays, is told, and is tried again only when it changes. After a crash nothing is taken twice.
 */
import { mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { WatchSettings, WatchState } from '#shared/contract/window/archive';
import { isErrorCode } from '#shared/errors/app-error';
import { AppError } from '#shared/errors/app-error';
import type { Book } from '../../book/book';
import { requireReal } from '../../book/training';
import type { ArchiveService } from '../archive-service';
import { scanEndings } from '../expand-paths';

export interface WatchedFolder {
  state(): WatchState;
  /** null ends it. @throws AppError training.notHere; as the gate when pages may not come into the chosen file */
  set(settings: WatchSettings | null): WatchState;
  /** One look; returns how many pages were taken. */
  look(): Promise<number>;
  close(): Promise<void>;
}

const settingKey = 'watch';
const doneFolder = 'da-nhap';
const everyMs = 4000;

interface Seen {
  readonly size: number;
  readonly modifiedMs: number;
}

export function createWatchedFolder(book: Book, archive: Pick<ArchiveService, 'importFiles'>, background: boolean): WatchedFolder {
  const { db } = book;
  const known = db.prepare<[string], Seen>('SELECT size, modified_ms AS modifiedMs FROM watch_taken WHERE path = ?');
  const remember = db.prepare(`INSERT INTO watch_taken (path, size, modified_ms, outcome, pages, at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_ms = excluded.modified_ms, outcome = excluded.outcome, pages = excluded.pages, at = excluded.at`);
  const latest = db.prepare<[], WatchState['recent'][number]>(
    'SELECT path AS file, outcome, pages, at FROM watch_taken ORDER BY at DESC LIMIT 20',
  );
  const stopping = new AbortController();
  let before = new Map<string, Seen>();
  let problem: WatchState['problem'] = null;
  let looking: Promise<number> | undefined;

  const settings = (): WatchSettings | null => book.settings.get<WatchSettings | null>(settingKey) ?? null;

  const take = async ({ dir, after, fileId, route }: WatchSettings, name: string, facts: Seen): Promise<number> => {
    const path = join(dir, name);
    let pages = 0;
    let outcome = 'taken';
    const target = { route, ...(fileId !== null && { fileId }) };
    for await (const event of archive.importFiles([path], target, stopping.signal)) {
      if (event.kind === 'page') pages++;
      else if (event.kind === 'refused') outcome = event.code;
    }
    if (stopping.signal.aborted) return pages;
    if (outcome === 'taken' && after === 'move') await moveAside(dir, name);
    remember.run(path, facts.size, facts.modifiedMs, outcome, pages, new Date().toISOString());
    return pages;
  };

  const lookOnce = async (): Promise<number> => {
    const wanted = settings();
    if (wanted === null) return 0;
    let pages = 0;
    try {
      const now = new Map<string, Seen>();
      for (const name of (await readdir(wanted.dir)).sort()) {
        if (name.startsWith('.') || !scanEndings.has(extname(name).toLowerCase())) continue;
        const facts = await stillFacts(join(wanted.dir, name));
        if (facts === undefined) continue;
        now.set(name, facts);
        if (!same(before.get(name), facts) || same(known.get(join(wanted.dir, name)), facts)) continue;
        pages += await take(wanted, name, facts);
        if (stopping.signal.aborted) break;
      }
      before = now;
      problem = null;
    } catch (error) {
      problem =
        error instanceof AppError && isErrorCode(error.code)
          ? { code: error.code, details: { ...error.details } }
          : { code: 'scan.unreadable', details: { file: wanted.dir } };
    }
    return pages;
  };
  const look = (): Promise<number> =>
    (looking ??= lookOnce().finally(() => {
      looking = undefined;
    }));

  const timer = background ? setInterval(() => void look(), everyMs) : undefined;
  timer?.unref();

  return {
    state: () => ({ settings: settings(), problem, recent: latest.all() }),
    set: (wanted) => {
      // A scanner's folder is emptied into the book: into one that is thrown away, papers would be lost.
      if (wanted !== null) requireReal(book);
      book.settings.set(settingKey, wanted);
      before = new Map();
      problem = null;
      return { settings: settings(), problem, recent: latest.all() };
    },
    look,
    close: async () => {
      clearInterval(timer);
      stopping.abort();
      await looking?.catch(() => {});
    },
  };
}

const same = (a: Seen | undefined, b: Seen): boolean => a !== undefined && a.size === b.size && a.modifiedMs === b.modifiedMs;

/** Undefined: gone, empty, no file, or still held by the program that writes it (Windows refuses to open it for writing then). */
async function stillFacts(path: string): Promise<Seen | undefined> {
  try {
    const facts = await stat(path);
    if (!facts.isFile() || facts.size === 0) return undefined;
    const file = await open(path, process.platform === 'win32' ? 'r+' : 'r');
    await file.close();
    return { size: facts.size, modifiedMs: facts.mtimeMs };
  } catch {
    return undefined;
  }
}

/** Never over another file: a number is put before the ending. One that cannot be moved stays, and is remembered. */
async function moveAside(dir: string, name: string): Promise<void> {
  const folder = join(dir, doneFolder);
  try {
    await mkdir(folder, { recursive: true });
    const taken = new Set(await readdir(folder));
    const ending = extname(name);
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name.slice(0, name.length - ending.length)} (${number})${ending}`;
    await rename(join(dir, name), join(folder, free));
  } catch {
    // Held by another program: it is known by size and time and not taken again.
  }
}
