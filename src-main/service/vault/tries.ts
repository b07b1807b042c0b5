/**
 * Slows down guessing: after 5 wrong passphrases in a row one must wait 60 seconds before each further try. Kept in a file, so that
 * starting the program again does not start the count again. Whoever copies the book is held back by Argon2id alone.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { writeAtomic } from '#shared/node/write-atomic';

export const freeTries = 5;
export const waitMs = 60_000;

interface Tries {
  readonly wrong: number;
  readonly lastAt: number;
}

const path = (dir: string): string => join(dir, 'tries.json');

function read(dir: string): Tries {
  try {
    const { wrong, lastAt } = JSON.parse(readFileSync(path(dir), 'utf8')) as Partial<Tries>;
    return { wrong: Number(wrong) || 0, lastAt: Number(lastAt) || 0 };
  } catch {
    return { wrong: 0, lastAt: 0 };
  }
}

/** @throws AppError vault.tooManyTries while one must wait */
export function requireTryAllowed(dir: string, now: number): void {
  const { wrong, lastAt } = read(dir);
  // A clock that was set back must not lock people out for longer than the wait.
  const left = Math.min(lastAt + waitMs - now, waitMs);
  if (wrong >= freeTries && left > 0 && now >= lastAt - waitMs)
    throw new AppError('vault.tooManyTries', { seconds: Math.ceil(left / 1000) });
}

export const noteWrongTry = (dir: string, now: number): void =>
  writeAtomic(path(dir), JSON.stringify({ wrong: read(dir).wrong + 1, lastAt: now }));

export const forgetTries = (dir: string): void => rmSync(path(dir), { force: true });
