import { useEffect, useRef, useState } from 'react';
import type { PackageImportEvent } from '#shared/contract/window/out';
import { queries } from '../../../service/queries';
import { service } from '../../../service/use-service';

type Of<K extends PackageImportEvent['kind']> = Extract<PackageImportEvent, { kind: K }>;

export interface PackagesRun {
  readonly running: boolean;
  readonly step: Of<'step'> | null;
  readonly taken: readonly Of<'taken'>[];
  readonly refused: readonly Of<'refused'>[];
  readonly absent: readonly string[];
  /** One for each path that was chosen. */
  readonly done: readonly Of<'done'>[];
  readonly error: unknown;
}

const none: PackagesRun = { running: false, step: null, taken: [], refused: [], absent: [], done: [], error: null };

function withEvent(run: PackagesRun, event: PackageImportEvent): PackagesRun {
  switch (event.kind) {
    case 'step':
      return { ...run, step: event };
    case 'taken':
      return { ...run, taken: [...run.taken, event] };
    case 'refused':
      return { ...run, refused: [...run.refused, event] };
    case 'done':
      return { ...run, done: [...run.done, event], absent: [...run.absent, ...event.absent] };
  }
}

export function usePackagesIn() {
  const [run, setRun] = useState(none);
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => () => stopping.current?.abort(), []);

  const start = async (paths: readonly string[]): Promise<void> => {
    if (paths.length === 0) return;
    const stop = new AbortController();
    stopping.current = stop;
    let now: PackagesRun = { ...none, running: true };
    setRun(now);
    try {
      for (const path of paths)
        for await (const event of await service().out.importPackages({ path }, { signal: stop.signal })) {
          now = withEvent(now, event);
          setRun(now);
        }
    } catch (error) {
      if (!stop.signal.aborted) now = { ...now, error };
    }
    setRun({ ...now, running: false });
    void queries.invalidateQueries({ queryKey: ['archive'] });
  };
  return { run, start };
}
