/** Books that many tests begin with: made once for each run, by the same answers that a person gives, and copied. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createCommittee, openSample } from './committee';
import { launch } from './launch';

/** A committee whose book is locked, or the training committee. */
export type MadeBook = 'committee' | 'sample';

const waitMs = 120_000;

/** Where the books of a run lie; the workers of one run have one parent. */
const madeIn = (runner: number): string => join(tmpdir(), `kts-made-${runner}`);

/** The folder of the book. The first worker that asks makes it, others wait for it. */
export async function madeBook(book: MadeBook): Promise<string> {
  const home = madeIn(process.ppid);
  mkdirSync(home, { recursive: true });
  const dir = join(home, book);
  const done = `${dir}.done`;
  const failed = `${dir}.failed`;
  if (existsSync(done)) return dir;
  try {
    mkdirSync(dir);
  } catch {
    for (const until = Date.now() + waitMs; !existsSync(done); await setTimeout(100))
      if (existsSync(failed) || Date.now() > until) throw new Error(`the book "${book}" was not made`);
    return dir;
  }
  try {
    const app = await launch(dir);
    await (book === 'sample' ? openSample : createCommittee)(await app.firstWindow());
    await app.close();
    writeFileSync(done, '');
  } catch (error) {
    writeFileSync(failed, '');
    throw error;
  }
  return dir;
}

/** Playwright calls this in the runner when all workers have ended. */
export default function forgetMadeBooks(): void {
  rmSync(madeIn(process.pid), { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
