/** Where set-up reads and writes. Nothing here touches the disk. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder of the clone. */
export const root = resolve(import.meta.dirname, '../..');

/** @param {...string} parts a path inside the clone */
export const inRoot = (...parts) => join(root, ...parts);

/** Git-ignored notes about what set-up has already done in this clone. */
export const notesDir = inRoot('.cache');

/**
 * What is costly to fetch or compile is kept per user, so that another clone on this machine finds it again.
 * `KTS_CACHE_DIR` names another folder.
 */
export const userCache = (() => {
  const { KTS_CACHE_DIR, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (KTS_CACHE_DIR) return resolve(KTS_CACHE_DIR);
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'kiem-tra-so', 'cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'kiem-tra-so');
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'kiem-tra-so');
})();
