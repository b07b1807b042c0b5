import type { Profile } from './profiles';

/** Bytes of a packet, and what TCP over IPv4 with time stamps leaves of them for content. */
const packetBytes = 1500;
const contentBytes = 1448;

/**
 * Seconds that no protocol can go below: so many bytes in full packets at the line's rate while it is there, and one journey there and
 * back. The cycle of cuts or stalls begins with the transfer. Loss is not counted: it makes the figure a little too low.
 */
export function floorSeconds(profile: Profile, direction: 'up' | 'down', bytes: number): number {
  const sending = (bytes * (packetBytes / contentBytes) * 8) / profile[direction].rate;
  return withPauses(profile, sending) + (2 * profile.delayMs) / 1000;
}

function withPauses({ flap, stall }: Profile, sending: number): number {
  const cycle = flap ? { there: flap.upS, away: flap.downS } : stall ? { there: stall.everyS - stall.forS, away: stall.forS } : undefined;
  return cycle ? sending + Math.floor(sending / cycle.there) * cycle.away : sending;
}
