/** Between the running program and the guard of its update (guard.ts). */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { app } from 'electron';
import type { UpdateStart } from '#shared/contract/shell-api';
import { formerFolder, noteStart, readNote, updatesFolder, writeNote } from '#shared/node/update-note';
import { type GuardPlan, guardUpdate } from './guard';
import { guardName, keepFormer, type ProgramPlace } from './program-folder';

const flag = '--update-guard=';

/** Electron shows archives as folders to whoever reads files; here they are files. */
const withPlainFiles = <T>(work: () => T): T => {
  const before = process.noAsar;
  process.noAsar = true;
  try {
    return work();
  } finally {
    process.noAsar = before;
  }
};

const place = (): ProgramPlace => ({ folder: dirname(process.execPath), name: basename(process.execPath) });

/** Where this process was started as the guard: does its work and ends. @returns whether it was */
export const guardIfAsked = (): boolean => {
  const asked = process.argv.find((word) => word.startsWith(flag));
  if (asked === undefined || basename(process.execPath) !== guardName) return false;
  process.noAsar = true;
  const plan = JSON.parse(decodeURIComponent(asked.slice(flag.length))) as GuardPlan;
  // The profile is the program's, which runs at the same time.
  app.setPath('userData', join(updatesFolder(plan.dataDir), 'guard'));
  void guardUpdate(plan).finally(() => app.exit(0));
  return true;
};

/** Whether this version failed before, and the one of before is being put back: this program ends then. */
export const isPutBack = (dataDir: string): boolean => {
  if (!app.isPackaged || noteStart(dataDir, app.getVersion()) !== 'back' || !existsSync(formerFolder(dataDir))) return false;
  startGuard(dataDir, 'back');
  return true;
};

/** Installs the update that was laid out: the guard takes over, and the program quits. */
export const startUpdate = async (dataDir: string): Promise<UpdateStart> => {
  const note = readNote(dataDir);
  if (!note || (note.state !== 'ready' && note.state !== 'installing')) return 'none';
  if (!app.isPackaged || !canReplace(place().folder)) return 'notHere';
  if (!existsSync(note.path) || (await sha256Of(note.path)) !== note.sha256) return 'content';
  withPlainFiles(() => keepFormer(place(), formerFolder(dataDir)));
  writeNote(dataDir, { ...note, state: 'installing' });
  startGuard(dataDir, 'install');
  app.quit();
  return 'started';
};

const startGuard = (dataDir: string, mode: GuardPlan['mode']): void => {
  const plan: GuardPlan = { mode, place: place(), dataDir, pid: process.pid, switches: process.argv.slice(1) };
  const guard = join(formerFolder(dataDir), guardName);
  const switches = process.argv.slice(1).filter((word) => word.startsWith('--no-sandbox') || word.startsWith('--disable-gpu'));
  spawn(guard, [...switches, `${flag}${encodeURIComponent(JSON.stringify(plan))}`], { detached: true, stdio: 'ignore' }).unref();
};

/** A program that a system's package installed belongs to the administrator, who replaces it as a whole. */
const canReplace = (folder: string): boolean => {
  try {
    for (const probe of [join(folder, '.probe'), `${folder}.probe`]) {
      mkdirSync(probe);
      rmSync(probe, { recursive: true });
    }
    return true;
  } catch {
    return false;
  }
};

const sha256Of = async (file: string): Promise<string> => {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(file)) digest.update(chunk as Buffer);
  return digest.digest('hex');
};
