/** A workstation under command: a real book with the production line. The benchmark tells it what to do over its channel. */
import { mkdirSync } from 'node:fs';
import { encodeBatch, noHash } from '#shared/sync/batch';
import type { RecordChange } from '#service/store/record-store';
import { createBook } from '#service/book/create-book';
import type { Book } from '#service/book/book';
import { createSync } from '#service/sync/create-sync';
import { batchTools } from '#service/sync/crypto/batch-tools';
import type { SyncService } from '#service/sync/sync-service';
import { limits } from '#shared/sync/limits';
import { serveCalls } from '../../support/child';
import { newCases, pageImage } from './work';

export interface Settled {
  readonly ms: number;
  /** Ops of this workstation that the hub has confirmed. */
  readonly confirmed: number;
}

/** What ops weigh, as JSON and packed as tightly as batches allow. */
export interface Payload {
  readonly json: number;
  readonly packed: number;
}

let book: Book;
let sync: SyncService;
const images = new Map<string, Buffer>();
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function untilQuiet(isDone: () => boolean, patienceS: number): Promise<number> {
  const started = performance.now();
  const end = started + patienceS * 1000;
  void sync.runNow();
  while (!isDone()) {
    if (performance.now() > end) throw new Error(`the line did not settle in ${patienceS} s: ${JSON.stringify(sync.status())}`);
    await pause(5);
  }
  return performance.now() - started;
}

const allConfirmed = (): boolean => {
  const { made, confirmed } = book.outbox.watermarks();
  return made === confirmed;
};
const casesInOrder = (): string[] =>
  book.db.prepare<[string], string>('SELECT id FROM record WHERE type = ? ORDER BY id').pluck().all('case');
const saveInParts = (changes: readonly RecordChange[]): void => {
  for (let at = 0; at < changes.length; at += 1000) book.records.save(changes.slice(at, at + 1000));
};

const api = {
  async make(dir: string): Promise<void> {
    mkdirSync(dir, { recursive: true });
    const committee = {
      name: 'UBKT Đảng ủy xã Mẫu',
      partyCommittee: 'Đảng ủy xã Mẫu',
      province: 'Tỉnh Mẫu',
      symbol: 'UBKTĐU',
      term: '2025-2030',
      profile: 'connected',
    } as const;
    const user = { name: 'Trần Thị Mẫu', title: 'Ủy viên' };
    book = await createBook(dir, { committee, user, passphrase: 'mật khẩu chỉ dùng để đo' }, { ballastBytes: 0 });
    sync = createSync(book, {
      readPageImage: async (hash) => images.get(hash) ?? Buffer.alloc(0),
      keepPageImage: async () => undefined,
      hasPageImage: (hash) => images.has(hash),
    });
  },
  enrol: async (url: string, code: string): Promise<void> => void (await sync.enrol(url, code)),
  pause: (paused: boolean): void => void sync.pause(paused),
  status: () => sync.status(),

  addCases: (count: number): void => saveInParts(newCases(count)),
  /** One field of so many cases. */
  changeCases(count: number, state: string): void {
    book.records.save(
      casesInOrder()
        .slice(0, count)
        .map((id) => ({ type: 'case' as const, id, values: { state } })),
    );
  },
  /** The same field of the same cases as the other workstation, and one that only this one touches. */
  disputeCases(from: number, count: number, own: string): void {
    book.records.save(
      casesInOrder()
        .slice(from, from + count)
        .map((id, i) => ({ type: 'case' as const, id, values: { leader: `Người của ${own} ${i}`, [own]: `Ghi ở ${own} ${i}` } })),
    );
  },
  addPages(count: number, bytes: number): void {
    const [fonds] = book.records.save([{ type: 'archiveFonds', values: { code: 'P01', name: 'Phông mẫu' } }]);
    const [file] = book.records.save([
      {
        type: 'archiveFile',
        values: {
          code: 'HS-1',
          title: 'Hồ sơ mẫu',
          fonds: fonds?.id,
          retention: '01',
          accessMode: '01',
          secrecy: 'THUONG',
          state: 'DANG_DOC',
        },
      },
    ]);
    const [document] = book.records.save([
      { type: 'archiveDocument', values: { subject: 'Biên bản', file: file?.id, secrecy: 'THUONG', verification: 'CHO_XEM' } },
    ]);
    book.records.save(
      Array.from({ length: count }, (_, n) => {
        const image = pageImage(n, bytes);
        const hash = Buffer.from(batchTools.sha256(image)).toString('hex');
        images.set(hash, image);
        return {
          type: 'page' as const,
          values: {
            document: document?.id,
            order: n + 1,
            image: hash,
            mime: 'image/jpeg',
            bytes,
            width: 1240,
            height: 1754,
            state: 'CHO_DOC',
          },
        };
      }),
    );
  },

  /** Whether everything that was made here is confirmed, pages as well. */
  async send(patienceS: number): Promise<Settled> {
    const ms = await untilQuiet(() => allConfirmed() && (images.size === 0 || sync.status().waiting.pages === 0), patienceS);
    return { ms, confirmed: book.outbox.watermarks().confirmed };
  },
  /** Whether so many cases and conflicts are here and nothing more comes. */
  async receive(cases: number, conflicts: number, patienceS: number): Promise<number> {
    return untilQuiet(
      () => book.records.count({ type: 'case' }) >= cases && (conflicts === 0 || book.records.conflicts(conflicts + 1).length >= conflicts),
      patienceS,
    );
  },
  /** Number of the last op that was made here. */
  made: (): number => book.outbox.watermarks().made,
  /** Of the ops behind `after`. */
  payload(after: number): Payload {
    const identity = book.outbox.identity();
    let packed = 0;
    let json = 0;
    let ops = book.outbox.pending(limits.opsPerBatch, after);
    for (; ops.length > 0; ops = book.outbox.pending(limits.opsPerBatch, ops.at(-1)?.seq ?? 0)) {
      const header = { committee: 'x', ...identity, number: 1, firstSeq: ops[0]?.seq ?? 1, count: ops.length, prevHash: noHash };
      packed += encodeBatch(header, { ops, withheld: [] }, batchTools.bestCodec, batchTools, () => Buffer.alloc(64)).bytes.length;
      json += ops.reduce((sum, op) => sum + Buffer.byteLength(JSON.stringify(op)), 0);
    }
    return { json, packed };
  },
  /** Of the disputed cases: how many show what both did, and how many conflicts are kept. */
  merged(from: number, count: number, fields: readonly string[]): { both: number; conflicts: number } {
    const ids = casesInOrder().slice(from, from + count);
    const both = ids.filter((id) => {
      const values = book.records.get('case', id)?.values ?? {};
      return fields.every((field) => String(values[field]).startsWith('Ghi ở'));
    });
    return { both: both.length, conflicts: book.records.conflicts(2 * count).length };
  },
};
export type StationApi = typeof api;

serveCalls(api, async () => {
  await sync?.close();
  book?.close();
});
