import { describe, expect, it } from 'vitest';
import { type ColourRaster, dropRed, findStamp } from '#recognizer/prepare/red-ink';

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
