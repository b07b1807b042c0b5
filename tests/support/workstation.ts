import { createHash } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AppError } from '#shared/errors/app-error';
import type { Book, BookProfile } from '#service/book/book';
import { createBook } from '#service/book/create-book';
import { openBook } from '#service/book/open-book';
import { createSync } from '#service/sync/create-sync';
import type { SyncService } from '#service/sync/sync-service';

const passphrase = 'mật khẩu chỉ dùng để thử';

/** A real book with the production sync line; page images come from memory. */
export interface Workstation {
  book: Book;
  sync: SyncService;
  /** Makes a page image known and returns its hash. */
  image(bytes: Buffer): string;
  /** Rounds of the line until nothing waits, at most `seconds`. */
  settle(seconds?: number): Promise<void>;
  close(): Promise<void>;
}

export async function newWorkstation(profile: BookProfile = 'connected'): Promise<Workstation> {
  const dir = await mkdtemp(path.join(tmpdir(), 'kts-book-'));
  const committee = {
    name: 'UBKT Đảng ủy xã Mẫu',
    partyCommittee: 'Đảng ủy xã Mẫu',
    province: 'Tỉnh Mẫu',
    symbol: 'UBKTĐU',
    term: '2025-2030',
    profile,
  };
  return station(
    dir,
    await createBook(dir, { committee, user: { name: 'Trần Thị Mẫu', title: 'Ủy viên' }, passphrase }, { ballastBytes: 0 }),
    new Map(),
  );
}

/** A copy of the folder as a backup has it, opened as its own workstation. The book must be closed. */
export async function copyOf(source: { dir: string; userId: string }): Promise<Workstation> {
  const dir = await mkdtemp(path.join(tmpdir(), 'kts-copy-'));
  await cp(source.dir, dir, { recursive: true });
  return station(dir, await openBook(dir, { userId: source.userId, passphrase }), new Map());
}

export const reopen = async (source: { dir: string; userId: string }): Promise<Workstation> =>
  station(source.dir, await openBook(source.dir, { userId: source.userId, passphrase }), new Map());

function station(dir: string, book: Book, images: Map<string, Buffer>): Workstation {
  const readPageImage = async (hash: string): Promise<Buffer> => {
    const image = images.get(hash);
    if (!image) throw new AppError('page.missing');
    return image;
  };
  const keepPageImage = async (hash: string, bytes: Uint8Array): Promise<void> => {
    images.set(hash, Buffer.from(bytes));
  };
  const sync = createSync(book, { readPageImage, keepPageImage, hasPageImage: (hash) => images.has(hash) });
  return {
    book,
    sync,
    image(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      images.set(hash, bytes);
      return hash;
    },
    async settle(seconds = 30) {
      for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
        const { waiting, sent, line } = await sync.runNow();
        if (line === 'idle' && waiting.records === 0 && waiting.pages === 0 && sent.records === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`the line did not settle: ${JSON.stringify(sync.status())}`);
    },
    async close() {
      await sync.close();
      book.close();
    },
  };
}

export const forget = (dir: string): Promise<void> => rm(dir, { recursive: true, force: true });
