import { useEffect, useState } from 'react';
import { imageUrl } from '#shared/contract/image-channel';
import type { ArchiveScope, Sheet } from '#shared/contract/window/verification';
import { noticeOfFailure } from '../../app/notices';
import { queries } from '../../service/queries';
import { service, useQueryOf } from '../../service/use-service';

const sheetKey = (documentId: string) => ['verification', 'sheet', documentId] as const;
const askSheet = (documentId: string) => service().verification.sheet({ documentId });

export interface Work {
  readonly loading: boolean;
  readonly error: unknown;
  /** Undefined: nothing is left. */
  readonly current: string | undefined;
  readonly sheet: Sheet | undefined;
  readonly next: string | undefined;
  readonly nextReady: boolean;
  /** Goes on after the present document was checked or put off. */
  advance(how: 'done' | 'skip'): void;
  /** Shows this one now; what was shown comes after it. */
  goTo(documentId: string): void;
  refresh(): void;
}

/** Documents of a scope or quality round one after the other, the following one loaded ahead with its first picture. */
export function useWork(scope: ArchiveScope, roundId: string | undefined): Work {
  const [queue, setQueue] = useState<readonly string[]>();
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [current, next] = queue ?? [];
  const ask = (skip: readonly string[]) =>
    roundId === undefined
      ? service().verification.next({ scope, count: 3, skip: [...skip] })
      : service().verification.nextOfRound({ roundId, count: 3, skip: [...skip] });
  const fill = (keep: readonly string[], skip: readonly string[]) =>
    ask(skip)
      .then(({ documents }) => setQueue([...new Set([...keep, ...documents])]))
      .catch((failure: unknown) => (queue === undefined ? setError(failure) : noticeOfFailure(failure)));

  useEffect(() => {
    void fill([], []);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked once; a change of scope makes a new component
  }, []);
  const sheet = useQueryOf(sheetKey(current ?? ''), () => askSheet(current ?? ''), { enabled: current !== undefined });
  const ahead = useQueryOf(sheetKey(next ?? ''), () => askSheet(next ?? ''), { enabled: next !== undefined && sheet.data !== undefined });
  const firstImage = ahead.data?.pages[0]?.image;
  useEffect(() => {
    if (firstImage !== undefined) new Image().src = imageUrl({ sha256: firstImage, variant: 'view' });
  }, [firstImage]);
  // What was taken and not checked is anybody's again.
  useEffect(
    () => () => {
      setQueue((left = []) => {
        if (left.length > 0)
          service()
            .verification.release({ documentIds: left.slice(0, 20) })
            .catch(() => undefined);
        return left;
      });
    },
    [],
  );

  return {
    loading: queue === undefined,
    error: error ?? sheet.error,
    current,
    sheet: sheet.data,
    next,
    nextReady: ahead.data !== undefined,
    advance: (how) => {
      if (current === undefined) return;
      queries.removeQueries({ queryKey: sheetKey(current) });
      const rest = (queue ?? []).slice(1);
      const skip = how === 'skip' ? [...skipped, current].slice(-200) : skipped;
      setSkipped(skip);
      setQueue(rest);
      void fill(rest, skip);
    },
    goTo: (documentId) => {
      queries.removeQueries({ queryKey: sheetKey(documentId) });
      setQueue([documentId, ...(queue ?? []).filter((id) => id !== documentId)]);
    },
    refresh: () => void queries.resetQueries({ queryKey: sheetKey(current ?? '') }),
  };
}
