/** A workstation that is killed: a real book with the production line, which saves and sends at the same time. */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { canonical } from '#shared/sync/op';
import type { Book } from '#service/book/book';
import { createBook } from '#service/book/create-book';
import { openBook } from '#service/book/open-book';
import { createSync } from '#service/sync/create-sync';
import type { SyncService } from '#service/sync/sync-service';
import { serveCalls } from '../../support/child';

export interface Progress {
  readonly records: number;
  readonly made: number;
  readonly confirmed: number;
  readonly refused: number;
  readonly conflicts: number;
  readonly line: string;
}

let book: Book;
let sync: SyncService;
let asking: NodeJS.Timeout | undefined;
const passphrase = 'mật khẩu chỉ dùng để thử';
/** Records of one save. */
const together = 10;

function begin(): void {
  sync = createSync(book, { readPageImage: async () => Buffer.alloc(0), keepPageImage: async () => undefined, hasPageImage: () => false });
  // Somebody who does not wait for the line to try again by itself.
  asking = setInterval(() => void sync.runNow(), 500);
}
const idsInOrder = (): string[] =>
  book.db.prepare<[string], string>('SELECT id FROM record WHERE type = ? ORDER BY id').pluck().all('petition');

const api = {
  async make(dir: string): Promise<string> {
    mkdirSync(dir, { recursive: true });
    const committee = {
      name: 'UBKT Đảng ủy xã Mẫu',
      partyCommittee: 'Đảng ủy xã Mẫu',
      province: 'Tỉnh Mẫu',
      symbol: 'UBKTĐU',
      term: '2025-2030',
      profile: 'connected',
    } as const;
    book = await createBook(dir, { committee, user: { name: 'Trần Thị Mẫu', title: 'Ủy viên' }, passphrase }, { ballastBytes: 0 });
    begin();
    return book.user.id;
  },
  async open(dir: string, userId: string): Promise<void> {
    book = await openBook(dir, { userId, passphrase });
    begin();
  },
  enrol: async (url: string, code: string): Promise<void> => void (await sync.enrol(url, code)),
  /** Saves until the book has so many records; each save makes ten and changes one that was there. Gives the line its turns. */
  async addUpTo(count: number): Promise<void> {
    for (let n = book.records.count({ type: 'petition' }); n < count; n = Math.min(count, n + together)) {
      const fresh = Array.from({ length: Math.min(together, count - n) }, (_, i) => ({
        type: 'petition' as const,
        values: {
          number: n + i + 1,
          receivedOn: '2026-03-08',
          kind: 'PA',
          source: 'BUU_DIEN',
          secrecy: 'THUONG',
          state: 'MOI',
          summary: `Đơn thứ ${n + i + 1}: ${createHash('sha256')
            .update(String(n + i))
            .digest('base64')
            .repeat(3)}`,
        },
      }));
      const [old] = book.records.list({ type: 'petition', limit: 1, offset: Math.floor(n / 2) }).rows;
      const changed = old ? [{ type: 'petition' as const, id: old.id, values: { forwardedBy: `sau khi có ${n}` } }] : [];
      book.records.save([...fresh, ...changed]);
      await new Promise((resolve) => setImmediate(resolve));
    }
  },
  progress(): Progress {
    const { made, confirmed } = book.outbox.watermarks();
    const { refused, conflicts, line } = sync.status();
    return { records: book.records.count({ type: 'petition' }), made, confirmed, refused, conflicts, line };
  },
  /** What a sound book answers: nothing wrong in the file, the chain of the audit whole, an op for each number. */
  sound: (): { integrity: unknown; auditBrokenAt: unknown; ops: number } => ({
    integrity: book.db.pragma('integrity_check', { simple: true }),
    auditBrokenAt: book.audit.verify().brokenAt,
    ops: book.db.prepare<[], number>('SELECT count(DISTINCT seq) FROM outbox').pluck().get() ?? 0,
  }),
  /** One value for all records with all their fields. */
  digest(): string {
    const sum = createHash('sha256');
    for (const id of idsInOrder()) sum.update(`${id} ${canonical(book.records.get('petition', id)?.values)}\n`);
    return sum.digest('hex');
  },
};
export type KillStationApi = typeof api;

serveCalls(api, async () => {
  clearInterval(asking);
  await sync?.close();
  book?.close();
});
