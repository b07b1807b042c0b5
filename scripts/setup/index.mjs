/**
 * Everything a fresh clone lacks, in one call. What has been done is noted, so that the next call costs a few milliseconds.
 * Until `packages` has run only Node's built-in modules may be imported.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, readNote, writeNote } from './notes.mjs';
import { packages } from './packages.mjs';
import { notesDir } from './paths.mjs';

/**
 * @typedef {object} Needs
 * @property {boolean} [electron] the Electron runtime, its libraries and its SQLite
 * @property {boolean} [screen] a virtual screen where the machine has none
 * @property {boolean} [postgres] the PostgreSQL of the hub
 * @property {boolean} [checks] programs that judge PDFs, where they can be had
 */

/** @param {Needs} [needs] packages and Node 24 are always set up */
export const setUp = async (needs = {}) => {
  await packages();
  if (needs.checks) await (await import('./check-tools.mjs')).checkTools();
  if (needs.postgres) await (await import('./postgres.mjs')).postgres();
  if (needs.electron) await electronParts(needs.screen === true && !hasDisplay());
};

/** Whether a window can be shown. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** @param {boolean} screen */
const electronParts = async (screen) => {
  const { electron, electronVersion } = await import('./electron.mjs');
  const { addon, addonEnv } = await import('./addon.mjs');
  const { debianLibraries } = await import('./debian.mjs');
  await electron();
  const state = () => hashOf(electronVersion(), process.execPath);
  const note = join(notesDir, 'electron-parts.json');
  const done = readNote(note);
  const env = addonEnv();
  const compiler = env.KTS_SQLITE_ADDON !== undefined && !existsSync(env.KTS_SQLITE_ADDON);
  if (done.state === state() && (done.screen || !screen) && !compiler) return;
  await debianLibraries({ screen, compiler });
  await addon();
  writeNote(note, { state: state(), screen: screen || done.screen === true });
};
