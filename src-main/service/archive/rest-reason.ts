/** When reading rests by itself, so that the machine stays usable and a battery lasts. */
import { freemem } from 'node:os';
import type { PowerState } from '#shared/contract/service-link';

export type RestReason = 'battery' | 'memory';

/** Percent. Where the system does not tell the charge, running on battery counts as low. */
const lowCharge = 40;
/** Two readers take 600 MB at most; below this the system begins to swap for other programs. */
const leastFree = 350 * 1024 * 1024;
/** Once it rested, reading goes on only with this much, so that it does not start and stop all the time. */
const enoughFree = 700 * 1024 * 1024;

/** @param resting the reason that holds now */
export function restReasonFor(power: PowerState, resting: RestReason | null, free = freemem()): RestReason | null {
  if (power.onBattery && (power.level === null || power.level < lowCharge)) return 'battery';
  return free < (resting === 'memory' ? enoughFree : leastFree) ? 'memory' : null;
}

/**
 * Whether reading takes only what people leave of the processor: nobody waits for it, except a person who asked `kts`, and end-to-end tests
 * (KTS_READ_EAGERLY), whose machine is never idle.
 */
export const stepsBack = (reading: boolean, environment: NodeJS.ProcessEnv): boolean =>
  reading && environment['KTS_READ_EAGERLY'] === undefined;
