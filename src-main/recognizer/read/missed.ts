/**
 * Lines that the engine passed over: a name under a seal, a line alone at the foot, a cell of a table.
 *
 * Ink outside all words that it read with some confidence is smeared together along the lines; what then has the height of a line, the
 * length of a word or more and the density of text is cut out and read once more, without the red of a stamp. Costs about a tenth of a page for
 * a stamp, nothing for most pages.
 */
import type { Ink } from '../prepare/ink';
import type { Box } from '../prepare/turn';
import type { EngineReading, EngineWord } from './parse-tsv';

/** Words below this confidence do not count as read. */
const READ_FROM = 40;
/** Shares of a word's height. */
const LOWEST = 0.55;
const HIGHEST = 2.6;
const SHORTEST = 2;
/** A seal covers the beginning of a name: a syllable of two letters. */
const SHORTEST_BY_SEAL = 1.2;
const MARGIN = 0.45;
/** Text inks this share of its box. */
const THIN = 0.08;
const DENSE = 0.6;
const MOST_REGIONS = 6;
/** What a cut-out must reach to be taken. */
const SURE_FROM = 68;

/** Boxes in pixels of the page that `ink` was made of, from top to bottom. `seal`: there is one on the page, `ink` is without its red. */
export const findMissed = ({ words }: EngineReading, ink: Ink, seal = false): Box[] => {
  const read = words.filter(({ confidence }) => confidence >= READ_FROM);
  if (read.length < 10) return [];
  const height = median(read.map(({ h }) => h)) / ink.factor;
  const { width: w, height: h } = ink;
  const loose = new Uint8Array(w * h);
  for (let i = 0; i < ink.points.length; i += 2) loose[ink.points[i + 1]! * w + ink.points[i]!] = 1;
  for (const word of read) blank(loose, word, ink);
  const smeared = smear(loose, w, h, Math.max(2, Math.round(height * 0.9)));
  return blobs(smeared, loose, w, h)
    .filter(({ box, inked }) => {
      const density = inked / (box.w * box.h);
      return (
        box.h >= height * LOWEST &&
        box.h <= height * HIGHEST &&
        box.w >= height * (seal ? SHORTEST_BY_SEAL : SHORTEST) &&
        density >= THIN &&
        density <= DENSE &&
        inked >= 25
      );
    })
    .sort((a, b) => b.inked - a.inked)
    .slice(0, MOST_REGIONS)
    .map(({ box }) => {
      const margin = height * MARGIN;
      const x = Math.max(0, Math.round((box.x - margin) * ink.factor));
      const y = Math.max(0, Math.round((box.y - margin) * ink.factor));
      return { x, y, w: Math.round((box.w + 2 * margin) * ink.factor), h: Math.round((box.h + 2 * margin) * ink.factor) };
    })
    .sort((a, b) => a.y - b.y);
};

/** Adds what was read in a cut-out; guesses of the first reading that lie in it go. */
export const withMissed = (reading: EngineReading, region: Box, found: EngineReading): EngineReading => {
  const sure = found.words.filter(({ text, confidence }) => confidence >= SURE_FROM && /\p{L}{2}|\d{2}/u.test(text));
  if (sure.length === 0) return reading;
  const inRegion = ({ x, y, w, h }: EngineWord) =>
    x + w / 2 > region.x && x + w / 2 < region.x + region.w && y + h / 2 > region.y && y + h / 2 < region.y + region.h;
  const line = Math.max(-1, ...reading.words.map((word) => word.line)) + 1;
  const block = Math.max(-1, ...reading.words.map((word) => word.block)) + 1;
  const words = [
    ...reading.words.filter((word) => word.confidence >= READ_FROM || !inRegion(word)),
    ...sure.map((word) => ({ ...word, x: word.x + region.x, y: word.y + region.y, line: line + word.line, block })),
  ];
  return { ...reading, text: `${reading.text}\n\n${sure.map(({ text }) => text).join(' ')}`, words };
};

const blank = (loose: Uint8Array, { x, y, w, h }: Box, ink: Ink): void => {
  const rim = h / 3;
  const left = Math.max(0, Math.floor((x - rim) / ink.factor));
  const right = Math.min(ink.width, Math.ceil((x + w + rim) / ink.factor));
  const bottom = Math.min(ink.height, Math.ceil((y + h + rim) / ink.factor));
  for (let row = Math.max(0, Math.floor((y - rim) / ink.factor)); row < bottom; row++) {
    if (left < right) loose.fill(0, row * ink.width + left, row * ink.width + right);
  }
};

/** Closes gaps along the rows up to `gap`, and of two pixels between rows. */
const smear = (loose: Uint8Array, w: number, h: number, gap: number): Uint8Array => {
  const out = loose.slice();
  for (let y = 0; y < h; y++) {
    let last = -1;
    for (let x = 0; x < w; x++) {
      if (!loose[y * w + x]) continue;
      if (last >= 0 && x - last <= gap) out.fill(1, y * w + last, y * w + x);
      last = x;
    }
  }
  for (let x = 0; x < w; x++) {
    let last = -1;
    for (let y = 0; y < h; y++) {
      if (!out[y * w + x]) continue;
      if (last >= 0 && y - last === 2) out[(y - 1) * w + x] = 1;
      last = y;
    }
  }
  return out;
};

const blobs = (smeared: Uint8Array, loose: Uint8Array, w: number, h: number): { box: Box; inked: number }[] => {
  const seen = new Uint8Array(smeared.length);
  const found: { box: Box; inked: number }[] = [];
  for (let start = 0; start < smeared.length; start++) {
    if (!smeared[start] || seen[start]) continue;
    const stack = [start];
    seen[start] = 1;
    let [left, top, right, bottom, inked] = [w, h, 0, 0, 0];
    while (stack.length > 0) {
      const at = stack.pop()!;
      const x = at % w;
      const y = (at - x) / w;
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
      inked += loose[at]!;
      for (const [nx, ny] of [
        [x - 1, y],
        [x + 1, y],
        [x, y - 1],
        [x, y + 1],
      ] as const) {
        const next = ny * w + nx;
        if (nx < 0 || ny < 0 || nx >= w || ny >= h || seen[next] || !smeared[next]) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    found.push({ box: { x: left, y: top, w: right - left + 1, h: bottom - top + 1 }, inked });
  }
  return found;
};

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
