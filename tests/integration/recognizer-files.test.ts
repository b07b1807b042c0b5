import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, getPriority, tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecognizerClient } from '../../src-main/service/archive/recognizer-client';
import { writePdf } from '../support/pdf';
import { buildRecognizer, startRecognizer } from '../support/recognizer';
import { sample, samplePath } from '../support/sample-scans';
import { writeTiff } from '../support/tiff';

// Foreign files through the real process: what each is, its pages, and a plain refusal of whatever is no scan.

let client: RecognizerClient;
let folder: string;
const put = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};
const jpeg = sample('07');
const jpegBytes = readFileSync(jpeg.path);
const grayPage = async (width: number, height: number, shade: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: shade, g: shade, b: shade } } })
    .grayscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer();

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kts-scans-'));
  ({ client } = await startRecognizer(await buildRecognizer()));
});
afterAll(async () => {
  await client.shutdown();
  rmSync(folder, { recursive: true, force: true });
});

describe('what a file is', () => {
  it('goes by the content, whatever the name says', async () => {
    const png = put('renamed.pdf', readFileSync(sample('12').path));
    expect(await client.describe(png)).toEqual({ kind: 'png', pages: 1, sizeBytes: readFileSync(png).length });
    expect(await client.describe(jpeg.path)).toMatchObject({ kind: 'jpeg', pages: 1 });
    expect(await client.describe(samplePath('15-ho-so-ba-trang.pdf'))).toMatchObject({ kind: 'pdf', pages: 3 });
  });

  const refusals: [string, () => string, object][] = [
    ['a folder', () => (mkdirSync(path.join(folder, 'scans.jpg')), path.join(folder, 'scans.jpg')), { code: 'scan.notAFile' }],
    ['a file that is not there', () => path.join(folder, 'không-có.pdf'), { code: 'scan.notFound' }],
    ['an empty file', () => put('empty.jpg', ''), { code: 'scan.empty' }],
    ['text under the name of a picture', () => put('text.jpg', 'Kính gửi Ủy ban kiểm tra'), { code: 'scan.unsupported' }],
    ['a truncated JPEG', () => put('half.jpg', jpegBytes.subarray(0, jpegBytes.length / 2)), { code: 'scan.corrupt' }],
    ['a JPEG of which only the header is left', () => put('head.jpg', jpegBytes.subarray(0, 200)), { code: 'scan.corrupt' }],
    ['a truncated PNG', () => put('half.png', readFileSync(sample('12').path).subarray(0, 20_000)), { code: 'scan.corrupt' }],
    [
      'a PDF without its middle',
      () => put('damaged.pdf', '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF'),
      { code: 'scan.corrupt' },
    ],
    [
      'a PDF that needs a password',
      () => put('locked.pdf', writePdf([{ kind: 'text', text: 'x', width: 595, height: 842 }], { encrypt: true })),
      { code: 'scan.encrypted' },
    ],
    ['a TIFF that ends after its header', () => put('head.tif', Buffer.from('II*\0\x08\0\0\0', 'latin1')), { code: 'scan.corrupt' }],
    ['a picture of a billion pixels', () => put('bomb.png', hugePng(40_000, 40_000)), { code: 'scan.tooLarge', data: { what: 'pixels' } }],
  ];
  it.each(refusals)('refuses %s', async (_, make, refusal) => {
    await expect(client.describe(make())).rejects.toMatchObject(refusal);
  });

  it('refuses more pages than a file may have', async () => {
    const pages = Array.from({ length: 3001 }, () => ({ kind: 'text', text: 'x', width: 100, height: 100 }) as const);
    await expect(client.describe(put('many.pdf', writePdf(pages)))).rejects.toMatchObject({
      code: 'scan.tooLarge',
      data: { what: 'pages', value: 3001 },
    });
  });

  it('goes on after each of them', async () => {
    expect(await client.describe(jpeg.path)).toMatchObject({ kind: 'jpeg' });
  });
});

