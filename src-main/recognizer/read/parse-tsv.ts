/**
 * The engine's answer as words and text.
 *
 * TSV columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. Only rows of level 5 are words.
 */
import type { Box } from '../prepare/turn';

export type EngineWord = Box & {
  readonly text: string;
  /** What the engine read, where it was corrected to `text`. */
  readonly raw?: string;
  readonly confidence: number;
  /** Line and block of the page, counted from 0 in reading order. */
  readonly line: number;
  readonly block: number;
};

export type EngineReading = {
  readonly text: string;
  readonly words: readonly EngineWord[];
  /** Weighted by length, so that a dash or a dot read from dirt does not weigh as much as a word. */
  readonly meanConfidence: number;
};

export const EMPTY_READING: EngineReading = { text: '', words: [], meanConfidence: 0 };

export const parseTsv = (tsv: string): EngineReading => {
  const words: EngineWord[] = [];
  let text = '';
  let block = -1;
  let line = -1;
  let lastBlock = '';
  let lastParagraph = '';
  let lastLine = '';
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    if (cells[0] !== '5') continue;
    const word = cells.slice(11).join('\t').trim().normalize('NFC');
    if (word === '') continue;
    const paragraph = `${cells[2]}.${cells[3]}`;
    const lineKey = `${paragraph}.${cells[4]}`;
    if (cells[2] !== lastBlock) block++;
    if (lineKey !== lastLine) line++;
    text += text === '' ? '' : paragraph !== lastParagraph ? '\n\n' : lineKey !== lastLine ? '\n' : ' ';
    text += word;
    lastBlock = cells[2]!;
    lastParagraph = paragraph;
    lastLine = lineKey;
    words.push({
      text: word,
      x: Number(cells[6]),
      y: Number(cells[7]),
      w: Number(cells[8]),
      h: Number(cells[9]),
      confidence: Math.max(0, Math.min(100, Number(cells[10]))),
      line,
      block,
    });
  }
  return { text, words, meanConfidence: meanConfidence(words) };
};

const meanConfidence = (words: readonly EngineWord[]): number => {
  let weight = 0;
  let sum = 0;
  for (const { text, confidence } of words) {
    weight += text.length;
    sum += text.length * confidence;
  }
  return weight === 0 ? 0 : sum / weight;
};
