/**
 * Watches connections that are silent. After a cut TCP waits on its own, up to minutes; a small question on a fresh connection tells
 * within seconds that the line is back (protocol, section 10). Then what was silent since the cut is ended, to be asked again.
 */
import type { Exchange } from './connection';

/** The connection is dead, the line is not: ask again. */
export class LineReturned extends Error {}
/** The line has been away for too long to go on waiting. */
export class LineAway extends Error {}

export interface Watchdog {
  /** Watches an exchange until its reply is there. */
  watch(exchange: Exchange): void;
  close(): void;
}

export interface WatchdogOptions {
  /** Asks for a sign of life on a fresh connection; rejects when none comes within a while. */
  ping(): Promise<void>;
  /** Told when the line goes and returns. */
  onLine?(up: boolean): void;
}

export const pingEveryMs = 2_500;
const lookEveryMs = 500;
/** A line that takes longer for a sign of life counts as away. */
export const pingPatienceMs = 5_000;
const giveUpMs = 20_000;
/**
 * The hub lives but this answer does not come: 2 kB/s is the weakest line worth waiting for. A connection that was used before may have died in a cut that
 * nobody saw; what is asked on a fresh one is waited for longer.
 */
const patienceMs = ({ size, rested, reused }: Exchange): number => (rested() ? 6_000 : reused() ? 20_000 : 60_000) + Math.ceil(size / 2);

export function createWatchdog(options: WatchdogOptions): Watchdog {
  const watched = new Set<Exchange>();
  let timer: NodeJS.Timeout | undefined;
  /** Since when no ping came back; undefined while the line stands. */
  let awaySince: number | undefined;
  /** When a reply came last: as long as some come, nobody has to ask. */
  let heardAt = 0;
  /** When the last ping began that did not come back: what moved after it is alive. */
  let missed = 0;
  /** When the last ping began. */
  let asked = 0;

  const silentSince = (since: number): Exchange[] => [...watched].filter((exchange) => exchange.movedAt() <= since);
  const stands = (up: boolean, since: number): void => {
    if (up === (awaySince === undefined)) return;
    if (up) for (const exchange of silentSince(missed)) exchange.destroy(new LineReturned());
    awaySince = up ? undefined : since;
    options.onLine?.(up);
  };
  async function look(): Promise<void> {
    const now = Date.now();
    for (const exchange of watched)
      if (now - exchange.movedAt() > patienceMs(exchange)) {
        const isStale = exchange.rested() || (exchange.reused() && awaySince === undefined);
        exchange.destroy(isStale ? new LineReturned() : new LineAway());
      }
    const isHeard = awaySince === undefined && now - heardAt < pingEveryMs;
    if (isHeard || now - asked < pingEveryMs || silentSince(now - pingEveryMs).length === 0) return;
    asked = now;
    try {
      await options.ping();
      stands(true, now);
    } catch {
      missed = Math.max(missed, now);
      stands(false, now);
      if (Date.now() - (awaySince ?? now) > giveUpMs) for (const exchange of silentSince(missed)) exchange.destroy(new LineAway());
    }
  }
  const tick = (): void => {
    void look();
    timer = watched.size > 0 ? setTimeout(tick, lookEveryMs) : undefined;
  };

  return {
    watch(exchange) {
      watched.add(exchange);
      timer ??= setTimeout(tick, lookEveryMs);
      const done = (): void => {
        watched.delete(exchange);
        if (watched.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
        // Something came through, or nobody waits any more.
        stands(true, 0);
      };
      const heard = (): void => {
        heardAt = Date.now();
        done();
      };
      exchange.reply.then(heard, done);
    },
    close() {
      clearTimeout(timer);
      watched.clear();
    },
  };
}
