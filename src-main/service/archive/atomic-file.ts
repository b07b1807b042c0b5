/**
 * Files that are there whole or not at all, also after a power cut: written beside their place as `.part`, flushed to the disk,
 * then renamed. What a crash leaves behind ends in {@link partSuffix} and is cleared away at the next open.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#shared/errors/app-error';

export const partSuffix = '.part';

/** @throws AppError store.diskFull, store.io; then nothing of the file is there */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.${randomBytes(4).toString('hex')}${partSuffix}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await renamePatiently(part, path);
    await flushFolder(dirname(path));
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw diskFailure(error);
  }
}

const fullCodes = ['ENOSPC', 'EDQUOT'];

/** The error for people where the file system is the reason; anything else unchanged. */
export function diskFailure(error: unknown): unknown {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  return new AppError(fullCodes.includes(code) ? 'store.diskFull' : 'store.io', {}, error);
}

/** Virus scanners and backup programs of Windows hold new files for a moment. */
const heldCodes = ['EBUSY', 'EPERM', 'EACCES'];
const longestRenameMs = 2000;

async function renamePatiently(from: string, to: string): Promise<void> {
  for (let delay = 10, waited = 0; ; waited += delay, delay *= 2) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!heldCodes.includes((error as NodeJS.ErrnoException).code ?? '') || waited > longestRenameMs) throw error;
      await wait(delay);
    }
  }
}

/** Makes the new name itself durable. Windows knows no flush of folders and keeps names in its journal. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
