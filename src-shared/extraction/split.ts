/**
 * Where documents begin within a stack of pages that came as one.
 *
 * A page begins a document when the name of the Party or the State stands in its upper part, when a heading of a personal paper does (Đơn,
 * Bản kiểm điểm, Phiếu …), or when it is a cover or a list of contents. A page that says which page it is (a number alone at the top, 2
 * and more) goes on with the one before. Ballots and other forms that repeat follow each other as one group.
 */
import { fold } from '../text/fold';
import { findHeader, type Header } from './header';
import { centre, layPage, type LaidPage, middle, type Piece } from './lines';
import type { ReadPage } from './model';
import { readSymbol } from './number';

export type StartReason = 'first' | 'title' | 'heading' | 'cover' | 'contents';

export interface DocumentStart {
  readonly pageId: string;
  /** Place in the stack, from 0. */
  readonly index: number;
  readonly reason: StartReason;
  /** 0 to 1. The first page of the stack is sure. */
  readonly confidence: number;
  /** Code of the list documentType, where a heading names it. */
  readonly type: string | null;
  /** The same form as the document before it: one of a pile of ballots. */
  readonly repeats: boolean;
}

/** Papers of persons, which carry no number and often no title of the State. */
const PERSONAL: ReadonlySet<string> = new Set(['DON', 'BKD', 'BGT', 'KKTS', 'SYLL', 'PBQ', 'PGN', 'PC', 'PB', 'PG', 'BB', 'GM', 'GGT']);
const REPEATED: ReadonlySet<string> = new Set(['PBQ']);
/** A title stands in the top third; a heading without one not much lower. */
const TITLE_ABOVE = 0.33;
const HEADING_ABOVE = 0.3;

export function findDocumentStarts(pages: readonly ReadPage[]): DocumentStart[] {
  const starts: DocumentStart[] = [];
  let before: string | null = null;
  pages.forEach((page, index) => {
    const laid = layPage(page);
    const header = findHeader(laid);
    const found = startOf(laid, header) ?? (index === 0 ? { reason: 'first' as const, confidence: 1 } : undefined);
    if (!found) return;
    const type = header.heading?.code ?? null;
    starts.push({
      pageId: page.id,
      index,
      reason: found.reason,
      confidence: index === 0 ? 1 : found.confidence,
      type,
      repeats: type !== null && REPEATED.has(type) && type === before,
    });
    before = type;
  });
  return starts;
}

function startOf(page: LaidPage, header: Header): { readonly reason: StartReason; readonly confidence: number } | undefined {
  if (page.pieces.length === 0) return undefined;
  const top = page.pieces.filter((piece) => middle(piece) < page.height * TITLE_ABOVE);
  const folded = top.map((piece) => fold(piece.text));
  if (folded.some((text) => /^\W*ho so\W*$|^\W*(phong|muc luc so|hop so|ho so so)\s*[:.]/.test(text)) && isSparse(page))
    return { reason: 'cover', confidence: 0.85 };
  if (folded.some((text) => /^\W*muc luc (van ban|ho so|tai lieu)/.test(text))) return { reason: 'contents', confidence: 0.9 };
  if (header.titleAt !== undefined && header.titleAt < page.height * TITLE_ABOVE) {
    // A copy of a header within a page is rare; number and date beside it make it sure.
    const certain = readSymbol(header.left) !== undefined || header.heading !== undefined;
    return { reason: 'title', confidence: header.likeness * (certain ? 1 : 0.85) };
  }
  const { heading } = header;
  if (heading && PERSONAL.has(heading.code) && middle(heading.piece) < page.height * HEADING_ABOVE && !continues(page))
    return { reason: 'heading', confidence: 0.75 * heading.likeness };
  return undefined;
}

/** A page number of 2 or more, alone in the middle of the top. */
function continues(page: LaidPage): boolean {
  const [first] = page.pieces;
  return first !== undefined && isPageNumber(first) && Math.abs(centre(first) - page.width / 2) < page.width * 0.1;
}

const isPageNumber = ({ text }: Piece): boolean => {
  const number = /^\W*(\d{1,3})\W*$/.exec(text)?.[1];
  return number !== undefined && Number(number) >= 2;
};

/** A cover holds some lines, no running text. */
const isSparse = (page: LaidPage): boolean => page.pieces.length < 30 && page.pieces.filter(({ words }) => words.length > 9).length < 4;
