/** One way of a line. */
export interface Way {
  /** bit/s */
  readonly rate: number;
}

/** What a line is like; the meaning of each in netwire.c. */
export interface Profile {
  readonly up: Way;
  readonly down: Way;
  /** One way. */
  readonly delayMs: number;
  readonly jitterMs: number;
  readonly loss: number;
  readonly burst?: number;
  readonly queueMs: number;
  /** The line is there for `upS`, then away for `downS`, and so on. */
  readonly flap?: { readonly upS: number; readonly downS: number };
  /** Nothing leaves in the last `forS` of every `everyS`. */
  readonly stall?: { readonly everyS: number; readonly forS: number };
}

const kbit = 1000;
const mbit = 1_000_000;

export const profiles = {
  good: { up: { rate: 20 * mbit }, down: { rate: 50 * mbit }, delayMs: 15, jitterMs: 2, loss: 0, queueMs: 100 },
  'weak-3g': { up: { rate: 256 * kbit }, down: { rate: 256 * kbit }, delayMs: 300, jitterMs: 40, loss: 0.03, queueMs: 1000 },
  flapping: {
    up: { rate: mbit },
    down: { rate: 4 * mbit },
    delayMs: 60,
    jitterMs: 20,
    loss: 0.01,
    queueMs: 400,
    flap: { upS: 20, downS: 40 },
  },
  'sat-rain': {
    up: { rate: 512 * kbit },
    down: { rate: 2 * mbit },
    delayMs: 310,
    jitterMs: 50,
    loss: 0.02,
    burst: 8,
    queueMs: 800,
    stall: { everyS: 60, forS: 8 },
  },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof profiles;
export const isProfile = (name: string): name is ProfileName => Object.hasOwn(profiles, name);

/** The lines of netwire's configuration. */
export function wireConfig(profile: Profile, seed: number): string {
  const values: Record<string, number> = {
    rate_ab: profile.up.rate,
    rate_ba: profile.down.rate,
    delay_ms: profile.delayMs,
    jitter_ms: profile.jitterMs,
    loss: profile.loss,
    burst: profile.burst ?? 1,
    queue_ms: profile.queueMs,
    up_s: profile.flap?.upS ?? 0,
    down_s: profile.flap?.downS ?? 0,
    stall_every_s: profile.stall?.everyS ?? 0,
    stall_s: profile.stall?.forS ?? 0,
    seed,
  };
  return Object.entries(values)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}
