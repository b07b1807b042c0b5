import type { CourierProgress } from '#shared/contract/window/courier';
import type { EventBus } from '../../events';

/** Tells how far the work on a stick is, a few times a second. */
export interface ProgressMeter {
  now(): CourierProgress;
  phase(phase: CourierProgress['phase'], part: number): void;
  /** Bytes of all phases together; grows where more is found than was foreseen. */
  expect(bytes: number): void;
  /** Bytes done in the present phase. */
  done(bytes: number): void;
  /** The present phase is over. */
  settle(): void;
}

const tellMs = 250;
/** Before so long the speed says nothing. */
const leastMs = 1500;

export function createProgress(work: CourierProgress['work'], events: EventBus, now: () => number = Date.now): ProgressMeter {
  const started = now();
  let told = 0;
  let phase: CourierProgress['phase'] = work === 'read' ? 'reading' : 'gathering';
  let part = 1;
  let total = 0;
  let before = 0;
  let current = 0;
  const state = (): CourierProgress => {
    const bytesDone = before + current;
    const bytesTotal = Math.max(total, bytesDone);
    const ms = now() - started;
    const secondsLeft = bytesDone > 0 && ms > leastMs ? Math.ceil(((bytesTotal - bytesDone) * ms) / bytesDone / 1000) : null;
    return { work, phase, part, bytesDone, bytesTotal, secondsLeft };
  };
  const tell = (): void => {
    told = now();
    events.emit({ kind: 'courier', progress: state() });
  };
  return {
    now: state,
    phase(next, nextPart) {
      phase = next;
      part = nextPart;
      tell();
    },
    expect(bytes) {
      total = bytes;
    },
    done(bytes) {
      current = bytes;
      if (now() - told >= tellMs) tell();
    },
    settle() {
      before += current;
      current = 0;
    },
  };
}
