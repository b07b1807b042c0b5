import { useEffect, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft, type Draft } from './draft-store';

const pauseMilliseconds = 250;

/**
 * The draft of one form. `loaded` is undefined until it was looked for, null when there is none. `keep` writes a moment
 * after the last key; `drop` removes it, also what is still to be written.
 */
export function useDraft(name: string) {
  const [loaded, setLoaded] = useState<{ name: string; draft: Draft | null }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<() => void>(undefined);
  useEffect(() => {
    let current = true;
    void readDraft(name)
      .catch(() => undefined)
      .then((draft) => {
        if (current) setLoaded({ name, draft: draft ?? null });
      });
    return () => {
      current = false;
      pending.current?.();
    };
  }, [name]);
  const settle = () => {
    clearTimeout(timer.current);
    pending.current = undefined;
  };
  return {
    loaded: loaded?.name === name ? loaded.draft : undefined,
    keep: (content: unknown) => {
      settle();
      const write = () => {
        settle();
        keepDraft(name, content).catch(() => undefined);
      };
      pending.current = write;
      timer.current = setTimeout(write, pauseMilliseconds);
    },
    drop: () => {
      settle();
      void dropDraft(name);
    },
  };
}
