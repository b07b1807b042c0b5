import { describe, expect, it } from 'vitest';
import { type ColourRaster, dropRed, findStamp, redInk } from '#recognizer/prepare/red-ink';
import type { EngineReading } from '#recognizer/read/parse-tsv';
import { findFrames, insideOf, withLevel } from '#recognizer/read/secrecy-stamp';

const paint = (colour: (x: number, y: number) => readonly [number, number, number], width = 400, height = 560): ColourRaster => {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(colour(x, y), (y * width + x) * 3);
  return { width, height, data };
};

const PAPER = [245, 240, 228] as const;
const YELLOW = [225, 205, 165] as const;
const RED = [205, 60, 70] as const;
const BLACK = [25, 25, 28] as const;

const inRing = (x: number, y: number) => {
  const distance = Math.hypot(x - 280, y - 430);
  return distance < 50 && (distance > 40 || (x + y) % 9 < 4);
};

describe('findStamp', () => {
  it('finds a round seal', () => {
    const stamp = findStamp(paint((x, y) => (inRing(x, y) ? RED : PAPER)));
    expect(stamp).toBeDefined();
    expect(Math.abs(stamp!.x + stamp!.w / 2 - 280)).toBeLessThan(10);
    expect(Math.abs(stamp!.y + stamp!.h / 2 - 430)).toBeLessThan(10);
  });

  it('sees none on yellowed paper, under a red line across the page, or on a red sheet', () => {
    expect(findStamp(paint(() => YELLOW))).toBeUndefined();
    expect(findStamp(paint((_, y) => (y > 100 && y < 104 ? RED : PAPER)))).toBeUndefined();
    expect(findStamp(paint(() => RED))).toBeUndefined();
  });
});

describe('dropRed', () => {
  it('whitens red ink and keeps black text, also on yellowed paper', () => {
    const gray = dropRed(paint((x, y) => (y % 20 < 4 ? BLACK : inRing(x, y) ? RED : YELLOW)));
    expect(gray.data[430 * 400 + 240]).toBeGreaterThan(200);
    expect(gray.data[422 * 400 + 280]).toBeLessThan(40);
    expect(gray.data[10 * 400 + 10]).toBe(225);
  });
});

describe('stamps of secrecy', () => {
  /** 60 dpi: a frame of 30 by 8 mm with bars as letters, red or black. */
  const framed = (ink: readonly [number, number, number]) =>
    paint(
      (x, y) => {
        const [fx, fy] = [x - 60, y - 90];
        const inside = fx >= 0 && fx < 71 && fy >= 0 && fy < 19;
        const rule = inside && (fx < 2 || fx >= 69 || fy < 2 || fy >= 17);
        const letter = inside && fy > 5 && fy < 14 && fx > 8 && fx < 62 && fx % 6 < 3;
        return rule || letter ? ink : inRing(x, y) ? RED : PAPER;
      },
      496,
      702,
    );
  const said = (text: string): EngineReading => ({
    text,
    meanConfidence: 71,
    words: text === '' ? [] : [{ text, x: 4, y: 4, w: 40, h: 10, confidence: 71, line: 0, block: 0 }],
  });

  it('are found by the size of their frame in red ink, not the round seal and nothing in black', () => {
    const frames = findFrames(redInk(framed(RED)), 60);
    expect(frames).toHaveLength(1);
    expect(frames[0]?.x).toBeLessThanOrEqual(60);
    expect(frames[0]?.y).toBeLessThanOrEqual(90);
    expect(findFrames(redInk(framed(BLACK)), 60)).toEqual([]);
    // What is read is inside the frame: letters, and no rule along an edge.
    const { width, height, data } = insideOf(redInk(framed(RED)), frames[0]!, 60);
    const edges = [...data.subarray(0, width), ...data.subarray((height - 1) * width)];
    expect(edges.every((value) => value === 255)).toBe(true);
    expect(data.some((value) => value < 128)).toBe(true);
  });

  it('put their level among the words, whatever the engine made of it in the page, and other stamps put nothing', () => {
    const frame = { x: 60, y: 90, w: 71, h: 19 };
    const page: EngineReading = {
      text: 'Số 05\n[VAT',
      meanConfidence: 80,
      words: [
        { text: 'Số', x: 10, y: 60, w: 20, h: 12, confidence: 95, line: 0, block: 0 },
        { text: '[VAT', x: 80, y: 95, w: 30, h: 12, confidence: 20, line: 1, block: 0 },
      ],
    };
    expect(withLevel(page, frame, said('TÓI MẬT')).words.map(({ text, line }) => [text, line])).toEqual([
      ['Số', 0],
      ['TỐI', 1],
      ['MẬT', 1],
    ]);
    expect(withLevel(page, frame, said('IMẬT')).text).toMatch(/^MẬT\n/);
    expect(withLevel(page, frame, said('ĐẾN'))).toBe(page);
  });
});
