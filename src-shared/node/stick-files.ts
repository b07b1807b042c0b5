/** A folder of a real stick. What the file system throws becomes the words for people here, once. */
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../errors/app-error';
import type { ErrorCode } from '../errors/error-table';
import type { StickEntry, StickFiles } from '../sync/bundle-stick';

const pieceBytes = 1024 * 1024;
/** Sticks are slow and their cache is large: flushed so often, what is told as written is on the stick. */
const flushBytes = 32 * 1024 * 1024;

export function openStickFiles(dir: string): StickFiles {
  const at = (name: string): string => path.join(dir, name);
  return {
    list: () =>
      told(async () => {
        const entries: StickEntry[] = [];
        for (const name of await namesIn(dir)) {
          const { size, mtimeMs } = await stat(at(name));
          entries.push({ name, bytes: size, writtenAt: mtimeMs });
        }
        return entries;
      }),
    write: (name, pieces) => told(() => writeFile(dir, at(name), pieces)),
    rename: (from, to) => told(() => renamePatiently(at(from), at(to)).then(() => flushFolder(dir))),
    read: (name) => readFile(at(name)),
    remove: (name) => told(() => rm(at(name), { force: true })),
  };
}

const namesIn = async (dir: string): Promise<string[]> => {
  try {
    return await readdir(dir);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
};

async function writeFile(dir: string, name: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(dir, { recursive: true });
  const file = await open(name, 'w', 0o600);
  try {
    const buffer = Buffer.alloc(pieceBytes);
    let filled = 0;
    let unflushed = 0;
    const pour = async (): Promise<void> => {
      for (let from = 0; from < filled; ) from += (await file.write(buffer, from, filled - from)).bytesWritten;
      unflushed += filled;
      filled = 0;
      if (unflushed < flushBytes) return;
      await file.datasync();
      unflushed = 0;
    };
    for await (const piece of pieces) {
      for (let from = 0; from < piece.length; ) {
        const part = piece.subarray(from, from + pieceBytes - filled);
        buffer.set(part, filled);
        filled += part.length;
        from += part.length;
        if (filled === pieceBytes) await pour();
      }
    }
    await pour();
    await file.sync();
  } finally {
    await file.close();
  }
}

async function* readFile(name: string): AsyncGenerator<Uint8Array, void> {
  const file = await told(() => open(name, 'r'));
  try {
    for (;;) {
      const { bytesRead, buffer } = await told(() => file.read(Buffer.alloc(pieceBytes), 0, pieceBytes));
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close().catch(() => undefined);
  }
}

/** Virus scanners hold new files for a moment. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let delay = 10; ; delay *= 2) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error)) || delay > 2000) throw error;
      await wait(delay);
    }
  }
}

/** Windows knows no flush of folders, and FAT on Linux may refuse it. */
async function flushFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dir, 'r');
  try {
    await folder.sync().catch(() => undefined);
  } finally {
    await folder.close();
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** What a stick does, by the code of the file system; anything that is not from there is thrown as it is. */
export function stickFailure(error: unknown): unknown {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  const known: Readonly<Record<string, ErrorCode>> = {
    ENOSPC: 'courier.stickFull',
    EDQUOT: 'courier.stickFull',
    EROFS: 'courier.readOnly',
    EACCES: 'courier.readOnly',
    EPERM: 'courier.readOnly',
    EFBIG: 'courier.partTooLarge',
  };
  return new AppError(known[code] ?? 'courier.stickGone', {}, error);
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw stickFailure(error);
  }
}
