/**
 * `npm run bench -- vault [--saves=300] [--pages=20000] [--queries=150] [--opened=1500] [--json FILE]`: what encryption, the audit log and access checks cost,
 * beside the same work of the same code without them (vault/unguarded), by turns in one process. The person who works sees a twentieth less
 * than there is. Ratios of processor time, and of the clock. Opening a page is measured twice: as a program does it that was just started, and
 * as one that has opened some hundred.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardArchive } from '#service/access/guard-archive';
import { guardBook } from '#service/access/guard-book';
import { createArchive } from '#service/archive/archive-service';
import { openPageTable } from '#service/archive/page-table';
import { hashOf } from '#service/archive/page-files';
import type { RecordChange, RecordStore } from '#service/store/record-store';
import { type BenchResult, option, percentile, round, runAsProgram } from './bench-result';
import { proseFrom, randomFrom, scratchBook } from './scratch-book';
import { unguarded } from './vault/unguarded';

/** What is allowed. */
const most = { save: 1.5, search: 1.2, openPage: 1.3 };

interface Pair {
  readonly ours: Spent[];
  readonly theirs: Spent[];
}
interface Spent {
  readonly ms: number;
  readonly processorMs: number;
}

export async function run(): Promise<BenchResult> {
  const scratch = scratchBook();
  const { book } = scratch;
  const dir = mkdtempSync(join(tmpdir(), 'kts-bench-'));
  const plain = unguarded(dir, book.keys, book.user.id);
  const plainPages = openPageTable(plain);
  const archive = createArchive(book, () => Promise.reject(new Error('nothing is read here')));
  try {
    const random = randomFrom(23);
    const prose = proseFrom(random);
    const saves = option('saves', 300);
    const pages = option('pages', 20_000);
    const images = await fill(book.records, plain.records, pages, prose, [
      (bytes) => archive.keepPageImage(hashOf(bytes), bytes),
      (bytes) => plain.keepImage(bytes),
    ]);
    // From now on somebody works from whom the secret file is hidden.
    book.access.accounts.set({ userId: book.user.id, role: 'clerk', clearance: 'THUONG' });
    book.access.changed();
    const mine = guardBook(book);
    const shown = guardArchive(archive, book);

    const save = await byTurns(saves, (i) => {
      const change = petition(i, prose);
      return [() => mine.records.save([change]), () => plain.records.save([change])];
    });
    const search = await byTurns(option('queries', 150), (i) => {
      const query = { text: prose(1 + (i % 3)), limit: 30 };
      return [() => mine.search.search(query), () => plain.search.search(query)];
    });
    const opening = (i: number): readonly [Work, Work] => {
      const { hash, id, plainId } = images[i % images.length] ?? { hash: '', id: '', plainId: '' };
      return [
        async () => {
          shown.page(id);
          await shown.imageVariant(hash, 'full');
        },
        async () => {
          plain.records.get('page', plainId);
          plainPages.summary(plainId);
          plain.search.pageWords(plainId);
          plainPages.mimeOf(hash);
          await plain.readImage(hash);
        },
      ];
    };
    const openPageCold = await byTurns(300, opening);
    const openPage = await byTurns(option('opened', 1500), opening);
    if (mine.records.count({ type: 'page' }) >= book.db.prepare<[], number>('SELECT count(*) FROM page').pluck().get()!)
      throw new Error('nothing is hidden from the person who works');
    const measured = { save, search, openPageCold, openPage };
    const ratios = Object.fromEntries(
      Object.entries(measured).flatMap(([name, pair]) => [
        [name, ratioOf(pair, 'processorMs')],
        [`${name}Clock`, ratioOf(pair, 'ms')],
      ]),
    );
    const over = Object.entries(most).filter(([name, limit]) => (ratios[name] ?? Number.NaN) > limit);
    if (over.length > 0) console.error(`bench vault: above what is allowed: ${over.map(([name]) => name).join(', ')}`);
    return {
      name: 'vault',
      ratios,
      details: {
        pages,
        allowed: most,
        ...Object.fromEntries(
          Object.entries(measured).map(([name, { ours, theirs }]) => [
            `${name}Ms`,
            {
              ours: round(
                percentile(
                  ours.map(({ ms }) => ms),
                  0.5,
                ),
                3,
              ),
              without: round(
                percentile(
                  theirs.map(({ ms }) => ms),
                  0.5,
                ),
                3,
              ),
            },
          ]),
        ),
      },
    };
  } finally {
    await archive.close();
    plain.close();
    scratch.remove();
    rmSync(dir, { recursive: true, force: true });
  }
}

type Work = () => unknown;

