import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '#shared/recognizer/messages';
import type { RecognizerClient } from '../../src-main/service/archive/recognizer-client';
import { characterErrorRate } from '../support/cer';
import { buildRecognizer, startRecognizer } from '../support/recognizer';
import { sample, stripOf, trueTexts } from '../support/sample-scans';

// Real pages through the real engine, in the real process.

let client: RecognizerClient;
beforeAll(async () => {
  ({ client } = await startRecognizer(await buildRecognizer()));
  await client.configure({ workers: 2 });
});
afterAll(() => client.shutdown());

const readings = new Map<string, Promise<Reading>>();
/** Each page is read once, whichever tests look at it. */
const read = (number: string): Promise<Reading> => {
  const reading = readings.get(number) ?? client.recognise(readFileSync(sample(number).path));
  readings.set(number, reading);
  return reading;
};
const errors = (number: string, reading: Reading) => characterErrorRate(reading.text, ...trueTexts(sample(number).page));

/** Words of a reading that lie at the same place as a word of another, within a few pixels. */
const wordsAtSamePlace = (some: Reading, other: Reading, within: number) =>
  some.words.filter(({ text, x, y, w, h }) =>
    other.words.some(
      (word) =>
        word.text === text &&
        Math.abs(word.x - x) <= within &&
        Math.abs(word.y - y) <= within &&
        Math.abs(word.w - w) <= 2 * within &&
        Math.abs(word.h - h) <= 2 * within,
    ),
  ).length;

describe('recognise', { timeout: 180_000 }, () => {
  it('reads the archive pages: 2 % wrong characters at most on a clean one, 4 % in the mean', async () => {
    const pages = ['02', '03', '07', '10', '11', '14'];
    const rates = await Promise.all(pages.map(async (page) => errors(page, await read(page))));
    const rate = (page: string) => rates[pages.indexOf(page)];
    for (const clean of ['02', '07', '10', '11', '14']) expect(rate(clean), `page ${clean}`).toBeLessThanOrEqual(0.02);
    expect(rates.reduce((sum, one) => sum + one) / rates.length).toBeLessThanOrEqual(0.04);
  });

  it('straightens a slanted page and says by how much', async () => {
    const reading = await read('02');
    // The paper was laid on the glass at -1.3 degrees.
    expect(reading.angle).toBeCloseTo(1.3, 1);
    expect(reading.rotation).toBe(0);
    expect(reading.flagged).toBe(false);
  });

  it.each([
    ['10', 180],
    ['14', 270],
  ] as const)('sets page %s upright by %i degrees', async (number, rotation) => {
    expect((await read(number)).rotation).toBe(rotation);
  });

  it('flags what it could not read well', async () => {
    const reading = await client.recognise(await stripOf('09', 0.1, 0.35), { dpi: sample('09').page.dpi });
    expect(reading).toMatchObject({ flagged: true, reasons: ['low-confidence'] });
  });

  it('gives word boxes on the page as it was scanned, also when that lay on its side or aslant', async () => {
    const upright = await stripOf('07', 0, 0.45);
    const plain = await client.recognise(upright);
    const { width, height } = await sharp(upright).metadata();

    const lying = await client.recognise(await sharp(upright).rotate(90).jpeg({ quality: 95 }).toBuffer(), { dpi: 200 });
    expect(lying.rotation).toBe(270);
    // A clockwise quarter turn takes (x, y) to (height - y - h, x); here each word is turned back.
    const turnedBack = {
      ...lying,
      words: lying.words.map((word) => ({ ...word, x: word.y, y: height - word.x - word.w, w: word.h, h: word.w })),
    };
    expect(wordsAtSamePlace(turnedBack, plain, 4)).toBeGreaterThan(plain.words.length * 0.9);

    const slanted = await client.recognise(await sharp(upright).rotate(1, { background: '#fff' }).jpeg({ quality: 95 }).toBuffer(), {
      dpi: 200,
    });
    const angle = Math.PI / 180;
    const sheet = { width: width * Math.cos(angle) + height * Math.sin(angle), height: width * Math.sin(angle) + height * Math.cos(angle) };
    const middles = (reading: Reading) => reading.words.map(({ text, x, y, w, h }) => ({ text, x: x + w / 2, y: y + h / 2 }));
    const expected = middles(plain).map(({ text, x, y }) => {
      const dx = x - width / 2;
      const dy = y - height / 2;
      return {
        text,
        x: Math.cos(angle) * dx - Math.sin(angle) * dy + sheet.width / 2,
        y: Math.sin(angle) * dx + Math.cos(angle) * dy + sheet.height / 2,
      };
    });
    const found = expected.filter((one) =>
      middles(slanted).some((word) => word.text === one.text && Math.hypot(word.x - one.x, word.y - one.y) < 8),
    );
    expect(found.length).toBeGreaterThan(expected.length * 0.9);
  });

  it('reads the same at 600 dpi, with boxes in the pixels of the preservation copy', async () => {
    const bytes = await stripOf('07', 0, 0.45);
    const plain = await client.recognise(bytes);
    const fine = await sharp(bytes)
      .resize({ width: 1653 * 3 })
      .jpeg({ quality: 90 })
      .toBuffer();
    const reading = await client.recognise(fine, { dpi: 600 });
    expect(characterErrorRate(reading.text, plain.text)).toBeLessThanOrEqual(0.02);
    const shrunk = {
      ...reading,
      words: reading.words.map((word) => ({ ...word, x: word.x / 3, y: word.y / 3, w: word.w / 3, h: word.h / 3 })),
    };
    expect(wordsAtSamePlace(shrunk, plain, 4)).toBeGreaterThan(plain.words.length * 0.85);
  });

  it('takes an empty page for an empty page', async () => {
    const empty = await sharp({
      create: { width: 1654, height: 2339, channels: 3, background: '#f4f0e4', noise: { type: 'gaussian', mean: 235, sigma: 4 } },
    })
      .jpeg()
      .toBuffer();
    expect(await client.recognise(empty)).toMatchObject({ text: '', words: [], meanConfidence: 0, flagged: false });
  });

  it('refuses a damaged page, and stops one that takes too long, while others are read', async () => {
    const bytes = await stripOf('07', 0, 0.2);
    const [damaged, late, good] = await Promise.allSettled([
      client.recognise(bytes.subarray(0, bytes.length / 2)),
      client.recognise(bytes, { options: { timeoutMs: 40 } }),
      client.recognise(bytes),
    ]);
    expect(damaged).toMatchObject({ reason: { code: 'scan.corrupt' } });
    expect(late).toMatchObject({ reason: { code: 'ocr.timeout' } });
    expect(good.status).toBe('fulfilled');
  });

  it('tells how far it is, and stops when asked', async () => {
    const controller = new AbortController();
    const phases = new Set<string>();
    const reading = client.recognise(await stripOf('01'), {
      signal: controller.signal,
      onProgress: ({ phase, fraction }) => {
        phases.add(phase);
        if (phase === 'reading' && fraction > 0.2) controller.abort();
      },
    });
    await expect(reading).rejects.toMatchObject({ code: 'ocr.cancelled' });
    expect([...phases]).toEqual(expect.arrayContaining(['preparing', 'reading']));
    expect((await client.stats()).workers).toBeLessThanOrEqual(2);
  });
});
