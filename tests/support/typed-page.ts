/** Pages as the reader would give them, from lines typed with their places in millimetres on an A4 sheet at 300 dpi. */
import type { ReadPage, ReadWord } from '../../src-shared/extraction/model';

const PER_MM = 300 / 25.4;
/** Millimetres: width of a letter and height of a line of 14 pt. */
const LETTER = 2.4;
const HIGH = 4;

export interface TypedLine {
  readonly text: string;
  /** Left edge; or the middle, for `centred`. */
  readonly x: number;
  readonly y: number;
  readonly centred?: boolean;
  readonly confidence?: number;
}

export function typedPage(lines: readonly TypedLine[], id = 'page-1'): ReadPage {
  const words: ReadWord[] = lines.flatMap(({ text, x, y, centred = false, confidence = 95 }, line) => {
    let at = centred ? x - (text.length * LETTER) / 2 : x;
    return text.split(' ').map((word) => {
      const left = at;
      at += (word.length + 1) * LETTER;
      return {
        text: word,
        x: Math.round(left * PER_MM),
        y: Math.round(y * PER_MM),
        w: Math.round(word.length * LETTER * PER_MM),
        h: Math.round(HIGH * PER_MM),
        confidence,
        line,
      };
    });
  });
  return { id, width: Math.round(210 * PER_MM), height: Math.round(297 * PER_MM), rotation: 0, words };
}

/** Two columns: what stands left of it is centred about 62 mm, right about 148 mm. */
export const header = (left: readonly string[], right: readonly string[], y = 22): TypedLine[] => [
  ...left.map((text, i) => ({ text, x: 62, y: y + i * 7, centred: true })),
  ...right.map((text, i) => ({ text, x: 148, y: y + i * 7, centred: true })),
];

export const body = (texts: readonly string[], y: number): TypedLine[] => texts.map((text, i) => ({ text, x: 30, y: y + i * 7 }));
