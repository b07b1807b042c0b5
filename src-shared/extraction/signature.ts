/**
 * The end of a document: who signs, with which authority and post (bottom right), and Nơi nhận (bottom left).
 *
 * The name stands below the post, often under a seal. It is looked for from the last page backwards, in the right column below the last
 * line of running text; of two signatures side by side (minutes) the right one is the chair's.
 */
import { fold } from '../text/fold';
import { isFamilyName } from './family-name';
import { centre, type LaidPage, middle, type Piece } from './lines';
import { likeness } from './similar';
import { isUpperCase, posts } from './vocabulary';

export interface SignatureRead {
  readonly page: LaidPage;
  readonly authority: readonly Piece[];
  readonly post: Piece | undefined;
  readonly postName: string | undefined;
  readonly signer: Piece | undefined;
}

/** T/M, TM., K/T, TL. and the like, also where the slash or the stop was misread, or a stroke of a seal stands before them. */
const AUTHORITY = /^\W*(?:\S{1,2}\s+)?(?:t\W{0,2}m|k\W{0,2}t|t\W{0,2}l|t\W{0,2}u\W?q|q\W|quyen)\W*\s+\p{L}{2}/u;
const isAuthority = (piece: Piece): boolean => isUpperCase(piece.text) && piece.words.length <= 10 && AUTHORITY.test(fold(piece.text));

export function readSignature(pages: readonly LaidPage[]): SignatureRead | undefined {
  for (const page of [...pages].reverse()) {
    const found = onPage(page);
    if (found) return found;
  }
  return undefined;
}

function onPage(page: LaidPage): SignatureRead | undefined {
  const right = page.pieces.filter((piece) => centre(piece) > page.width * 0.5 && piece.x0 > page.width * 0.38);
  const start = lastIndex(right, (piece) => isAuthority(piece) || postOf(piece) !== undefined || isRole(piece));
  if (start < 0) return byName(page, right);
  // Authority, post and the post of the deputy stand on neighbouring lines: go up to the first of them.
  let first = start;
  while (first > 0 && isPartOfBlock(right[first - 1]!) && right[first]!.y0 - right[first - 1]!.y1 < page.wordHeight * 2.5) first--;
  const block = right.slice(first, start + 1);
  const authority = block.filter((piece) => isAuthority(piece));
  const post = [...block].reverse().find((piece) => !isAuthority(piece));
  const below = right.slice(start + 1);
  const signer = signerIn(below, centre(block.at(-1)!), page);
  if (signer === undefined && authority.length === 0 && (post === undefined || postOf(post) === undefined)) return undefined;
  return { page, authority, post, postName: post ? (postOf(post) ?? post.text) : undefined, signer };
}

/** Nothing of the block above it could be read: the last line on the right that is a name with a known family name. */
function byName(page: LaidPage, right: readonly Piece[]): SignatureRead | undefined {
  const signer = [...right]
    .reverse()
    .find(
      (piece) => middle(piece) > page.height * 0.45 && piece.words.length <= 6 && isName(piece.text) && isFamilyName(nameOf(piece.text)),
    );
  return signer && { page, authority: [], post: undefined, postName: undefined, signer };
}

const isPartOfBlock = (piece: Piece): boolean =>
  isAuthority(piece) || postOf(piece) !== undefined || (isUpperCase(piece.text) && piece.words.length <= 8);

/** NGƯỜI LÀM ĐƠN and the like, also where the rest of the line was misread. */
const isRole = (piece: Piece): boolean => /^\W*nguoi\b/.test(fold(piece.text)) && isUpperCase(piece.text) && piece.words.length <= 7;

export function postOf(piece: Piece): string | undefined {
  if (!isUpperCase(piece.text) || piece.words.length > 8) return undefined;
  return posts.find((post) => likeness(piece.text, post) > 0.84);
}

/** The name is the last that has the form of one, not far from below the post. */
function signerIn(below: readonly Piece[], axis: number, page: LaidPage): Piece | undefined {
  const names = below.filter((piece) => isName(piece.text) && Math.abs(centre(piece) - axis) < page.width * 0.16);
  return names.at(-1);
}

/** Two to five words that begin with capitals, without digits: Nguyễn Văn A. */
export function isName(text: string): boolean {
  const words = nameOf(text).split(' ');
  if (words.length < 2 || words.length > 6) return false;
  return words.every((word) => /^\p{Lu}[\p{L}'’]*$/u.test(word)) && words.some((word) => word !== word.toUpperCase() || word.length === 1);
}

const RANKS = /^(đ\/c|đồng chí|ông|bà|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|thạc sĩ|ths\.?|ts\.?|bs\.?)\s+/iu;
/** A grain between two names, read as a stop: Bùi.Thị Hạnh. */
const GLUED = /(?<=\p{Ll})[.,:;·](?=\p{Lu}\p{L})/gu;

/** Without academic titles, ranks, and what dirt left around it. */
export const nameOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replace(/\s+/g, ' ')
    // A stroke of a seal or dirt read as a small letter.
    .replace(/^\p{Ll}\P{L}*\s+(?=\p{Lu})|(?<=\p{Ll})\s+\p{Ll}$/gu, '')
    .replace(RANKS, '')
    .replace(GLUED, ' ')
    .replace(TORN, (_, word: string, rest: string) => mended(word, rest));

/** A word of a name and small letters after it, where one was read as two: Huỳn nh Ngọc. */
const TORN = /(\p{Lu}\p{Ll}+) (\p{Ll}{1,3})(?= )/gu;

/** Letters read twice count once; a lone letter that fits nowhere is dirt. */
function mended(word: string, rest: string): string {
  for (let shared = rest.length; shared > 0; shared--) if (word.endsWith(rest.slice(0, shared))) return word + rest.slice(shared);
  return rest.length === 1 ? word : word + rest;
}

export function readRecipients(pages: readonly LaidPage[]): { readonly page: LaidPage; readonly pieces: readonly Piece[] } | undefined {
  for (const page of [...pages].reverse()) {
    const left = page.pieces.filter((piece) => piece.x0 < page.width * 0.45);
    const at = lastIndex(left, (piece) => /^\W*n[oơ0]i\s*nh[aâ]n\b/.test(fold(piece.text)));
    if (at < 0) continue;
    const pieces: Piece[] = [];
    const [head] = left.slice(at, at + 1);
    for (const piece of left.slice(at + 1)) {
      const last = pieces.at(-1) ?? head!;
      if (piece.y0 - last.y1 > page.wordHeight * 2.5 || centre(piece) > page.width * 0.5) break;
      if (!/\p{L}{2}/u.test(piece.text)) continue;
      pieces.push(piece);
    }
    return { page, pieces };
  }
  return undefined;
}

/** One recipient a line; a line that does not begin with a dash goes on from the one before. */
export function recipientList(pieces: readonly Piece[]): string[] {
  const list: string[] = [];
  for (const { text } of pieces) {
    const item = text.replace(/^[\s\-–—•+*.]+/u, '').trim();
    if (/^[\s]*[-–—•+*]/u.test(text) || list.length === 0) list.push(item);
    else list[list.length - 1] += ` ${item}`;
  }
  return list.map((item) => item.replace(/[\s;,.]+$/u, '')).filter((item) => item.length > 1);
}

function lastIndex<T>(items: readonly T[], is: (item: T) => boolean): number {
  for (let i = items.length - 1; i >= 0; i--) if (is(items[i]!)) return i;
  return -1;
}
