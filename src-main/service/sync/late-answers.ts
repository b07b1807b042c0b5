/**
 * A packet that is lost at the end of a request is noticed by TCP after its retransmission timer, which on a weak line is two to five seconds. So a small
 * request whose answer is late, measured by those of others, is asked once more on a connection that rests; the answer that comes first counts.
 */
export interface LateAnswers {
  /**
   * @param size bytes of the request
   * @param ask must be answered alike however often it is asked
   * @throws what the first one that failed threw, when all have failed
   */
  soonest<T>(size: number, ask: () => Promise<T>): Promise<T>;
}

/** More is not sent twice: TCP will have brought the rest meanwhile. */
const mostBytes = 16 * 1024;
/** So much longer than the last answer of its kind, at least: a hub that is busy must not be asked twice for it. */
const leastLateMs = 300;

interface Waiting {
  readonly size: number;
  readonly began: number;
  timer?: NodeJS.Timeout | undefined;
  readonly again: () => void;
}

export function createLateAnswers(hasResting: () => boolean, now: () => number = Date.now): LateAnswers {
  const waiting = new Set<Waiting>();
  /** The last answer to a request that was asked once. */
  let last: { readonly size: number; readonly ms: number } | undefined;

  const watch = (one: Waiting): void => {
    if (!last || one.size > 2 * last.size) return;
    clearTimeout(one.timer);
    const due = one.began + last.ms + Math.max(leastLateMs, last.ms / 4);
    one.timer = setTimeout(one.again, Math.max(0, due - now()));
    one.timer.unref();
  };

  return {
    soonest: <T>(size: number, ask: () => Promise<T>): Promise<T> => {
      if (size > mostBytes) return ask();
      return new Promise<T>((resolve, reject) => {
        let open = 0;
        let failed: { readonly error: unknown } | undefined;
        const end = (): void => {
          clearTimeout(one.timer);
          waiting.delete(one);
        };
        const attempt = (): void => {
          open += 1;
          ask().then(
            (answer) => {
              if (waiting.has(one)) last = { size, ms: now() - one.began };
              end();
              waiting.forEach(watch);
              resolve(answer);
            },
            (error: unknown) => {
              failed ??= { error };
              open -= 1;
              if (open > 0) return;
              end();
              reject(failed.error);
            },
          );
        };
        const one: Waiting = {
          size,
          began: now(),
          again: () => {
            if (!hasResting()) return;
            // Asked twice at most, and how long it took says nothing of others.
            end();
            attempt();
          },
        };
        waiting.add(one);
        watch(one);
        attempt();
      });
    },
  };
}
