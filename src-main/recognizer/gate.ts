/** Lets tasks in as long as their weights together stay within a limit; the others wait in order and may leave. */
import { RecognizerError } from '#shared/recognizer/failure';

export class Gate {
  readonly #limit: () => number;
  readonly #queue: { readonly weight: number; readonly enter: () => void }[] = [];
  #inside = 0;

  /** The limit is asked for again each time, because settings change it. */
  constructor(limit: () => number) {
    this.#limit = limit;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /** @param weight 1 for an ordinary task; one that is heavier than the limit is let in alone */
  async pass<T>(signal: AbortSignal, work: () => Promise<T>, weight = 1): Promise<T> {
    if (this.#queue.length > 0 || !this.#hasRoomFor(weight)) await this.#wait(signal, weight);
    else this.#inside += weight;
    try {
      if (signal.aborted) throw new RecognizerError('ocr.cancelled');
      return await work();
    } finally {
      this.#inside -= weight;
      this.#admit();
    }
  }

  #hasRoomFor(weight: number): boolean {
    return this.#inside === 0 || this.#inside + weight <= this.#limit();
  }

  #admit(): void {
    for (let next = this.#queue[0]; next && this.#hasRoomFor(next.weight); next = this.#queue[0]) {
      this.#queue.shift();
      this.#inside += next.weight;
      next.enter();
    }
  }

  #wait(signal: AbortSignal, weight: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        const at = this.#queue.indexOf(place);
        if (at < 0) return;
        this.#queue.splice(at, 1);
        reject(new RecognizerError('ocr.cancelled'));
        this.#admit();
      };
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const place = { weight, enter };
      this.#queue.push(place);
      signal.addEventListener('abort', leave, { once: true });
    });
  }
}
