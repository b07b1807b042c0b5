/** Several pieces of work under way at once, their results handled one after the other as they come. */
export interface InFlight<T> {
  readonly size: number;
  add(work: Promise<T>): void;
  /** The next result, in the order in which they come. @throws what the work threw */
  next(): Promise<T>;
  /** Waits for what is left and hands its results over; what fails of it is passed over. */
  rest(): Promise<T[]>;
}

export function createInFlight<T>(): InFlight<T> {
  const running = new Map<number, Promise<{ readonly id: number; readonly result?: T; readonly error?: unknown }>>();
  let made = 0;
  return {
    get size() {
      return running.size;
    },
    add(work) {
      const id = ++made;
      running.set(
        id,
        work.then(
          (result) => ({ id, result }),
          (error: unknown) => ({ id, error }),
        ),
      );
    },
    async next() {
      const { id, result, error } = await Promise.race(running.values());
      running.delete(id);
      if (error !== undefined) throw error;
      return result as T;
    },
    async rest() {
      const ended = await Promise.all(running.values());
      running.clear();
      return ended.flatMap(({ result, error }) => (error === undefined ? [result as T] : []));
    },
  };
}
