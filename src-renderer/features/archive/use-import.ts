import { useCallback, useRef, useState } from 'react';
import type { ImportEvent } from '#shared/contract/window/archive';
import type { ScanProfile } from '#shared/contract/window/scanners';
import { service } from '../../service/use-service';

export interface Refusal {
  readonly file: string;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}
export interface Duplicate {
  readonly file: string;
  readonly index: number;
  readonly pageId: string;
  readonly title: string;
}
export interface FileProgress {
  readonly file: string;
  readonly of: number;
  readonly pages: number;
  readonly state: 'running' | 'done' | 'refused';
}

/** What one import has done so far; kept until the next one starts or the person closes it. */
export interface ImportRun {
  readonly running: boolean;
  readonly asked: number;
  readonly files: readonly FileProgress[];
  readonly duplicates: readonly Duplicate[];
  /** Titles of the files and documents that separator sheets led to. */
  readonly separators: readonly string[];
  readonly refusals: readonly Refusal[];
  readonly pages: number;
  readonly error: unknown;
}

export interface ImportTarget {
  fileId?: string;
  documentId?: string;
  beforePageId?: string;
  replacePageId?: string;
  route?: boolean;
}

const started = (asked: number): ImportRun => ({
  running: true,
  asked,
  files: [],
  duplicates: [],
  separators: [],
  refusals: [],
  pages: 0,
  error: null,
});

/** The run after one more event. */
export function withEvent(run: ImportRun, event: ImportEvent): ImportRun {
  const change = (file: string, next: (one: FileProgress) => FileProgress): readonly FileProgress[] =>
    run.files.map((one) => (one.file === file && one.state === 'running' ? next(one) : one));
  switch (event.kind) {
    case 'fileStarted':
      return { ...run, files: [...run.files, { file: event.file, of: event.pages, pages: 0, state: 'running' }] };
    case 'page':
      return {
        ...run,
        pages: run.pages + 1,
        files: change(event.file, (one) => ({ ...one, of: Math.max(one.of, event.of), pages: one.pages + 1 })),
      };
    case 'duplicate':
      return { ...run, duplicates: [...run.duplicates, event], files: change(event.file, (one) => ({ ...one, pages: one.pages + 1 })) };
    case 'separator':
      return {
        ...run,
        separators: [...run.separators, event.title],
        files: change(event.file, (one) => ({ ...one, pages: one.pages + 1 })),
      };
    case 'refused':
      return {
        ...run,
        refusals: [...run.refusals, event],
        files: run.files.some((one) => one.file === event.file && one.state === 'running')
          ? change(event.file, (one) => ({ ...one, state: 'refused' }))
          : [...run.files, { file: event.file, of: 0, pages: 0, state: 'refused' }],
      };
    case 'fileDone':
      return { ...run, files: change(event.file, (one) => ({ ...one, state: 'done' })) };
    case 'done':
      return run;
  }
}

/** Brings files in and tells how far it is. `start` ends with the documents that hold the pages, also those that were here before. */
export function useImport() {
  const [run, setRun] = useState<ImportRun | null>(null);
  const stopping = useRef<AbortController | null>(null);

  const follow = useCallback(
    async (asked: number, begin: (signal: AbortSignal) => Promise<AsyncIterable<ImportEvent>>): Promise<string[]> => {
      const stop = new AbortController();
      stopping.current = stop;
      const documents = new Set<string>();
      let now = started(asked);
      setRun(now);
      try {
        for await (const event of await begin(stop.signal)) {
          if (event.kind === 'page' || event.kind === 'duplicate') documents.add(event.documentId);
          now = withEvent(now, event);
          setRun(now);
        }
      } catch (error) {
        if (!stop.signal.aborted) now = { ...now, error };
      }
      setRun({ ...now, running: false });
      return [...documents];
    },
    [],
  );

  const start = useCallback(
    async (paths: readonly string[], target: ImportTarget): Promise<string[]> =>
      paths.length === 0 ? [] : follow(paths.length, (signal) => service().archive.importFiles({ paths: [...paths], target }, { signal })),
    [follow],
  );

  /** The same from a scanner, sheet by sheet. */
  const scan = useCallback(
    (id: string, profile: ScanProfile, target: ImportTarget): Promise<string[]> =>
      follow(0, (signal) => service().scanners.scan({ id, profile, target }, { signal })),
    [follow],
  );

  return { run, start, scan, stop: () => stopping.current?.abort(), close: () => setRun(null) };
}
