/** Waiting times between tries of a line that is down: doubling from 2 s to 5 min, each spread at random so that a province's workstations do not come back all at once. */
export interface BackOff {
  /** ms until the next try. */
  next(): number;
  reset(): void;
}

const firstMs = 2_000;
const longestMs = 300_000;

export function createBackOff(random: () => number = Math.random): BackOff {
  let failures = 0;
  return {
    next: () => Math.round(Math.min(longestMs, firstMs * 2 ** Math.min(failures++, 10)) * (0.5 + random() / 2)),
    reset: () => {
      failures = 0;
    },
  };
}
