/** What set-up has done before, as small JSON files, so that a second start does nothing. A damaged note counts as none. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @param {string} file
 * @returns {Record<string, unknown>}
 */
export const readNote = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
};

/**
 * @param {string} file
 * @param {Record<string, unknown>} note
 */
export const writeNote = (file, note) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, `${JSON.stringify(note, null, 2)}\n`);
  renameSync(`${file}.part`, file);
};

/** @param {...(string | Buffer)} parts */
export const hashOf = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};
