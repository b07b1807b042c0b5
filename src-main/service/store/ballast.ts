/**
 * A file of zeros that keeps room for the hour when the disk is full: in WAL mode even moving a record aside needs room. It is
 * freed then, and laid down again when the book is opened and there is plenty of room.
 */
import { closeSync, existsSync, ftruncateSync, openSync, renameSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export const ballastBytes = 64 * 1024 * 1024;

const path = (dir: string): string => join(dir, 'ballast');

/** Lays the ballast down where it is missing and at least four times its size is free. Says whether it is there. */
export function layBallast(dir: string, bytes = ballastBytes): boolean {
  const file = path(dir);
  if (existsSync(file) && statSync(file).size === bytes) return true;
  const { bavail, bsize } = statfsSync(dir);
  if (bavail * bsize < bytes * 4) return false;
  const part = `${file}.part`;
  const handle = openSync(part, 'w');
  try {
    // Written, not only sized: a hole in a file keeps no room.
    const zeros = Buffer.alloc(1024 * 1024);
    for (let done = 0; done < bytes; done += zeros.length) writeSync(handle, zeros);
    ftruncateSync(handle, bytes);
  } finally {
    closeSync(handle);
  }
  renameSync(part, file);
  return true;
}

/** Gives its room to the database. Says whether there was any. */
export function freeBallast(dir: string): boolean {
  if (!existsSync(path(dir))) return false;
  rmSync(path(dir), { force: true });
  return true;
}
