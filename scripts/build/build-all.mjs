/** Runs the builds, and knows whether they are needed. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, readNote, writeNote } from '../setup/notes.mjs';
import { inRoot, notesDir } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { checkSupply } from '../supply/check.mjs';

const note = join(notesDir, 'build.json');

/** Builds where a source, the build itself or a package changed since the last build. */
export const buildIfChanged = async () => {
  if (readNote(note).sources === sourcesState() && existsSync(inRoot('out', 'main', 'index.js'))) return;
  say('Dựng ứng dụng...', 'Building the application...');
  await buildAll();
};

export const buildAll = async () => {
  checkSupply();
  const state = sourcesState();
  const [{ build }, { targets }] = await Promise.all([import('vite'), import('./targets.mjs')]);
  const results = await Promise.allSettled(
    targets().map((target) => build({ configFile: false, mode: 'production', logLevel: 'warn', ...target })),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  writeNote(note, { sources: state });
};

/** Name, size and time of change of everything that goes into the build; contents are not read. */
const sourcesState = () => {
  const parts = [
    'package.json',
    'package-lock.json',
    'tsconfig.base.json',
    'scripts/build',
    'src-shared',
    'src-main',
    'src-renderer',
    'src-hub',
  ].flatMap(describe);
  return hashOf(...parts);
};

/**
 * @param {string} path inside the clone
 * @returns {string[]}
 */
const describe = (path) => {
  const stat = statSync(inRoot(path), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [`${path} ${stat.size} ${stat.mtimeMs}`];
  return readdirOrNone(inRoot(path)).flatMap((name) => describe(`${path}/${name}`));
};

/** @param {string} dir */
const readdirOrNone = (dir) => {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
};
