/** A file that is written in pieces and is there whole or not at all. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import type { Sink } from '../../pdf/write-pdf';
import { diskFailure } from '../atomic-file';

/**
 * Gives `write` a sink; the file appears when it resolves and nothing is left when it throws. A file of this name is replaced only
 * where a person chose it in the dialog that asks (`replace`).
 * @throws AppError out.exists, store.diskFull, store.io; what `write` throws
 */
export async function writeOut<T>(path: string, write: (sink: Sink) => Promise<T>, { replace = false } = {}): Promise<T> {
  if (!replace && existsSync(path)) throw new AppError('out.exists', { name: basename(path) });
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(part, 'wx');
    let result: T;
    try {
      result = await write(async (bytes) => {
        await file.writeFile(bytes);
      });
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    return result;
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw diskFailure(error);
  }
}

/** A name that every file system takes: without signs of folders, at most `longest` characters. */
export const fileName = (text: string, longest = 80): string =>
  text
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex -- Windows refuses them in names
    .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, '-')
    .replace(/\s+/g, ' ')
    .slice(0, longest)
    .replace(/^[\s.-]+|[\s.-]+$/g, '') || 'khong-ten';