/** Both kinds of the same work by turns, so that both meet the same disturbances; a tenth before counts as warming up. */
async function byTurns(count: number, make: (i: number) => readonly [ours: Work, theirs: Work]): Promise<Pair> {
  const pair: Pair = { ours: [], theirs: [] };
  const warm = Math.ceil(count / 10);
  for (let i = 0; i < count + warm; i += 1) {
    const [ours, theirs] = make(i);
    // Who comes first changes.
    const order =
      i % 2 === 0
        ? ([
            ['ours', ours],
            ['theirs', theirs],
          ] as const)
        : ([
            ['theirs', theirs],
            ['ours', ours],
          ] as const);
    for (const [who, work] of order) {
      const spent = await spentOn(work);
      if (i >= warm) pair[who].push(spent);
    }
  }
  return pair;
}

async function spentOn(work: Work): Promise<Spent> {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - started, processorMs: (user + system) / 1000 };
}

/** Of the middle half: what the machine does besides, and collections, fall on few. */
const ratioOf = ({ ours, theirs }: Pair, of: keyof Spent): number => round(middle(ours, of) / middle(theirs, of));
function middle(spent: readonly Spent[], of: keyof Spent): number {
  const sorted = spent.map((one) => one[of]).sort((a, b) => a - b);
  const kept = sorted.slice(Math.floor(sorted.length / 4), Math.ceil((sorted.length * 3) / 4));
  return kept.reduce((sum, ms) => sum + ms, 0) / kept.length;
}

interface Opened {
  readonly hash: string;
  readonly id: string;
  readonly plainId: string;
}

/** The same files, documents and pages in both; every twentieth file is secret. Gives some pages with images of about half a megabyte. */
async function fill(
  ours: RecordStore,
  theirs: RecordStore,
  pages: number,
  prose: (words: number) => string,
  keep: readonly ((bytes: Buffer) => unknown)[],
): Promise<Opened[]> {
  const opened: Opened[] = [];
  const both = (changes: readonly RecordChange[], ownerOf: (side: 0 | 1, i: number) => Record<string, unknown>): [string[], string[]] => {
    const saved = ([ours, theirs] as const).map((records, side) =>
      records
        .save(changes.map((change, i) => ({ ...change, values: { ...change.values, ...ownerOf(side as 0 | 1, i) } }) as RecordChange))
        .map(({ id }) => id),
    );
    return [saved[0] ?? [], saved[1] ?? []];
  };
  const fonds = both([{ type: 'archiveFonds', values: { code: 'P1', name: 'Phông thử' } }], () => ({}));
  const perFile = 100;
  for (let f = 0; f * perFile < pages; f += 1) {
    const secrecy = f % 20 === 19 ? 'MAT' : 'THUONG';
    const values = { code: `HS-${f}`, title: prose(8), retention: '01', accessMode: '01', secrecy, state: 'DANG_DOC' };
    const file = both([{ type: 'archiveFile', values }], (side) => ({ fonds: fonds[side][0] }));
    const documents = both(
      Array.from({ length: 5 }, () => ({
        type: 'archiveDocument' as const,
        values: { subject: prose(12), secrecy, verification: 'CHO_XEM' },
      })),
      (side) => ({ file: file[side][0] }),
    );
    const bytes = f % 20 < 2 ? [randomBytes(500_000), randomBytes(300_000)] : [];
    for (const image of bytes) for (const put of keep) await put(image);
    const made = both(
      Array.from({ length: perFile }, (_, i) => ({
        type: 'page' as const,
        values: {
          order: i + 1,
          image: bytes[i] ? hashOf(bytes[i]) : hashOf(Buffer.from(`${f} ${i}`)),
          mime: 'image/jpeg',
          bytes: 1000,
          width: 1000,
          height: 1400,
          state: 'DA_DOC',
          rawText: prose(120),
        },
      })),
      (side, i) => ({ document: documents[side][i % 5] }),
    );
    bytes.forEach((image, i) => opened.push({ hash: hashOf(image), id: made[0][i] ?? '', plainId: made[1][i] ?? '' }));
  }
  return opened;
}

const petition = (i: number, prose: (words: number) => string): RecordChange => ({
  type: 'petition',
  values: {
    number: i + 1,
    receivedOn: '2026-03-08',
    kind: 'TC',
    source: 'TRUC_TIEP',
    secrecy: 'THUONG',
    forwardedBy: prose(6),
    accusedText: prose(8),
    summary: prose(20),
    items: [{ id: '01900000-0000-7000-8000-000000000001', summary: prose(60) }],
    handler: 'Nguyễn Thị Thử',
    state: 'MOI',
  },
});

await runAsProgram(import.meta.url, run);
