/** Lets a limited number of tasks in at the same time; the others wait in order and may leave. */
import { RecognizerError } from '#shared/recognizer/failure';

export class Gate {
  readonly #limit: () => number;
  readonly #queue: (() => void)[] = [];
  #inside = 0;

  /** The limit is asked for again each time, because settings change it. */
  constructor(limit: () => number) {
    this.#limit = limit;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  async pass<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (this.#inside >= this.#limit()) await this.#wait(signal);
    else this.#inside++;
    try {
      if (signal.aborted) throw new RecognizerError('ocr.cancelled');
      return await work();
    } finally {
      this.#inside--;
      while (this.#inside < this.#limit() && this.#queue.length > 0) this.#admit();
    }
  }

  #admit(): void {
    this.#inside++;
    this.#queue.shift()?.();
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        const at = this.#queue.indexOf(enter);
        if (at < 0) return;
        this.#queue.splice(at, 1);
        reject(new RecognizerError('ocr.cancelled'));
      };
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      this.#queue.push(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }
}
