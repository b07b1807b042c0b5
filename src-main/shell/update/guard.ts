/**
 * The guard of an update: the version of before, kept whole in `updates/former`, in a process of its own. It waits until the program is gone,
 * installs what was laid out, starts it, and sees whether the window is answered; a version that fails twice is replaced by the one of before,
 * with the data as it was. So whatever is wrong with a new version, the code that decides about it is the old one's.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { formerFolder, mostTries, readNote, writeNote } from '#shared/node/update-note';
import type { UpdateNote } from '#shared/update/note';
import { type ProgramPlace, putFormerBack, replaceByArchive, runInstaller } from './program-folder';
import { putDataBack } from './put-data-back';

export interface GuardPlan {
  /** back: the version that is there failed at an earlier start. */
  readonly mode: 'install' | 'back';
  readonly place: ProgramPlace;
  readonly dataDir: string;
  /** The program that has to be gone first. */
  readonly pid: number;
  /** What the program is started with. */
  readonly switches: readonly string[];
}

export type GuardOutcome = 'installed' | 'notInstalled' | 'back';

/** How long a start may take until the window is answered, in milliseconds: a weak machine with a virus scanner. */
const usualPatienceMs = 180_000;
const lookMs = 200;
/** How long a program may take to close its book. */
const goneMs = 120_000;

/** @param patienceMs shorter in tests */
export async function guardUpdate(plan: GuardPlan, patienceMs = usualPatienceMs): Promise<GuardOutcome> {
  const { dataDir, place } = plan;
  const note = readNote(dataDir);
  await gone(plan.pid);
  if (!note) {
    startProgram(plan);
    return 'notInstalled';
  }
  if (plan.mode === 'back') return putBack(plan, note);
  try {
    if (process.platform === 'win32') await runInstaller(place, note.path);
    else await replaceByArchive(place, note.path);
  } catch {
    // The folder is as it was. It can be tried again from the window.
    writeNote(dataDir, { ...note, state: 'ready', failed: note.failed + 1 });
    startProgram(plan);
    return 'notInstalled';
  }
  writeNote(dataDir, { ...note, state: 'installing', starts: 0, openings: 0 });
  for (let tries = 0; tries < mostTries; tries += 1) if (await answers(plan, note.version, patienceMs)) return 'installed';
  return putBack(plan, note);
}

/** Starts the program. True once its window is answered; false when it ends before or takes too long, upon which it is ended. */
async function answers(plan: GuardPlan, version: string, patienceMs: number): Promise<boolean> {
  const program = startProgram(plan);
  const isOver = () => program.exitCode !== null || program.signalCode !== null || program.pid === undefined;
  for (const end = Date.now() + patienceMs; ; await wait(lookMs)) {
    const now = readNote(plan.dataDir);
    if (now?.version === version && (now.state === 'answered' || now.state === 'good')) return true;
    if (isOver()) return false;
    if (Date.now() > end) {
      program.kill('SIGKILL');
      return false;
    }
  }
}

async function putBack(plan: GuardPlan, note: UpdateNote): Promise<'back'> {
  await putFormerBack(plan.place, formerFolder(plan.dataDir));
  putDataBack(plan.dataDir, note.schemaBefore, note.version);
  writeNote(plan.dataDir, { ...note, state: 'back' });
  startProgram(plan);
  return 'back';
}

/** It outlives the guard. */
function startProgram({ place: { folder, name }, switches }: GuardPlan): ChildProcess {
  const program = spawn(join(folder, name), switches, { cwd: folder, detached: true, stdio: 'ignore' });
  // A program that cannot even be started has ended.
  program.on('error', () => undefined);
  program.unref();
  return program;
}

async function gone(pid: number): Promise<void> {
  for (const end = Date.now() + goneMs; Date.now() < end; await wait(lookMs)) {
    try {
      process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
    }
  }
}
