import { createRequire } from 'node:module';
import { join } from 'node:path';

/** As much of PouchDB as the benchmark calls. */
export interface Pouch {
  bulkDocs(docs: readonly object[]): Promise<unknown>;
  allDocs(options: object): Promise<{ rows: { doc: PouchDoc }[] }>;
  readonly replicate: {
    to(target: string, options: object): Promise<unknown>;
    from(source: string, options: object): Promise<unknown>;
  };
  close(): Promise<void>;
}
export type PouchDoc = { readonly _id: string; readonly _conflicts?: readonly string[] } & Readonly<Record<string, unknown>>;
export interface PouchMaker {
  new (name: string): Pouch;
  defaults(options: object): PouchMaker;
}

/** Loads from the folder that the benchmark installed into. */
export const load = createRequire(join(process.env['KTS_BENCH_POUCHDB'] ?? '', 'package.json')) as (name: string) => unknown;
