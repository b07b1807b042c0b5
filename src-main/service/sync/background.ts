/** A piece of work that goes on while others do, begun again when it has ended. */
export interface Background {
  /** Does nothing while it is under way. */
  begin(): void;
  isUnderWay(): boolean;
  /** When what was begun last has ended. @throws what it threw, once */
  ended(): Promise<void>;
}

export function inBackground(work: () => Promise<void>): Background {
  let running: Promise<void> | undefined;
  let failed: { readonly error: unknown } | undefined;
  return {
    begin: () => {
      running ??= work()
        .catch((error: unknown) => {
          failed = { error };
        })
        .finally(() => {
          running = undefined;
        });
    },
    isUnderWay: () => running !== undefined,
    ended: async () => {
      await running;
      const found = failed;
      failed = undefined;
      if (found) throw found.error;
    },
  };
}

/** The next time that something is told. */
export function nextOf(): { next(): Promise<void>; tell(): void } {
  const waiting: (() => void)[] = [];
  return {
    next: () => new Promise((resolve) => waiting.push(resolve)),
    tell: () => waiting.splice(0).forEach((resolve) => resolve()),
  };
}
