/** A PouchDB client under command, with the benchmark's records as documents. */
import { uuid7 } from '#service/store/uuid7';
import { serveCalls } from '../../support/child';
import { load, type Pouch, type PouchDoc, type PouchMaker } from './pouchdb-api';
import { newCases, otherState, pageImage } from './work';

let db: Pouch;
let remote = '';

const timed = async (work: Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work;
  return performance.now() - started;
};
const first = async (limit: number): Promise<PouchDoc[]> =>
  (await db.allDocs({ include_docs: true, limit, conflicts: true })).rows.map(({ doc }) => doc);
const bytesOf = (docs: readonly object[]): number => docs.reduce((sum, doc) => sum + Buffer.byteLength(JSON.stringify(doc)), 0);
let disputed = 0;

const api = {
  open(dir: string, url: string): void {
    db = new (load('pouchdb') as PouchMaker)(dir);
    remote = url;
  },
  async addCases(count: number): Promise<number> {
    const docs = newCases(count).map(({ type, values }) => ({ _id: uuid7(), type, ...values }));
    for (let at = 0; at < docs.length; at += 1000) await db.bulkDocs(docs.slice(at, at + 1000));
    return bytesOf(docs);
  },
  async changeCases(count: number): Promise<number> {
    const docs = (await first(count)).map((doc) => ({ ...doc, state: otherState }));
    await db.bulkDocs(docs);
    return bytesOf(docs.map(({ _id, state }) => ({ _id, state })));
  },
  async disputeCases(count: number, own: string): Promise<void> {
    disputed = count;
    await db.bulkDocs((await first(count)).map((doc, i) => ({ ...doc, leader: `Người của ${own} ${i}`, [own]: `Ghi ở ${own} ${i}` })));
  },
  async addPages(count: number, bytes: number): Promise<void> {
    for (let n = 0; n < count; n += 1)
      await db.bulkDocs([
        { _id: uuid7(), type: 'page', order: n + 1, _attachments: { image: { content_type: 'image/jpeg', data: pageImage(n, bytes) } } },
      ]);
  },
  send: (batch: number): Promise<number> => timed(db.replicate.to(remote, { retry: true, batch_size: batch })),
  receive: (batch: number): Promise<number> => timed(db.replicate.from(remote, { retry: true, batch_size: batch })),
  /** Of the disputed documents: how many show what both did, and how many hide a losing version. */
  async merged(): Promise<{ both: number; hidden: number }> {
    const docs = await first(disputed);
    return {
      both: docs.filter((doc) => ['programme', 'decisionNumber'].every((field) => String(doc[field]).startsWith('Ghi ở'))).length,
      hidden: docs.filter((doc) => (doc._conflicts ?? []).length > 0).length,
    };
  },
};
export type PouchClientApi = typeof api;

serveCalls(api, () => db?.close());
