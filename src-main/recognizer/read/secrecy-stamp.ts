/**
 * A red stamp of secrecy: a frame of 20 to 40 by 8 mm (TT 24/2020/TT-BNV has these sizes) with MẬT, TỐI MẬT or TUYỆT MẬT in it. The engine reads
 * it badly in a page of black text, and a reading without red loses it; so frames of its size are looked for in the red ink alone and read apart.
 */
import { fold } from '#shared/text/fold';
import { cut, type Raster } from '../prepare/raster';
import { redAreas } from '../prepare/red-ink';
import type { Box } from '../prepare/turn';
import type { EngineReading, EngineWord } from './parse-tsv';

/** Millimetres, with room for stamps of older patterns. */
const WIDTH = [12, 60] as const;
const HEIGHT = [5, 18] as const;
const LEAST_RATIO = 1.4;
/** Red ink fills that much of the squares of 2 mm in its box, frame and letters. */
const LEAST_FILLED = 0.3;
const MOST_FRAMES = 6;
const RIM = 1.4;
/** Red ink below this, 0 to 255; above it is the blur of an edge. */
const DARK = 200;

const levels: Readonly<Record<string, string>> = { mat: 'MẬT', toimat: 'TỐI MẬT', tuyetmat: 'TUYỆT MẬT' };

/**
 * @param red red ink as black on white
 * @param anyTurn the page may lie on its side
 */
export function findFrames(red: Raster, dpi: number, anyTurn = false): Box[] {
  const mm = dpi / 25.4;
  return redBlobs(red, Math.max(1, Math.round(2 * mm)))
    .filter(({ w, h, share }) => share >= LEAST_FILLED && (isFrame(w / mm, h / mm) || (anyTurn && isFrame(h / mm, w / mm))))
    .slice(0, MOST_FRAMES)
    .map(({ x, y, w, h }) => ({ x, y, w, h }));
}

const isFrame = (w: number, h: number): boolean =>
  w >= WIDTH[0] && w <= WIDTH[1] && h >= HEIGHT[0] && h <= HEIGHT[1] && w >= h * LEAST_RATIO;

/** What stands in the frame, without the frame itself: inside the ink's own edges, for the box is one of whole squares. */
export function insideOf(red: Raster, { x, y, w, h }: Box, dpi: number): Raster {
  const box = cut(red, x, y, w, h);
  let [left, top, right, bottom] = [box.width, box.height, 0, 0];
  for (let row = 0; row < box.height; row++)
    for (let column = 0; column < box.width; column++) {
      if (box.data[row * box.width + column]! >= DARK) continue;
      [left, top, right, bottom] = [Math.min(left, column), Math.min(top, row), Math.max(right, column), Math.max(bottom, row)];
    }
  const rim = Math.round((RIM * dpi) / 25.4);
  return cut(box, left + rim, top + rim, right - left + 1 - 2 * rim, bottom - top + 1 - 2 * rim);
}

/** The reading with the level as words at the place of the stamp; unchanged when the stamp says something else, or it was read already. */
export function withLevel(reading: EngineReading, box: Box, stamp: EngineReading): EngineReading {
  // A remnant of the frame is read as a stroke.
  const level =
    levels[
      fold(stamp.text)
        .replace(/[^a-z]/g, '')
        .replace(/^[il]+|[il]+$/g, '')
    ];
  if (level === undefined || reading.words.some((word) => isInside(word, box) && /m[aâ]t/.test(fold(word.text)))) return reading;
  const others = reading.words.filter((word) => !isInside(word, box));
  const line = others.reduce((last, word) => Math.max(last, word.line), -1) + 1;
  const block = others.reduce((last, word) => Math.max(last, word.block), -1) + 1;
  const names = level.split(' ');
  const share = Math.floor(box.w / names.length);
  const words = names.map(
    (text, i): EngineWord => ({ text, x: box.x + i * share, y: box.y, w: share, h: box.h, confidence: stamp.meanConfidence, line, block }),
  );
  return { ...reading, text: `${level}\n${reading.text}`, words: [...others, ...words] };
}

const isInside = ({ x, y, w, h }: Box, box: Box): boolean =>
  x + w / 2 > box.x && x + w / 2 < box.x + box.w && y + h / 2 > box.y && y + h / 2 < box.y + box.h;

/** Areas of red ink, by squares of 2 mm that hold some. */
function redBlobs(red: Raster, cell: number): (Box & { readonly share: number })[] {
  const columns = Math.ceil(red.width / cell);
  const inked = new Uint16Array(columns * Math.ceil(red.height / cell));
  for (let y = 0; y < red.height; y++)
    for (let x = 0; x < red.width; x++)
      if (red.data[y * red.width + x]! < DARK) inked[Math.floor(y / cell) * columns + Math.floor(x / cell)]!++;
  return [...redAreas(inked, columns, Math.max(1, cell * cell * 0.06))].map(({ x, y, w, h, share }) => ({
    x: x * cell,
    y: y * cell,
    w: w * cell,
    h: h * cell,
    share,
  }));
}
