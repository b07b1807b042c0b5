import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createPdf, type PdfaPart, type PdfPage } from '#service/pdf/write-pdf';
import { havePoppler, havePreflight, haveQpdf, lacking, pdfaProblems, structureProblems, textOf } from '../support/pdf-checks';

// The PDFs written here, judged by foreign programs.

const vowels = 'aáàảãạăắằẳẵặâấầẩẫậeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵ';
/** Every letter that Vietnamese writes, small and capital, and the signs of symbols of papers. */
const letters = `${vowels}bcdđfghjklmnpqrstvwxz`;
const alphabet = [...letters, ...letters.toUpperCase(), ...'0123456789/-–.,:;()[]“”…%§½'].join('');

const [width, height] = [1240, 1754];
const facts = {
  title: 'Báo cáo kết quả kiểm tra <2020 & 2021>',
  author: 'Ủy ban Kiểm tra Đảng ủy xã Tân Hòa',
  producer: 'Kiểm tra số thử',
  createdAt: new Date('2026-11-23T02:00:00Z'),
};

const jpeg = () =>
  sharp({ create: { width, height, channels: 3, background: '#f4efe0' } })
    .jpeg()
    .toBuffer();

async function pdfOf(pages: readonly PdfPage[], part: PdfaPart = 2, parts: readonly string[] = []): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const pdf = await createPdf(async (bytes) => void chunks.push(Buffer.from(bytes)), facts, part);
  for (const [index, page] of pages.entries()) {
    if (parts[index]) pdf.beginPart(parts[index]);
    await pdf.addPage(page);
  }
  const { bytes, sha256 } = await pdf.end();
  const whole = Buffer.concat(chunks);
  expect(whole.length).toBe(bytes);
  expect(createHash('sha256').update(whole).digest('hex')).toBe(sha256);
  return whole;
}

type Words = PdfPage['words'];

/** The alphabet in words of six letters, three on a line, as a page that stands upright. */
const uprightWords: Words = Array.from({ length: Math.ceil(alphabet.length / 6) }, (_, index) => ({
  text: alphabet.slice(index * 6, index * 6 + 6),
  x: 120 + (index % 4) * 270,
  y: 100 + Math.floor(index / 4) * 60,
  w: 240,
  h: 40,
  line: Math.floor(index / 4),
}));

/** The boxes on a sheet that has to be turned by `rotation` to stand upright. */
const lying = (rotation: 0 | 90 | 180 | 270): Words =>
  uprightWords.map((word) => {
    const { x, y, w, h } = word;
    if (rotation === 90) return { ...word, x: y, y: height - x - w, w: h, h: w };
    if (rotation === 180) return { ...word, x: width - x - w, y: height - y - h };
    if (rotation === 270) return { ...word, x: width - y - h, y: x, w: h, h: w };
    return word;
  });

/** Boxes around words on a sheet that lies aslant by so many degrees. */
const slanted = (degrees: number): Words => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return uprightWords.map((word) => {
    const [cx, cy] = [word.x + word.w / 2 - width / 2, word.y + word.h / 2 - height / 2];
    const w = word.w * cos + word.h * Math.abs(sin);
    const h = word.w * Math.abs(sin) + word.h * cos;
    return {
      ...word,
      x: Math.round(cx * cos - cy * sin + width / 2 - w / 2),
      y: Math.round(cx * sin + cy * cos + height / 2 - h / 2),
      w: Math.round(w),
      h: Math.round(h),
    };
  });
};

const page = async (more: Partial<PdfPage> = {}): Promise<PdfPage> => ({
  image: { kind: 'scan', bytes: await jpeg() },
  width,
  height,
  dpi: 150,
  rotation: 0,
  words: uprightWords,
  ...more,
});

const bare = (text: string) => text.replace(/\s/g, '');

describe.skipIf(!havePoppler)(`text that comes back${lacking('poppler-utils', havePoppler)}`, () => {
  it.each([0, 90, 180, 270] as const)('gives every Vietnamese letter of a sheet that is turned by %i degrees', async (rotation) => {
    const pdf = await pdfOf([await page({ rotation, words: lying(rotation) })]);
    // pdftotext finds the lines by itself where the page stands; -raw keeps the order in which they were written.
    expect(bare(textOf(pdf, ['-raw']))).toBe(alphabet);
    expect(bare(textOf(pdf, ['-layout']))).toBe(alphabet);
  });

  it.each([-3, 1.4, 6])('gives the lines of a sheet that lies aslant by %f degrees in order', async (degrees) => {
    const pdf = await pdfOf([await page({ words: slanted(degrees) })]);
    expect(bare(textOf(pdf, ['-raw']))).toBe(alphabet);
  });

  it('composes letters that came as parts, and keeps characters beyond the first plane', async () => {
    const words: Words = [
      { text: 'Đảng'.normalize('NFD'), x: 100, y: 100, w: 200, h: 40, line: 0 },
      { text: 'ủy'.normalize('NFD'), x: 320, y: 100, w: 80, h: 40, line: 0 },
      { text: '𠀋𪜈\u0000\ud800', x: 420, y: 100, w: 80, h: 40, line: 0 },
    ];
    expect(textOf(await pdfOf([await page({ words })]), ['-raw']).trim()).toBe('Đảng ủy 𠀋𪜈');
  });
});

const kinds = {
  jpeg: async () => jpeg(),
  'gray jpeg': () =>
    sharp({ create: { width, height, channels: 3, background: '#ccc' } })
      .grayscale()
      .jpeg()
      .toBuffer(),
  'turned jpeg': () =>
    sharp({ create: { width: height, height: width, channels: 3, background: '#dcc' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
  'colour png': () =>
    sharp({ create: { width, height, channels: 3, background: '#ccd' } })
      .png()
      .toBuffer(),
  'bilevel png': () =>
    sharp({ create: { width, height, channels: 3, background: '#fff' } })
      .toColourspace('b-w')
      .png({ palette: true, colours: 2 })
      .toBuffer(),
};

describe.each([1, 2] as const)('PDF/A part %i', (part) => {
  const everyKind = async () =>
    pdfOf(await Promise.all(Object.values(kinds).map(async (make) => page({ image: { kind: 'scan', bytes: await make() } }))), part, [
      'Quyết định',
      '',
      'Báo cáo',
    ]);

  it.skipIf(!haveQpdf)(`is sound to qpdf${lacking('qpdf', haveQpdf)}`, async () => {
    expect(structureProblems(await everyKind())).toBe('');
  });

  it.skipIf(!havePreflight)(
    `is accepted by PDFBox Preflight, part 2 but for its number${lacking('PDFBox Preflight', havePreflight)}`,
    async () => {
      const problems = pdfaProblems(await everyKind());
      expect(problems.filter((problem) => !problem.includes('part must be 1'))).toEqual([]);
      expect(problems).toHaveLength(part === 1 ? 0 : 1);
    },
  );
});

it('holds the bytes of a JPEG untouched', async () => {
  const scan = await jpeg();
  expect((await pdfOf([await page({ image: { kind: 'scan', bytes: scan } })])).includes(scan)).toBe(true);
});
