/**
 * Word boxes lie on the page as it was scanned, upright rectangles around words that may run sideways (a sheet turned by quarters) and
 * a little aslant (a sheet that was not laid straight). Here they become what text is: lines with a direction, a height and a place.
 */

import { type Quarter, uprightBox } from '#shared/page/upright';

/** Pixels of the preservation copy as any viewer shows it. */
export interface WordBox {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Line of the page in reading order. */
  readonly line: number;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Clockwise turn that sets the page upright. */
  readonly rotation: Quarter;
}

/** One word on its line, in pixels of the page as it lies; y grows downwards. */
export interface PlacedWord {
  readonly text: string;
  /** Where the word begins on its base line. */
  readonly x: number;
  readonly y: number;
  /** Along the line: the word, and how far it is to the next word of the same line (0: none follows closely). */
  readonly length: number;
  readonly toNext: number;
  /** Of the line. */
  readonly height: number;
}

export interface PlacedText {
  /** Direction of the lines in radians, clockwise from the x axis of the page as it lies. */
  readonly direction: number;
  readonly words: readonly PlacedWord[];
}

export function placeWords(words: readonly WordBox[], sheet: Sheet): PlacedText {
  const upright = words.map((word) => ({ text: word.text, line: word.line, ...uprightBox(word, sheet, sheet.rotation) }));
  const slope = slopeOf(upright);
  const placed = linesOf(upright).flatMap((line) => placeLine(line, slope));
  return {
    direction: slope - (sheet.rotation * Math.PI) / 180,
    words: placed.map((word) => ({ ...word, ...onScan(word.x, word.y, sheet) })),
  };
}

interface Upright extends WordBox {}

/** A point of the upright sheet on the sheet as it lies. */
function onScan(x: number, y: number, { width, height, rotation }: Sheet) {
  switch (rotation) {
    case 0:
      return { x, y };
    case 90:
      return { x: y, y: height - x };
    case 180:
      return { x: width - x, y: height - y };
    case 270:
      return { x: width - y, y: x };
  }
}

/** Fewer words say nothing of the direction of a line. */
const wordsOfALine = 4;
/** A scan lies at most so much aslant (15 degrees); more is a line that the reader put together wrongly. */
const steepest = Math.tan((15 * Math.PI) / 180);
/** 0.1 degrees: 3 pixels on a line of an A4 page at 300 dpi. Less is the boxes' own unevenness. */
const straight = Math.tan((0.1 * Math.PI) / 180);

/** The angle of the lines in radians, clockwise: the median over the lines, long ones counting more. */
export function slopeOf(words: readonly WordBox[]): number {
  const slopes: { slope: number; weight: number }[] = [];
  for (const line of linesOf(words)) {
    if (line.length < wordsOfALine) continue;
    const points = line.map(({ x, y, w, h }) => [x + w / 2, y + h / 2] as const);
    const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
    const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
    const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
    const along = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
    const slope = spread === 0 ? 0 : along / spread;
    if (Math.abs(slope) <= steepest) slopes.push({ slope, weight: Math.sqrt(spread) });
  }
  const half = slopes.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let seen = 0;
  for (const { slope, weight } of slopes.toSorted((a, b) => a.slope - b.slope)) {
    seen += weight;
    if (seen >= half) return Math.abs(slope) < straight ? 0 : Math.atan(slope);
  }
  return 0;
}

/** In the order of their first word; words in reading order. */
function linesOf<W extends { readonly line: number }>(words: readonly W[]): W[][] {
  const lines = new Map<number, W[]>();
  for (const word of words) {
    const line = lines.get(word.line);
    if (line) line.push(word);
    else lines.set(word.line, [word]);
  }
  return [...lines.values()];
}

/** Words further apart than so many heights stand in different columns or cells. */
const widestGap = 2.5;

function placeLine(line: readonly Upright[], slope: number): PlacedWord[] {
  const cos = Math.cos(slope);
  const sin = Math.sin(slope);
  const tilt = Math.abs(Math.tan(slope));
  const measured = line.map(({ text, x, y, w, h }) => {
    // The box around a slanted word is higher and wider than the word.
    const height = Math.min(h, Math.max(h * 0.35, (h - w * tilt) / Math.max(0.5, 1 - tilt * tilt)));
    const length = Math.max(1, (w - height * Math.abs(sin)) / cos);
    const [cx, cy] = [x + w / 2, y + h / 2];
    // Coordinates along the line and across it.
    return { text, along: cx * cos + cy * sin - length / 2, across: cy * cos - cx * sin + height / 2, length, height };
  });
  const base = median(measured.map(({ across }) => across));
  const height = median(measured.map((word) => word.height));
  return measured.map(({ text, along, length }, index) => {
    const next = measured[index + 1];
    const toNext = next ? next.along - along : 0;
    const close = toNext > length * 0.5 && toNext - length < widestGap * height;
    return { text, x: along * cos - base * sin, y: along * sin + base * cos, length, toNext: close ? toNext : 0, height };
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
