/** Ways into an open book: scans, lists, packages, what the hub sends, rule packs, and the restoring of a backup. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import PizZip from 'pizzip';
import sharp from 'sharp';
import { rawPublicKey } from '#shared/node/ed25519';
import { certificateText } from '#shared/sync/certificate';
import { encodeBatch, noHash } from '#shared/sync/batch';
import { encodeLogPage } from '#shared/sync/log-page';
import { hashOfOp } from '#shared/sync/op-hash';
import { writeStamp } from '#shared/sync/hlc';
import { createArchive } from '#service/archive/archive-service';
import { findSets } from '#service/backup/layout';
import { makeBackup } from '#service/backup/make-backup';
import { restoreBackup } from '#service/backup/restore';
import { createBook } from '#service/book/create-book';
import { createSheetImport } from '#service/sheet-import/sheet-import';
import { batchTools } from '#service/sync/crypto/batch-tools';
import { openLineParts } from '#service/sync/line-parts';
import { pullStep } from '#service/sync/pull';
import { forkRecognizer } from '#service/transport/recognizer-fork';
import { packContent, packHeads, importPack } from '#service/work/rules/packs';
import { collect, newArchive, pdfOf, blankScan, type TestArchive } from '../support/archive-book';
import { ended, filedArchive, outOf } from '../support/out-archive';
import { buildRecognizer } from '../support/recognizer';
import { passphrase, setup } from '../support/setup';
import { writeTiff } from '../support/tiff';
import { below, damaged, damagedJson, damagedText, oneOf, type Random } from './mutate';
import { scratchBook } from '../bench/scratch-book';
import type { Door, Target } from './run-fuzz';

let built: Promise<string> | undefined;
const recognizer = (): Promise<string> => (built ??= buildRecognizer());
const folder = (): string => mkdtempSync(join(tmpdir(), 'kts-fuzz-'));
const rowsOf = ({ book }: Pick<TestArchive, 'book'>): unknown => ({
  records: book.db.prepare('SELECT type, count(*) AS n FROM record GROUP BY type').all(),
  ops: book.outbox.watermarks().made,
  audit: book.audit.head().seq,
});

/** Runs the doors one case after the other on an archive of its own. */
async function withArchive(make: (own: TestArchive, dir: string) => Promise<Pick<Door, 'bring'>>): Promise<Door> {
  const dir = folder();
  const own = await newArchive(await recognizer(), { dir });
  const { bring } = await make(own, dir);
  return {
    bring,
    state: () => rowsOf(own),
    close: async () => {
      await own.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const scans: Target = {
  name: 'scans',
  weight: 40,
  open: () =>
    withArchive(async ({ archive, book }, dir) => {
      const jpeg = await blankScan(1);
      const pixels = { width: 40, height: 56, data: Buffer.alloc(40 * 56, 200), dpi: 50 };
      const png = await sharp({ create: { width: 60, height: 84, channels: 3, background: '#eee' } })
        .png()
        .toBuffer();
      const seeds = [
        { ending: '.jpg', bytes: jpeg },
        { ending: '.png', bytes: png },
        { ending: '.tif', bytes: writeTiff([pixels, { ...pixels, data: Buffer.alloc(40 * 56, 90) }]) },
        { ending: '.pdf', bytes: pdfOf([jpeg, await blankScan(2)]) },
      ];
      let n = 0;
      return {
        bring: async (random) => {
          const { ending, bytes } = oneOf(random, seeds);
          const file = join(dir, `trang ${(n += 1)}${ending}`);
          writeFileSync(file, damaged(random, bytes));
          const events = await collect(archive.importFiles([file]));
          rmSync(file);
          // A file of several pages may give those before the damage: each of them whole.
          const pages = events.flatMap((event) => (event.kind === 'page' ? [event.pageId] : []));
          for (const id of pages) {
            const image = book.records.get('page', id)?.values['image'];
            await archive.readPageImage(String(image));
          }
          const told = events.some(({ kind }) => kind === 'refused' || kind === 'duplicate' || kind === 'separator');
          if (pages.length === 0 && !told) throw new Error(`nothing was told of a file: ${JSON.stringify(events)}`);
          return pages.length > 0 || events.some(({ kind }) => kind === 'duplicate') ? 'taken' : 'refused';
        },
      };
    }),
};

const lists: Target = {
  name: 'lists',
  weight: 25,
  open: () =>
    withArchive(async ({ book, archive }, dir) => {
      const sheets = createSheetImport(book, archive.readSheet);
      const table = xlsx.utils.book_new(
        xlsx.utils.aoa_to_sheet([
          ['Hộp số', 'Hồ sơ số', 'Tiêu đề hồ sơ', 'Thời gian', 'THBQ', 'Số tờ', 'Ghi chú'],
          [14, '01', 'Chương trình kiểm tra', '2010 – 2015', 'Vĩnh viễn', 58, ''],
          [14, '02', 'Kiểm tra các chi bộ', '26/02/2011', '20 năm', 41, 'rách bìa'],
        ]),
        'Mục lục',
      );
      const written = (bookType: 'xlsx' | 'biff8' | 'ods' | 'csv') =>
        Buffer.from(xlsx.write(table, { bookType, type: 'buffer' }) as Buffer);
      const seeds = { '.xlsx': written('xlsx'), '.xls': written('biff8'), '.ods': written('ods'), '.csv': written('csv') };
      return {
        bring: async (random) => {
          const ending = oneOf(random, Object.keys(seeds) as (keyof typeof seeds)[]);
          const file = join(dir, `ds${ending}`);
          writeFileSync(file, isZip(ending) && random() < 0.6 ? damagedInZip(random, seeds[ending]) : damaged(random, seeds[ending]));
          const plan = await sheets.open(file, 'archiveFile', { fixed: { secrecy: 'THUONG' } });
          // Opening tries it dry: nothing is in the book yet.
          return plan.id === '' ? 'taken' : 'refused';
        },
      };
    }),
};

const isZip = (ending: string): boolean => ending === '.xlsx' || ending === '.ods';
/** Damage behind the sums of the ZIP: it unpacks, and what is in it is wrong. */
function damagedInZip(random: Random, bytes: Buffer): Buffer {
  const zip = new PizZip(bytes);
  const name = oneOf(random, Object.keys(zip.files));
  zip.file(name, damaged(random, Buffer.from(zip.file(name)?.asUint8Array() ?? [])));
  return zip.generate({ type: 'nodebuffer' });
}

const packages: Target = {
  name: 'packages',
  weight: 60,
  open: async () => {
    const dir = folder();
    const giver = await filedArchive(await recognizer(), join(dir, 'giver'));
    const made = join(dir, 'made');
    await ended(
      giver.out.run({ kind: 'sip', target: { fileIds: [giver.ids.file] }, path: made, receiver: 'Đảng ủy phường Hòa Bình', zip: false }),
    );
    await giver.close();
    const files = readdirSync(made, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const descriptions = files.filter((file) => ['.xml', '.json', '.xsd'].includes(extname(file)));
    const entry = await recognizer();
    const fresh = (): TestArchive => {
      const { book, remove } = scratchBook();
      const archive = createArchive(book, forkRecognizer(entry));
      return { dir: book.dir, book, archive, close: () => archive.close().then(remove) };
    };
    let own = fresh();
    return {
      bring: async (random) => {
        const file = oneOf(random, random() < 0.8 ? descriptions : files);
        const whole = readFileSync(file);
        writeFileSync(file, random() < 0.5 ? replacedNumber(random, whole) : damaged(random, whole));
        try {
          let taken = false;
          for await (const event of outOf(own).importPackages(made)) taken ||= event.kind === 'taken';
          if (!taken) return 'refused';
          await own.close();
          own = fresh();
          return 'taken';
        } finally {
          writeFileSync(file, whole);
        }
      },
      state: () => rowsOf(own),
      close: async () => {
        await own.close();
        rmSync(dir, { recursive: true, force: true });
      },
    };
  },
};

/** Well-formed text that says something else. */
function replacedNumber(random: Random, whole: Buffer): Buffer {
  const text = whole.toString('utf8');
  const places = [...text.matchAll(/\d+|[\p{L}]{4,}/gu)];
  const place = places[below(random, places.length)];
  if (!place) return damaged(random, whole);
  const put = oneOf(random, ['', '0', '-1', '99999999999', 'Ạ'.repeat(300), '&amp;', '../x', '2026-02-31']);
  return Buffer.from(text.slice(0, place.index) + put + text.slice(place.index + place[0].length));
}

/** What the hub sends down: pages of the log, damaged, or rightly signed with nonsense in them. */
const pages: Target = {
  name: 'pages of the log',
  weight: 6,
  open: async () => {
    const { book, remove } = scratchBook();
    const [hubKey, authorKey] = [generateKeyPairSync('ed25519').privateKey, generateKeyPairSync('ed25519').privateKey];
    const certificateOf = (device: string, key: typeof hubKey) => {
      const certificate = {
        version: 1 as const,
        hub: 'hub-1',
        committee: 'xa-mau',
        device,
        deviceName: 'máy thử',
        publicKey: rawPublicKey(key),
        issuedAt: '2026-03-08T08:00:00Z',
      };
      return { ...certificate, signature: sign(null, Buffer.from(certificateText(certificate)), hubKey).toString('base64url') };
    };
    const author = certificateOf('device-other', authorKey);
    const own = certificateOf('device-own', generateKeyPairSync('ed25519').privateKey);
    const hub = { url: 'http://127.0.0.1:9', name: 'tỉnh', publicKey: rawPublicKey(hubKey), certificate: own };
    const parts = openLineParts(book);
    let ms = Date.now();
    const opsOf = (random: Random, life: string) =>
      Array.from({ length: 1 + below(random, 3) }, (_, n) => {
        const types = ['petition', 'organisation', 'page', 'instruction', 'rulePack', 'ofALaterVersion', ''];
        const values = { summary: 'Đơn', number: n, name: 'Chi bộ', values: [1, 2], items: [{ id: 'a' }] };
        const op = {
          seq: n + 1,
          stamp: writeStamp({ ms: (ms += 1), counter: 0 }),
          type: oneOf(random, types),
          id: random() < 0.9 ? `01890000-0000-7000-8000-${life.padStart(12, '0').slice(-12)}` : String(damagedJson(random, 'x')),
          base: random() < 0.8 ? {} : damagedJson(random, { summary: 'x' }),
          actor: '01890000-0000-7000-8000-000000000009',
          fields: random() < 0.7 ? damagedJson(random, values) : values,
        };
        return { ...op, hash: hashOfOp(op as never, batchTools.sha256Hex) };
      });
    const pageOf = (random: Random): Uint8Array => {
      const life = below(random, 1e9).toString(16);
      for (;;) {
        const ops = opsOf(random, life);
        const header = {
          committee: 'xa-mau',
          device: author.device,
          incarnation: life,
          number: 1,
          firstSeq: 1,
          count: ops.length,
          prevHash: noHash,
        };
        try {
          const { bytes } = encodeBatch(header, { ops, withheld: [] } as never, 'gzip', batchTools, (hash) => sign(null, hash, authorKey));
          const head = {
            cursor: `c-${life}`,
            more: false,
            devices: { [author.device]: author },
            batches: [{ length: bytes.length, position: 1, refused: [] }],
          };
          return encodeLogPage(random() < 0.8 ? head : (damagedJson(random, head) as never), [bytes], batchTools);
        } catch {
          // What cannot be written is not tried.
        }
      }
    };
    return {
      bring: async (random) => {
        const whole = pageOf(random);
        const bytes = random() < 0.4 ? damaged(random, whole) : Buffer.from(whole);
        await pullStep(parts, {
          client: { send: async () => ({ status: 200, bytes, failure: undefined, protocol: 2 }) },
          hub,
          go: () => true,
        });
        return 'taken';
      },
      state: () => ({ rows: rowsOf({ book }), cursor: book.syncState.get('cursor') }),
      close: async () => {
        const broken = book.audit.verify().brokenAt;
        const sound = book.db.pragma('quick_check', { simple: true });
        remove();
        if (broken !== null || sound !== 'ok') throw new Error(`the book is not sound: ${broken} ${String(sound)}`);
      },
    };
  },
};

const rulePacks: Target = {
  name: 'rule packs',
  weight: 6,
  open: async () => {
    const dir = folder();
    const { book, remove } = scratchBook();
    const { privateKey } = generateKeyPairSync('ed25519');
    const [head] = packHeads(book, '2026-03-08');
    const content = JSON.stringify(packContent(head?.packId ?? ''));
    const file = join(dir, 'goi.json');
    const signed = (text: string) =>
      JSON.stringify({
        format: 'kts-rule-pack-1',
        content: text,
        key: rawPublicKey(privateKey),
        signature: sign(null, Buffer.from(`kts-rule-pack-1\n${text}`), privateKey).toString('base64url'),
      });
    return {
      bring: async (random) => {
        // Half of them rightly signed by somebody whose key the person took for right.
        const text = random() < 0.5 ? signed(damagedText(random, content)) : damagedText(random, signed(content));
        writeFileSync(file, text);
        await importPack(book, file, rawPublicKey(privateKey));
        return 'taken';
      },
      state: () => rowsOf({ book }),
      close: async () => {
        remove();
        rmSync(dir, { recursive: true, force: true });
      },
    };
  },
};

const backups: Target = {
  name: 'backups',
  weight: 100,
  open: async () => {
    const dir = folder();
    const book = await createBook(join(dir, 'office'), setup, { ballastBytes: 0 });
    mkdirSync(join(dir, 'place'));
    await makeBackup(book, join(dir, 'place'));
    const by = { userId: book.user.id, passphrase };
    book.close();
    const set = findSets(join(dir, 'place'))[0]?.dir ?? '';
    const whole = join(dir, 'whole');
    cpSync(set, whole, { recursive: true });
    const target = join(dir, 'restored');
    return {
      bring: async (random) => {
        const name = oneOf(random, readdirSync(whole));
        const bytes = readFileSync(join(whole, name));
        writeFileSync(
          join(set, name),
          name.endsWith('.json') && random() < 0.5 ? damagedText(random, bytes.toString('utf8')) : damaged(random, bytes),
        );
        try {
          await restoreBackup(set, target, by);
          rmSync(target, { recursive: true });
          return 'taken';
        } finally {
          cpSync(join(whole, name), join(set, name));
        }
      },
      state: () => existsSync(target) || existsSync(`${target}.restoring`),
      close: async () => rmSync(dir, { recursive: true, force: true }),
    };
  },
};

export const doorTargets: readonly Target[] = [scans, lists, packages, pages, rulePacks, backups];
