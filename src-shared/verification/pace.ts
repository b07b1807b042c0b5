/** How fast a person works: documents of today, and of an hour of work without its breaks. */
export interface Pace {
  readonly today: number;
  /** Null before there is enough to say. */
  readonly perHour: number | null;
}

/** A longer gap is a break, not work on one document. */
const longestWork = 5 * 60_000;
const enough = 3;

/** @param at instants (ms) at which documents were confirmed, oldest first, of today only */
export function paceOf(at: readonly number[]): Pace {
  let worked = 0;
  let counted = 0;
  at.forEach((instant, i) => {
    const gap = i === 0 ? Number.POSITIVE_INFINITY : instant - (at[i - 1] ?? 0);
    if (gap > longestWork) return;
    worked += gap;
    counted += 1;
  });
  return { today: at.length, perHour: counted < enough || worked === 0 ? null : Math.round((counted * 3_600_000) / worked) };
}
