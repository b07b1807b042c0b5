/**
 * Runs damaged input through a door of the service. What counts as sound: every case ends in the words for people or is taken whole; a
 * refusal changes nothing; nothing is kept in memory.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { AppError } from '#shared/errors/app-error';
import { randomFrom } from '../bench/scratch-book';
import type { Random } from './mutate';

export interface Door {
  /** Brings one damaged input. @returns whether it was taken; refused is also what throws an AppError */
  bring(random: Random): Promise<'taken' | 'refused'>;
  /** What a refusal must leave as it is. */
  state(): unknown;
  close(): Promise<void>;
}

export interface Target {
  readonly name: string;
  /** How many cases weigh as much as one of a parser without I/O. */
  readonly weight: number;
  open(): Promise<Door>;
}

export interface FuzzReport {
  readonly name: string;
  readonly cases: number;
  readonly taken: number;
  readonly refused: number;
  /** Megabytes of heap and buffers after a collection, once warm and at the end. */
  readonly warmMb: number;
  readonly endMb: number;
}

/** @throws Error that names target, seed and case of the first one that is not sound */
export async function fuzz(target: Target, cases: number, seed: number): Promise<FuzzReport> {
  const door = await target.open();
  const count = { taken: 0, refused: 0 };
  let warmMb = memoryMb();
  try {
    for (let n = 0; n < cases; n += 1) {
      const before = JSON.stringify(door.state());
      const outcome = await outcomeOf(door, seed * 100_003 + n);
      if (outcome instanceof Error)
        throw new Error(`${target.name}, seed ${seed}, case ${n}: ${outcome.stack ?? outcome.message}`, { cause: outcome });
      count[outcome] += 1;
      if (outcome === 'refused' && JSON.stringify(door.state()) !== before)
        throw new Error(
          `${target.name}, seed ${seed}, case ${n}: refused, and changed something: ${before} -> ${JSON.stringify(door.state())}`,
        );
      if (n === Math.floor(cases / 4)) warmMb = memoryMb();
    }
    return { name: target.name, cases, ...count, warmMb, endMb: memoryMb() };
  } finally {
    await door.close();
  }
}

async function outcomeOf(door: Door, seed: number): Promise<'taken' | 'refused' | Error> {
  try {
    return await door.bring(randomFrom(seed));
  } catch (error) {
    if (error instanceof AppError) return 'refused';
    return error instanceof Error ? error : new Error(String(error));
  }
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function memoryMb(): number {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 104_857.6) / 10;
}
