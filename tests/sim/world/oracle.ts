/**
 * Knows everything that people typed, and what they saw when they typed it. Every typed value carries a mark that exists once, so
 * that it is found wherever it went: «12». From this alone follows what must not be lost, without looking at clocks or bases.
 */
import { canonical, type Op } from '#shared/sync/op';

/** One save of one field. */
export interface Typed {
  /** Names the op under any incarnation that issued it. */
  readonly op: string;
  readonly who: string;
  /** `type id field` */
  readonly place: string;
  /** Marks that it put there. */
  readonly put: readonly string[];
  /** Marks that its author saw there and replaced or took out. */
  readonly over: readonly string[];
  /** It may vanish: nobody was told that it was saved, or the machine that it was typed on was put back to an earlier state. */
  mayVanish: boolean;
}

export interface Oracle {
  readonly typed: readonly Typed[];
  /** A value that was never typed before. */
  mark(): string;
  took(entry: Typed): void;
  /** Everything that this machine took from the `from`-th entry on may be gone. */
  mayVanish(who: string, from: number): void;
}

/** An op keeps its time, author and content when a restored book issues it again; only clocks that it names change. */
export const opName = ({ stamp, actor, fields }: Pick<Op, 'stamp' | 'actor' | 'fields'>): string =>
  `${stamp} ${actor} ${canonical(Object.entries(fields).filter(([field]) => !field.startsWith('$')))}`;

export const marksIn = (value: unknown): string[] => JSON.stringify(value ?? null).match(/«\d+»/g) ?? [];

export function createOracle(): Oracle {
  const typed: Typed[] = [];
  let marks = 0;
  return {
    typed,
    mark: () => `«${++marks}»`,
    took: (entry) => {
      typed.push(entry);
    },
    mayVanish: (who, from) => {
      for (const entry of typed.slice(from)) if (entry.who === who) entry.mayVanish = true;
    },
  };
}
