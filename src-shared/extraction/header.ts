/**
 * The head of a first page: two columns, left the bodies and the number, right the name of the Party or State and the date; or, on
 * papers that a person wrote, the State's name in the middle.
 */
import { centre, type LaidPage, middle, partOf, type Piece, withoutDirt } from './lines';
import type { Layout } from './model';
import { findPhrase, likeness } from './similar';
import { headingOf, isUpperCase, mottos, titles } from './vocabulary';

export interface Header {
  readonly layout: Layout;
  /** How sure the title was found, 0 when it was not. */
  readonly likeness: number;
  /** Middle of the title's line from the top, pixels. */
  readonly titleAt: number | undefined;
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
  /** The heading that names the type, where there is one. */
  readonly heading: Heading | undefined;
  /** Pieces below the header and its heading, from top to bottom. */
  readonly below: readonly Piece[];
}

export interface Heading {
  readonly piece: Piece;
  readonly code: string;
  readonly heading: string;
  readonly likeness: number;
}

interface Title {
  readonly layout: 'party' | 'state';
  readonly piece: Piece;
  readonly part: Piece;
  readonly before: Piece | undefined;
  readonly likeness: number;
}

/** A header ends in the upper part of its page. */
const TITLE_ABOVE = 0.45;
const HEADING_ABOVE = 0.62;

export function findHeader(page: LaidPage): Header {
  const title = findTitle(page);
  const heading = findHeading(page, title);
  const end = heading ? heading.piece.y0 : (firstBodyLine(page, title)?.y0 ?? page.height * 0.3);
  const head = page.pieces.filter((piece) => middle(piece) < end);
  const split = title ? columnSplit(page, title) : page.width * 0.48;
  const left: Piece[] = [];
  const right: Piece[] = [];
  for (const piece of head) {
    if (piece === title?.piece) {
      if (title.before) left.push(title.before);
      continue;
    }
    if (split <= page.width * 0.3) {
      right.push(piece);
      continue;
    }
    const [a, b] = standsBesideLeft(piece, head, split) ? [undefined, piece] : cutAt(piece, split, page);
    if (a) left.push(a);
    if (b) right.push(b);
  }
  const isMotto = (piece: Piece) => mottos.some((motto) => likeness(piece.text, motto) > 0.7);
  const below = page.pieces.filter((piece) => middle(piece) >= end && !(heading && piece.words.includes(heading.piece.words[0]!)));
  return {
    layout: layoutOf(title, left),
    likeness: title?.likeness ?? 0,
    titleAt: title && middle(title.part),
    left,
    right: right.filter((piece) => !isMotto(piece)),
    heading,
    below,
  };
}

function layoutOf(title: Title | undefined, left: readonly Piece[]): Layout {
  if (title === undefined) return 'unknown';
  return title.layout === 'state' && !left.some(({ text }) => isUpperCase(text)) ? 'personal' : title.layout;
}

export function findTitle(page: LaidPage): Title | undefined {
  let best: Title | undefined;
  for (const piece of page.pieces) {
    if (middle(piece) > page.height * TITLE_ABOVE) break;
    if (!isUpperCase(piece.text)) continue;
    for (const layout of ['party', 'state'] as const) {
      for (const text of titles[layout]) {
        const found = findPhrase(
          piece.words.map((word) => word.text),
          text,
          0.72,
        );
        if (found === undefined || (best && best.likeness >= found.likeness)) continue;
        const part = partOf(piece, found.from, found.to);
        const before = found.from > 0 ? partOf(piece, 0, found.from) : undefined;
        best = { layout, piece, part, before, likeness: found.likeness };
      }
    }
  }
  return best;
}

/** The line in capitals near the middle of the sheet whose beginning is a known heading. */
function findHeading(page: LaidPage, title: Title | undefined): Heading | undefined {
  const middleOfText = (page.left + page.right) / 2;
  for (const piece of page.pieces.map(withoutDirt)) {
    if (middle(piece) > page.height * HEADING_ABOVE) break;
    if (title && middle(piece) <= middle(title.part)) continue;
    if (!isUpperCase(piece.text) || piece.words.length > 14) continue;
    if (Math.abs(centre(piece) - middleOfText) > page.width * 0.1) continue;
    const found = headingOf(piece.text);
    if (found) return { piece, ...found };
  }
  return undefined;
}

function columnSplit(page: LaidPage, { part, before }: Title): number {
  if (before) return (before.x1 + part.x0) / 2;
  const beside = page.pieces.filter(
    ({ x1, y0, y1 }) => x1 <= part.x0 && y0 < part.y1 + page.wordHeight * 8 && y1 > part.y0 - page.wordHeight,
  );
  if (beside.length === 0) return part.x0 < page.width * 0.35 ? 0 : part.x0 - page.wordHeight;
  return (Math.max(...beside.map(({ x1 }) => x1)) + part.x0) / 2;
}

/** A line of the right column may be longer than its title: what the left column holds beside it was parted from it already. */
const standsBesideLeft = (piece: Piece, head: readonly Piece[], split: number): boolean =>
  centre(piece) > split &&
  head.some((other) => other.x1 <= piece.x0 && centre(other) < split && Math.abs(middle(other) - middle(piece)) < piece.height * 0.5);

/** Both columns of a line that the gap between them did not part. */
function cutAt(piece: Piece, split: number, page: LaidPage): [Piece | undefined, Piece | undefined] {
  const reach = page.width * 0.14;
  let at = -1;
  let widest = page.wordHeight * 0.9;
  for (let i = 1; i < piece.words.length; i++) {
    const from = piece.words[i - 1]!.x1;
    const to = piece.words[i]!.x0;
    if (to - from <= widest || Math.abs((from + to) / 2 - split) > reach) continue;
    widest = to - from;
    at = i;
  }
  if (at > 0 && piece.x0 < split && piece.x1 > split) return [partOf(piece, 0, at), partOf(piece, at)];
  return centre(piece) < split ? [piece, undefined] : [undefined, piece];
}

/** The first line that runs over most of the sheet in small letters, or addresses somebody. */
function firstBodyLine(page: LaidPage, title: Title | undefined): Piece | undefined {
  return page.pieces.find(
    (piece) =>
      (!title || middle(piece) > title.part.y1) &&
      (/^k[íi]nh (g[ửu]i|tr[ìi]nh)/iu.test(piece.text) ||
        (piece.x1 - piece.x0 > page.width * 0.55 &&
          piece.words.length > 6 &&
          !isUpperCase(piece.text) &&
          !/ng[àa]y.{0,8}th[áa]ng/iu.test(piece.text))),
  );
}
