import { useEffect, useRef, useState } from 'react';
import type { ExportEvent, ExportRequest } from '#shared/contract/window/out';
import { service } from '../../../service/use-service';

export type ExportDone = Extract<ExportEvent, { kind: 'done' }>;

/** One export: not begun, in work with its last step, ended, stopped by the person, or failed. */
export type ExportRun =
  | { readonly state: 'none' | 'stopped' }
  | { readonly state: 'running'; readonly step: Extract<ExportEvent, { kind: 'step' }> | null }
  | { readonly state: 'done'; readonly done: ExportDone }
  | { readonly state: 'failed'; readonly error: unknown };

export function useExport() {
  const [run, setRun] = useState<ExportRun>({ state: 'none' });
  const stopping = useRef<AbortController | null>(null);
  // Leaving the panel ends the work; what was not finished leaves nothing behind.
  useEffect(() => () => stopping.current?.abort(), []);

  const start = async (request: ExportRequest): Promise<void> => {
    const stop = new AbortController();
    stopping.current = stop;
    setRun({ state: 'running', step: null });
    try {
      for await (const event of await service().out.run(request, { signal: stop.signal }))
        setRun(event.kind === 'done' ? { state: 'done', done: event } : { state: 'running', step: event });
    } catch (error) {
      setRun(stop.signal.aborted ? { state: 'stopped' } : { state: 'failed', error });
    }
  };
  return { run, start, stop: () => stopping.current?.abort(), again: () => setRun({ state: 'none' }) };
}
