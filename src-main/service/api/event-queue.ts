/**
 * A listener as an async iterator: what is told while nobody waits is kept, up to `bound` entries, the oldest dropped first
 * (the window only drops cached queries, and its next question brings the truth). Ends when `signal` aborts.
 */
export async function* eventQueue<E>(
  listen: (listener: (event: E) => void) => () => void,
  signal: AbortSignal | undefined,
  bound = 1000,
): AsyncGenerator<E, void> {
  const kept: E[] = [];
  let wake: (() => void) | undefined;
  const stop = listen((event) => {
    kept.push(event);
    if (kept.length > bound) kept.shift();
    wake?.();
  });
  const onAbort = () => wake?.();
  signal?.addEventListener('abort', onAbort);
  try {
    while (signal?.aborted !== true) {
      const event = kept.shift();
      if (event !== undefined) yield event;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    stop();
    signal?.removeEventListener('abort', onAbort);
  }
}
