/**
 * The one policy of secrecy: up to which level a paper may leave the book by each way out. Everything that leaves asks here; the ways
 * out of the program are listed in service/access/ways-out.ts, and a test finds one that is not.
 *
 * The levels are the legal ones (Luật Bảo vệ bí mật nhà nước 117/2025/QH15, Điều 8); that a connected machine must hold no content
 * above THUONG and sends none is design (domain 1 and 10: independent LAN, Công văn on digitisation), so the highest levels are a
 * table that a committee's policy may narrow, never widen.
 */
import { openLevel } from '../sync/eligible';

/** Lowest first; what is not on the list counts as the highest. */
export const levels = ['THUONG', 'MAT', 'TOI_MAT', 'TUYET_MAT'] as const;
export type Level = (typeof levels)[number];

export const rankOf = (level: unknown): number => {
  if (level === undefined || level === null || level === '') return 0;
  const rank = levels.indexOf(level as Level);
  return rank < 0 ? levels.length - 1 : rank;
};
export const isAbove = (level: unknown, highest: Level): boolean => rankOf(level) > rankOf(highest);

/** Ways by which content leaves the encrypted book. `sync` and `bundle` are decided by sync/eligible, which knows both ends. */
export const waysOut = ['sync', 'bundle', 'export', 'print', 'clipboard', 'snippet', 'notification', 'screenshot', 'terminal'] as const;
export type WayOut = (typeof waysOut)[number];

export type Profile = 'connected' | 'standalone';

export interface Way {
  /** The highest level that may go at all. */
  readonly highest: Level;
  /** Up to this level it goes without asking; above it, a second person approves and the reason is kept. */
  readonly free: Level;
}

const table: Readonly<Record<WayOut, Readonly<Record<Profile, Way>>>> = {
  sync: { connected: { highest: openLevel, free: openLevel }, standalone: { highest: openLevel, free: openLevel } },
  // Between two sides without a network a stick carries everything (sync/eligible: travelsClosed).
  bundle: { connected: { highest: openLevel, free: openLevel }, standalone: { highest: 'TUYET_MAT', free: 'TUYET_MAT' } },
  // A file leaves the protection of the book for good.
  export: { connected: { highest: openLevel, free: openLevel }, standalone: { highest: 'TOI_MAT', free: openLevel } },
  print: { connected: { highest: 'TOI_MAT', free: openLevel }, standalone: { highest: 'TOI_MAT', free: openLevel } },
  // What other programs can read without a trace.
  clipboard: { connected: { highest: openLevel, free: openLevel }, standalone: { highest: openLevel, free: openLevel } },
  snippet: { connected: { highest: openLevel, free: openLevel }, standalone: { highest: openLevel, free: openLevel } },
  notification: { connected: { highest: openLevel, free: openLevel }, standalone: { highest: openLevel, free: openLevel } },
  screenshot: { connected: { highest: openLevel, free: openLevel }, standalone: { highest: openLevel, free: openLevel } },
  terminal: { connected: { highest: openLevel, free: openLevel }, standalone: { highest: openLevel, free: openLevel } },
};

export const wayOf = (way: WayOut, profile: Profile): Way => table[way][profile];

/**
 * Whether the operating system's key store may open the book in place of a passphrase (vault/os-store). Whoever uses the system's account then needs
 * none, so never on a machine that may hold what is above THUONG.
 */
export const osStoreAllowed = (profile: Profile): boolean => profile === 'connected';

export type Verdict = 'free' | 'approval' | 'never';

/** Whether something of this level may leave by this way. */
export function verdict(way: WayOut, profile: Profile, level: unknown): Verdict {
  const { highest, free } = wayOf(way, profile);
  return isAbove(level, highest) ? 'never' : isAbove(level, free) ? 'approval' : 'free';
}