describe('page', () => {
  it('gives the bytes of a JPEG untouched, with its true size, a thumbnail and a view', async () => {
    const page = await client.page(jpeg.path, 0);
    expect(Buffer.compare(page.bytes, jpegBytes)).toBe(0);
    expect(page).toMatchObject({ mime: 'image/jpeg', untouched: true, width: 1653, height: 2339, dpi: jpeg.page.dpi });
    expect(await sharp(page.thumbnail).metadata()).toMatchObject({ format: 'webp', height: 320 });
    expect(await sharp(page.view).metadata()).toMatchObject({ format: 'jpeg', height: 1400 });
  });

  it('counts in pixels of the picture as it is shown, when a camera turned it by EXIF', async () => {
    const turned = await sharp({ create: { width: 1800, height: 1200, channels: 3, background: '#fff' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const page = await client.page(put('exif.jpg', turned), 0);
    expect(page).toMatchObject({ width: 1200, height: 1800, untouched: true });
    // A screen shows a page of this size as quickly as a smaller picture of it.
    expect(page.view).toBeUndefined();
  });

  it('reads a TIFF of many pages one by one, without loss', async () => {
    const sizes = [
      [850, 1100, 10],
      [1700, 2200, 90],
      [827, 1169, 200],
    ] as const;
    const pages = await Promise.all(
      sizes.map(async ([width, height, shade], k) => ({
        width,
        height,
        data: await grayPage(width, height, shade),
        dpi: k === 1 ? 200 : 100,
      })),
    );
    const file = put('pages.tif', writeTiff(pages));
    expect(await client.describe(file)).toMatchObject({ kind: 'tiff', pages: 3 });
    for (const [index, [width, height, shade]] of sizes.entries()) {
      const page = await client.page(file, index);
      expect(page).toMatchObject({ mime: 'image/png', width, height, dpi: index === 1 ? 200 : 100 });
      const pixels = await sharp(page.bytes).grayscale().raw().toBuffer();
      expect(pixels[0]).toBe(shade);
      expect(pixels.at(-1)).toBe(shade);
    }
    await expect(client.page(file, 3)).rejects.toMatchObject({ code: 'recognizer.badMessage' });
  });

  it('takes scans out of a PDF as they are, and draws the rest at 300 dpi', async () => {
    const colour = await sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#dcb' } })
      .jpeg()
      .toBuffer();
    const bilevel = Buffer.alloc(Math.ceil(1654 / 8) * 2339, 0xf0);
    const file = put(
      'mixed.pdf',
      writePdf([
        { kind: 'jpeg', bytes: colour, width: 1240, height: 1754, dpi: 150 },
        { kind: 'gray', bytes: bilevel, width: 1654, height: 2339, dpi: 200, bits: 1 },
        { kind: 'text', text: 'Quyet dinh', width: 595, height: 842 },
        { kind: 'jpeg', bytes: colour, width: 1240, height: 1754, dpi: 150, rotate: 90 },
      ]),
    );
    const [scan, fax, drawn, turned] = [
      await client.page(file, 0),
      await client.page(file, 1),
      await client.page(file, 2),
      await client.page(file, 3),
    ];
    expect(Buffer.compare(scan.bytes, colour)).toBe(0);
    expect(scan).toMatchObject({ untouched: true, dpi: 150, width: 1240, height: 1754 });

    expect(fax).toMatchObject({ mime: 'image/png', untouched: false, dpi: 200, width: 1654, height: 2339 });
    const dots = await sharp(fax.bytes).grayscale().toColourspace('b-w').raw().toBuffer();
    expect([...dots.subarray(0, 8)]).toEqual([255, 255, 255, 255, 0, 0, 0, 0]);
    expect([...dots.subarray(1000 * 1654 + 800, 1000 * 1654 + 808)]).toEqual([255, 255, 255, 255, 0, 0, 0, 0]);

    expect(drawn).toMatchObject({ mime: 'image/jpeg', untouched: false, dpi: 300 });
    expect(Math.abs(drawn.width - 2479)).toBeLessThan(2);
    expect((await sharp(drawn.bytes).metadata()).density).toBe(300);
    expect((await sharp(drawn.bytes).stats()).channels[0]?.min).toBeLessThan(60);

    // Shown lying, so kept lying.
    expect(turned.width).toBeGreaterThan(turned.height);
  });

  it.each([
    ['TCVN3', 'tcvn3', 'Céng hoµ x· héi chñ nghÜa ViÖt Nam, Phßng Tµi chÝnh'],
    ['VNI', 'vni', 'Coäng hoaø xaõ hoäi chuû nghóa Vieät Nam, Phoøng Taøi chính'],
  ])('brings the text of a PDF in %s along, in Unicode, with its places', async (name, encoding, text) => {
    const file = put(`${name}.pdf`, writePdf([{ kind: 'text', text, width: 842, height: 595 }]));
    const { layer, width, height } = await client.page(file, 0);
    expect(layer).toMatchObject({ encoding, text: 'Cộng hoà xã hội chủ nghĩa Việt Nam, Phòng Tài chính' });
    const [first] = layer!.words;
    expect(first).toMatchObject({ text: 'Cộng', line: 0 });
    // Drawn with its base 100 points below the top, 72 from the left, 24 high.
    expect(Math.abs(first!.x / width - 72 / 842)).toBeLessThan(0.01);
    expect(Math.abs((first!.y + first!.h) / height - 100 / 595)).toBeLessThan(0.02);
    await client.close(file);
  });

  it('brings no text along that is not Vietnamese', async () => {
    const file = put(
      'english.pdf',
      writePdf([{ kind: 'text', text: 'C0ng h0a xa h0i chu ngh1a V1et Nam doc lap tu do', width: 842, height: 595 }]),
    );
    expect(await client.page(file, 0)).not.toHaveProperty('layer');
    await client.close(file);
  });

  it('reads a PDF of 300 pages and a 600 dpi A3 in bounded memory', { timeout: 120_000 }, async () => {
    const scan = await sharp({
      create: { width: 1653, height: 2339, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 200, sigma: 40 } },
    })
      .jpeg({ quality: 80 })
      .toBuffer();
    const a3 = await sharp({ create: { width: 7016, height: 9921, channels: 3, background: '#eee' } })
      .jpeg()
      .toBuffer();
    const pages = Array.from({ length: 300 }, () => ({ kind: 'jpeg', bytes: scan, width: 1653, height: 2339, dpi: 200 }) as const);
    const file = put('large.pdf', writePdf([...pages, { kind: 'jpeg', bytes: a3, width: 7016, height: 9921, dpi: 600 }]));
    const size = readFileSync(file).length;
    expect(size).toBeGreaterThan(200e6);
    const before = (await client.stats()).rss;
    let peak = before;
    for (let index = 0; index < 301; index += 30) {
      const page = await client.page(file, index);
      expect(page.untouched).toBe(true);
      peak = Math.max(peak, (await client.stats()).rss);
    }
    expect(await client.page(file, 300)).toMatchObject({ width: 7016, height: 9921, dpi: 600 });
    peak = Math.max(peak, (await client.stats()).rss);
    // A whole copy of the file would show.
    expect(peak - before).toBeLessThan(size);
    await client.close(file);
  });
});

describe('view', () => {
  it('makes an image smaller', async () => {
    const { bytes } = await client.page(jpeg.path, 0);
    const smaller = await client.view(bytes, 900);
    expect(smaller.height).toBe(900);
    expect(await sharp(smaller.bytes).metadata()).toMatchObject({ format: 'jpeg', width: smaller.width, height: 900 });
  });

  it('refuses bytes that are no picture', async () => {
    await expect(client.view(Buffer.from('nothing'), 300)).rejects.toMatchObject({ code: 'scan.corrupt' });
  });
});

describe('the process', () => {
  it('steps back behind all other programs when it is told that its work may wait', async () => {
    const child = fork(await buildRecognizer(), [], { serialization: 'advanced', execArgv: [] });
    const configure = async (id: number, settings: object) => {
      child.send({ kind: 'configure', id, settings });
      expect((await once(child, 'message'))[0]).toMatchObject({ kind: 'result', id });
      return getPriority(child.pid);
    };
    const ordinary = await configure(1, { workers: 1 });
    const back = await configure(2, { background: true });
    child.kill('SIGKILL');
    expect([ordinary < constants.priority.PRIORITY_LOW, back]).toEqual([true, constants.priority.PRIORITY_LOW]);
  });

  it('rejects what is open when it dies, and what comes after', async () => {
    const { client: doomed, link } = await startRecognizer(await buildRecognizer());
    await doomed.stats();
    const open = doomed.recognise(jpegBytes);
    link.kill();
    await expect(open).rejects.toMatchObject({ code: 'recognizer.exited' });
    await expect(doomed.stats()).rejects.toMatchObject({ code: 'recognizer.exited' });
    expect(doomed.alive).toBe(false);
  });

  it('is ended when a file keeps it busy beyond the deadline', async () => {
    const { client: patient } = await startRecognizer(await buildRecognizer(), { deadlineMs: 1 });
    await expect(patient.page(jpeg.path, 0)).rejects.toMatchObject({ code: 'recognizer.unresponsive' });
    await expect.poll(() => patient.alive).toBe(false);
  });
});

/** A PNG header that promises many pixels; the data that should follow is short. */
function hugePng(width: number, height: number): Buffer {
  const ihdr = Buffer.alloc(25);
  ihdr.writeUInt32BE(13, 0);
  ihdr.write('IHDR', 4, 'latin1');
  ihdr.writeUInt32BE(width, 8);
  ihdr.writeUInt32BE(height, 12);
  ihdr.set([8, 0, 0, 0, 0], 16);
  ihdr.writeUInt32BE(crc32(ihdr.subarray(4, 21)), 21);
  const idat = Buffer.from([0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54, 0x35, 0xaf, 0x06, 0x1e]);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ihdr, idat]);
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
