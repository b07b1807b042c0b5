/**
 * The words of a page, row by row.
 *
 * The engine answers in blocks: it reads a table cell by cell or column by column, puts a signature before the recipients beside it, or
 * the left half of a header before the right. On the papers of an office what stands at the same height belongs together: rows are put
 * together again from the boxes. Only where two columns of running text stand side by side is the order of the engine kept.
 *
 * Rules of a table that were read as bars go, and so does dirt that was read as a sign; cells that ran together are parted.
 */
import { partGlued } from './glued';
import type { EngineReading, EngineWord } from './parse-tsv';

/** Lines whose middles are nearer than this share of a word's height stand in one row. */
const SAME_ROW = 0.5;
/** A block of running text: so many lines, of so many words. */
const COLUMN_LINES = 6;
const COLUMN_WORDS = 5;
/** Signs that were read with less confidence than this, and hold no letter or digit, are dirt. */
const DIRT_BELOW = 55;
/** Below this the engine guessed: a short scrap without a vowel is dirt, too. */
const GUESSED_BELOW = 12;

type Line = { words: EngineWord[]; y: number; x0: number; x1: number; block: number };

export const inRows = (reading: EngineReading): EngineReading => {
  const words = reading.words.filter((word) => !isDirt(word)).flatMap(partGlued);
  if (words.length === 0) return { ...reading, text: '', words: [] };
  const height = median(words.map(({ h }) => h));
  const lines = linesOf(words, height);
  const rows = hasColumns(lines) ? lines : joinRows(lines, height);
  return written(rows, reading.meanConfidence);
};

const isDirt = ({ text, confidence }: EngineWord): boolean => {
  if (/^[|¦│‖[\]{}]+$/u.test(text)) return true;
  if (!/[\p{L}\p{N}]/u.test(text)) return confidence < DIRT_BELOW || /^["'`´‘’“”°*^~«»„¨˜]+$/u.test(text);
  return confidence < GUESSED_BELOW && text.length <= 2 && !/[\p{L}\p{N}]{2}|\d/u.test(text);
};

/** A row of the page as the engine found it; y is the middle of its words. */
const linesOf = (words: readonly EngineWord[], height: number): Line[] => {
  const lines = new Map<number, EngineWord[]>();
  for (const word of words) {
    const line = lines.get(word.line);
    if (line) line.push(word);
    else lines.set(word.line, [word]);
  }
  return [...lines.values()].map((line) => {
    const tall = line.filter(({ h, text }) => h > height * 0.5 && /[\p{L}\p{N}]/u.test(text));
    return {
      words: line,
      y: median((tall.length > 0 ? tall : line).map(({ y, h }) => y + h / 2)),
      x0: Math.min(...line.map(({ x }) => x)),
      x1: Math.max(...line.map(({ x, w }) => x + w)),
      block: line[0]!.block,
    };
  });
};

const hasColumns = (lines: readonly Line[]): boolean => {
  const blocks = new Map<number, Line[]>();
  for (const line of lines) {
    const block = blocks.get(line.block);
    if (block) block.push(line);
    else blocks.set(line.block, [line]);
  }
  const running = [...blocks.values()].filter(
    (block) => block.length >= COLUMN_LINES && median(block.map(({ words }) => words.length)) >= COLUMN_WORDS,
  );
  return running.some((a) => running.some((b) => a !== b && besideEachOther(a, b)));
};

const besideEachOther = (a: readonly Line[], b: readonly Line[]): boolean => {
  const [ax0, ax1, bx0, bx1] = [least(a, ({ x0 }) => x0), most(a, ({ x1 }) => x1), least(b, ({ x0 }) => x0), most(b, ({ x1 }) => x1)];
  const [ay0, ay1, by0, by1] = [least(a, ({ y }) => y), most(a, ({ y }) => y), least(b, ({ y }) => y), most(b, ({ y }) => y)];
  return (ax1 <= bx0 || bx1 <= ax0) && Math.min(ay1, by1) - Math.max(ay0, by0) > 0.6 * Math.min(ay1 - ay0, by1 - by0);
};

const joinRows = (lines: readonly Line[], height: number): Line[] => {
  const rows: Line[] = [];
  for (const line of [...lines].sort((a, b) => a.y - b.y)) {
    const row = rows.findLast((candidate) => line.y - candidate.y < height * SAME_ROW && !covers(candidate, line));
    if (row === undefined || rows.length - rows.indexOf(row) > 3) {
      rows.push({ ...line, words: [...line.words] });
      continue;
    }
    row.words.push(...line.words);
    row.x0 = Math.min(row.x0, line.x0);
    row.x1 = Math.max(row.x1, line.x1);
  }
  for (const row of rows) row.words.sort((a, b) => a.x - b.x);
  return rows;
};

/** Whether some words of one stand over words of the other. */
const covers = (row: Line, line: Line): boolean =>
  row.words.some((a) => line.words.some((b) => Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > 0.3 * Math.min(a.w, b.w)));

const written = (rows: readonly Line[], meanConfidence: number): EngineReading => {
  const words: EngineWord[] = [];
  const pitch = median(
    rows
      .slice(1)
      .map(({ y }, i) => y - rows[i]!.y)
      .filter((gap) => gap > 0),
  );
  let text = '';
  rows.forEach((row, line) => {
    const above = rows[line - 1];
    text += above === undefined ? '' : row.y - above.y > pitch * 1.4 || row.y < above.y ? '\n\n' : '\n';
    text += row.words.map((word) => word.text).join(' ');
    words.push(...row.words.map((word) => ({ ...word, line })));
  });
  return { text, words, meanConfidence };
};

const least = <T>(items: readonly T[], of: (item: T) => number): number => Math.min(...items.map(of));
const most = <T>(items: readonly T[], of: (item: T) => number): number => Math.max(...items.map(of));

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
