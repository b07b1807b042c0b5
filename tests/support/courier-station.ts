import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CourierProgress } from '#shared/contract/window/courier';
import { AppError } from '#shared/errors/app-error';
import type { StickPlace } from '#shared/sync/bundle-stick';
import type { Book, BookProfile } from '#service/book/book';
import { createBook } from '#service/book/create-book';
import { openBook } from '#service/book/open-book';
import type { CourierService } from '#service/sync/courier/courier-service';
import { createCourier } from '#service/sync/courier/create-courier';
import type { OpenFiles } from '#service/sync/courier/stick';
import type { HubOptions } from '../../src-hub/config';
import { runCourier } from '../../src-hub/courier/command';
import type { StickVisit } from '../../src-hub/courier/serve-stick';
import { type SavedFile, saveFile } from './archive-page';
import { petition } from './plain-petition';
import type { TestHub } from './test-hub';

const passphrase = 'mật khẩu chỉ dùng để thử';

/** A real book with the production courier; page images come from memory. */
export interface CourierStation {
  readonly book: Book;
  readonly courier: CourierService;
  readonly images: Map<string, Buffer>;
  readonly progress: (CourierProgress | null)[];
  image(bytes: Buffer): string;
  /** A document with one page for each image, in a file of this secrecy. Returns the ids of the pages. */
  archive(secrecy: string, images: readonly Buffer[]): SavedFile;
  petition(n: number, more?: Record<string, unknown>): string;
  close(): Promise<void>;
}

export async function courierStation(profile: BookProfile = 'standalone', openFiles?: OpenFiles): Promise<CourierStation> {
  const dir = await mkdtemp(path.join(tmpdir(), 'kts-courier-'));
  const committee = {
    name: 'UBKT Đảng ủy xã Mẫu',
    partyCommittee: 'Đảng ủy xã Mẫu',
    province: 'Tỉnh Mẫu',
    symbol: 'UBKTĐU',
    term: '2025-2030',
    profile,
  };
  const book = await createBook(dir, { committee, user: { name: 'Trần Thị Mẫu', title: 'Ủy viên' }, passphrase }, { ballastBytes: 0 });
  return stationOn(book, new Map(), openFiles);
}

/** A book of a station, opened anew. */
export const reopened = (dir: string, userId: string): Promise<Book> => openBook(dir, { userId, passphrase });

export function stationOn(book: Book, images = new Map<string, Buffer>(), openFiles?: OpenFiles): CourierStation {
  const progress: (CourierProgress | null)[] = [];
  book.events.on((event) => {
    if (event.kind === 'courier') progress.push(event.progress);
  });
  const courier = createCourier(book, {
    readPageImage: async (hash) => {
      const image = images.get(hash);
      if (!image) throw new AppError('page.missing');
      return image;
    },
    keepPageImage: async (hash, bytes) => void images.set(hash, Buffer.from(bytes)),
    ...(openFiles && { openFiles }),
  });
  const save = (...changes: Parameters<Book['records']['save']>[0]): string[] => book.records.save(changes).map(({ id }) => id);
  const image = (bytes: Buffer): string => {
    const hash = createHash('sha256').update(bytes).digest('hex');
    images.set(hash, bytes);
    return hash;
  };
  return {
    book,
    courier,
    images,
    progress,
    image,
    petition: (n, more) => save(petition(n, more))[0] ?? '',
    archive: (secrecy, bytes) => saveFile({ book, image }, secrecy, bytes),
    async close() {
      await courier.close();
      book.close();
      await rm(book.dir, { recursive: true, force: true });
    },
  };
}

/** A folder that is a stick. */
export interface TestStick {
  readonly dir: string;
  files(place: StickPlace): Promise<string[]>;
  read(place: StickPlace, name: string): Promise<Buffer>;
  put(place: StickPlace, name: string, bytes: Uint8Array): Promise<void>;
  forget(): Promise<void>;
}

export async function testStick(): Promise<TestStick> {
  const dir = await mkdtemp(path.join(tmpdir(), 'kts-usb-'));
  const at = (place: StickPlace, name = '') => path.join(dir, 'KIEMTRASO', place, name);
  return {
    dir,
    files: async (place) => (await readdir(at(place)).catch(() => [])).sort(),
    read: (place, name) => readFile(at(place, name)),
    async put(place, name, bytes) {
      await mkdir(at(place), { recursive: true });
      await writeFile(at(place, name), bytes);
    },
    forget: () => rm(dir, { recursive: true, force: true }),
  };
}

/** The hub's side of one visit. */
export const visitHub = (
  home: TestHub,
  stick: { readonly dir: string },
  partBytes?: number,
  standalone = false,
  more: Partial<HubOptions> = {},
): Promise<StickVisit> =>
  runCourier(
    home.hub.database,
    { dir: home.dir, host: '127.0.0.1', name: 'UBKT Tỉnh ủy mẫu', logLevel: 'silent', tls: 'off', port: 0, standalone, ...more },
    { dir: stick.dir, ...(partBytes !== undefined && { partBytes }) },
  );

/** Enrols by the two files. */
export async function enrolByFiles(station: CourierStation, home: TestHub, commune: string, standalone = false): Promise<void> {
  const stick = await testStick();
  await station.courier.enrolRequest(stick.dir, await home.hub.newCode(commune));
  await visitHub(home, stick, undefined, standalone);
  await station.courier.enrolAnswer(stick.dir);
  await stick.forget();
}
