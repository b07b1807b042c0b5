/**
 * kill -9 of an office at random moments of mixed work, and within changes of its keys; after each the book is opened and `kts verify` must
 * find nothing. Used with few kills by the tests and with many by `npm run bench -- kill-work`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from '../support/child';
import { randomFrom } from '../bench/scratch-book';
import type { Sound, WorkerApi } from './worker';

export interface KillWorkPlan {
  /** Scratch space. */
  readonly folder: string;
  /** The built recognizer. */
  readonly recognizer: string;
  readonly kills: number;
  readonly seed: number;
  /** Of so many kills one falls into a change of keys at the latest. */
  readonly rotationEvery: number;
  say?(text: string): void;
}

export interface KillWorkReport {
  readonly kills: number;
  /** Kills that fell while keys were being changed. */
  readonly inRotation: number;
  readonly rotations: number;
  readonly backups: number;
  readonly petitions: number;
  readonly pages: number;
  readonly seconds: number;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** @throws Error where a book did not open, was not sound, or lacked what had been told as done */
export async function killWork({ folder, recognizer, kills, seed, rotationEvery, say }: KillWorkPlan): Promise<KillWorkReport> {
  const random = randomFrom(seed);
  const started = performance.now();
  mkdirSync(join(folder, 'place'), { recursive: true });
  const told = join(folder, 'told');
  writeFileSync(told, '');
  const lines = (): string[] => (existsSync(told) ? readFileSync(told, 'utf8').split('\n').filter(Boolean) : []);
  let inRotation = 0;
  for (let kill = 0; ; kill += 1) {
    const worker = startChild<WorkerApi>('tests/kill-work/worker.ts');
    try {
      const found = await worker.calls.begin(folder, recognizer);
      requireSound(found, lines(), `after kill ${kill} (seed ${seed})`);
      if (kill === kills) {
        await worker.end();
        const done = lines();
        return {
          kills,
          inRotation,
          rotations: done.filter((line) => line === 'rotated').length,
          backups: done.filter((line) => line === 'backup').length,
          petitions: found.petitions,
          pages: found.pages,
          seconds: Math.round((performance.now() - started) / 1000),
        };
      }
      const before = lines().length;
      const rotates = (kill + 1) % rotationEvery === 0;
      await worker.calls.work(seed * 1000 + kill, rotates ? 'rotate' : null);
      // A life in which nothing was done proves nothing.
      while (lines().length === before) await pause(10);
      await pause(random() * (rotates ? 400 : 2000));
      await worker.kill();
      const last = lines().at(-1);
      if (last === 'rotating') inRotation += 1;
      const failure = lines().find((line) => line.startsWith('failed'));
      if (failure !== undefined) throw new Error(failure);
      say?.(`kill ${kill + 1} of ${kills}: after "${last ?? ''}"`);
    } finally {
      if (worker.isRunning()) await worker.kill();
    }
  }
}

function requireSound({ sound, report, petitions, pages }: Sound, told: readonly string[], when: string): void {
  if (!sound) throw new Error(`the book is not sound ${when}: ${JSON.stringify(report)}`);
  const saved = Math.max(0, ...told.filter((line) => line.startsWith('petitions ')).map((line) => Number(line.split(' ')[1])));
  const brought = told.filter((line) => line === 'page').length;
  if (petitions < saved) throw new Error(`${petitions} petitions ${when}, ${saved} were saved`);
  if (pages < brought) throw new Error(`${pages} pages ${when}, ${brought} were brought in`);
}
