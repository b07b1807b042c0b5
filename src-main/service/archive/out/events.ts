/** Events of a work that tells them by calling, for one who asks for the next: at most the last step waits, nothing that ends it is lost. */
export async function* eventsOf<E, R extends E>(
  work: (tell: (event: E) => void, signal: AbortSignal) => Promise<R>,
  signal?: AbortSignal,
): AsyncGenerator<E, void> {
  const stop = new AbortController();
  const waiting: E[] = [];
  let wake = () => {};
  let ended = false;
  const tell = (event: E): void => {
    waiting.push(event);
    wake();
  };
  const run = work(tell, AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]))
    .then(tell)
    .finally(() => {
      ended = true;
      wake();
    });
  // Whoever asks for the next event meets the failure.
  run.catch(() => {});
  try {
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) yield next;
      else if (ended) break;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    await run;
  } finally {
    stop.abort();
    await run.catch(() => {});
  }
}
