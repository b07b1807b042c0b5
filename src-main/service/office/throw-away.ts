import { existsSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error';

const mark = 'thrown';

/**
 * Removes the folder of a training committee. It is renamed first: cut off in between, no half of a book is left under the old name, and
 * what is left is removed the next time.
 * @throws AppError store.io when another program keeps the folder
 */
export async function throwAway(dir: string): Promise<void> {
  const aside = `${dir}-${mark}`;
  const remove = () => rm(aside, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  try {
    await remove();
    if (!existsSync(dir)) return;
    renameSync(dir, aside);
    await remove();
  } catch (error) {
    throw new AppError('store.io', { dir }, error);
  }
}
