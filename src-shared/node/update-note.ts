/**
 * What is known of the update that was laid out last: `updates/note.json` of the data folder. Service, shell and the guard of an update
 * (src-main/shell/update) read and write it, never two of them at once: the service while the program runs, the shell before the service is
 * there, the guard while there is no program.
 *
 *   ready ──started by a person──► installing ──window answered──► answered ──a book opened──► good
 *                                      └── mostTries starts without an answer, or openings cut off ──► back
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { updateNote, type UpdateNote } from '../update/note';
import { writeAtomic } from './write-atomic';

/** Starts without an answer, or openings without an end, after which a version is put back. */
export const mostTries = 2;

export const updatesFolder = (dataDir: string): string => join(dataDir, 'updates');
/** The program folder of the version before, whole: what is put back, and what guards the update. */
export const formerFolder = (dataDir: string): string => join(updatesFolder(dataDir), 'former');

const noteFile = (dataDir: string): string => join(updatesFolder(dataDir), 'note.json');

/** Undefined where no update was laid out, or the note cannot be read. */
export function readNote(dataDir: string): UpdateNote | undefined {
  try {
    return updateNote.safeParse(JSON.parse(readFileSync(noteFile(dataDir), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

export function writeNote(dataDir: string, note: UpdateNote): void {
  mkdirSync(updatesFolder(dataDir), { recursive: true });
  writeAtomic(noteFile(dataDir), JSON.stringify(note));
}

const isUnproven = (note: UpdateNote | undefined, version: string): note is UpdateNote =>
  note?.version === version && (note.state === 'installing' || note.state === 'answered');

/**
 * First of all at a start. 'back': this version failed before; the one of before is to be put back.
 * An answered start counts no more; an opening that was cut off does, until one comes to its end.
 */
export function noteStart(dataDir: string, version: string): 'go' | 'back' {
  const note = readNote(dataDir);
  if (!isUnproven(note, version)) return 'go';
  if (note.starts >= mostTries || note.openings >= mostTries) return 'back';
  writeNote(dataDir, { ...note, starts: note.starts + 1 });
  return 'go';
}

/** The service answered the window. */
export function noteAnswered(dataDir: string, version: string): void {
  const note = readNote(dataDir);
  if (isUnproven(note, version) && (note.state === 'installing' || note.starts > 0))
    writeNote(dataDir, { ...note, state: 'answered', starts: 0 });
}

/** Before a book is opened, which may carry its schema further. @returns what is called when it came to no opening for a usual reason */
export function noteOpening(dataDir: string, version: string): () => void {
  const note = readNote(dataDir);
  if (!isUnproven(note, version)) return () => undefined;
  writeNote(dataDir, { ...note, openings: note.openings + 1 });
  return () => writeNote(dataDir, note);
}

/** A book is open: the version stays. What was laid out goes; the program of before stays until the next update. */
export function noteGood(dataDir: string, version: string): void {
  const note = readNote(dataDir);
  if (!isUnproven(note, version)) return;
  writeNote(dataDir, { ...note, state: 'good', starts: 0, openings: 0 });
  rmSync(note.path, { force: true });
}
