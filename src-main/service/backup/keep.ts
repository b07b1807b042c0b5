import type { BackupSet } from './layout';

const latest = 7;
const weeks = 5;
const months = 12;

/** Sets that stay: the last seven, the last of each of five weeks and of twelve months. @param sets newest first */
export function keptSets(sets: readonly BackupSet[]): ReadonlySet<string> {
  const kept = new Set(sets.slice(0, latest).map(({ name }) => name));
  const firstOf = (period: (name: string) => string, most: number): void => {
    const seen = new Set<string>();
    for (const { name } of sets) {
      const key = period(name);
      if (seen.has(key)) continue;
      if (seen.size === most) return;
      seen.add(key);
      kept.add(name);
    }
  };
  firstOf((name) => String(Math.floor((Date.parse(name.slice(0, 10)) / 86_400_000 + 3) / 7)), weeks);
  firstOf((name) => name.slice(0, 7), months);
  return kept;
}
