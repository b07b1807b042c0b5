/** Calls at once, then at most every `ms`; a call that was held back follows at the end. */
export function throttle(call: () => void, ms: number): { (): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let held = false;
  const open = () => {
    timer = undefined;
    if (held) throttled();
  };
  const throttled = () => {
    held = timer !== undefined;
    if (held) return;
    timer = setTimeout(open, ms);
    timer.unref();
    call();
  };
  throttled.stop = () => {
    held = false;
    clearTimeout(timer);
  };
  return throttled;
}
