/** Số và ký hiệu: Party 05-QĐ/UBKTĐU, State 15/QĐ-UBND or 15/2010/QĐ-UBND, old papers 154 TC/UB. */
import type { Piece } from './lines';
import { bare, distance } from './similar';
import { organAbbreviations, typeAbbreviations } from './vocabulary';

export interface SymbolRead {
  /** The whole: 05-QĐ/UBKTĐU. */
  readonly symbol: string;
  readonly number: string;
  /** The type that the symbol names, as abbreviated. */
  readonly type: string | undefined;
  readonly piece: Piece;
  /** 0 to 1: how well it has the form of a symbol. */
  readonly form: number;
}

const LABEL = /^[^\p{L}\p{N}]{0,3}[S5]\s*[ốôồổỗộoóòỏõọơớ0ỗ6]\s*[:.;,]?\s*/iu;
const NUMBER = /^([\dOoIl|Ss]{1,5}[a-z]?)\s*([-–—−/~]+|\s)\s*(\S.*)$/u;

/** The separator was not read: 123UBND-VP. */
const RUN_TOGETHER = /^(\d{1,5})()(\p{Lu}{2}.*)$/u;

/** `ofState`: the paper is one of the State; its old ones have a space where a separator was not read (19 NN/UB). */
export function readSymbol(pieces: readonly Piece[], ofState = false): SymbolRead | undefined {
  let best: SymbolRead | undefined;
  for (const piece of pieces) {
    const read = parse(piece, ofState);
    if (read && (best === undefined || read.form > best.form)) best = read;
  }
  return best;
}

function parse(piece: Piece, ofState: boolean): SymbolRead | undefined {
  const text = piece.text.normalize('NFC').replace(/[Ðð]/g, 'Đ');
  const labelled = LABEL.test(text);
  const rest = text.replace(LABEL, '');
  const found = NUMBER.exec(rest) ?? RUN_TOGETHER.exec(rest);
  if (!found) return undefined;
  const [, digits = '', separator = '', tail = ''] = found;
  const number = asDigits(digits);
  if (!/^\d/.test(number)) return undefined;
  if (!labelled && !/[-/]/.test(`${separator}${tail}`)) return undefined;
  const signs = repair(tail);
  if (signs === undefined) return undefined;
  const lost = !signs.includes('/') ? '/' : ofState ? ' ' : '-';
  const between = separator === '' ? lost : /[-–—−~]/.test(separator) ? '-' : separator.includes('/') ? '/' : ' ';
  // A slash follows the type on Party papers, and the number on those of the State: a misread one is told by the rest.
  const joint = signs.includes('/') && between === '/' && !/\d{4}\//.test(signs) ? '-' : between;
  const known = signs.split(/[-/]/).filter((part) => isKnown(part)).length;
  const parts = signs.split(/[-/]/).length;
  return {
    symbol: `${number}${joint}${signs}`,
    number,
    type: typeAbbreviations.find((type) => signs.split(/[-/]/).includes(type)),
    piece,
    form: (labelled ? 0.5 : 0.3) + 0.5 * (known / parts) - (parts === 1 ? 0.15 : 0),
  };
}

/** The type in a symbol read nearly like the abbreviation of the type that the heading names is that one: TTT under TỜ TRÌNH is TTr. */
export function agreeWithHeading(read: SymbolRead, abbreviation: string | undefined): SymbolRead {
  if (abbreviation === undefined || !typeAbbreviations.includes(abbreviation) || read.type === abbreviation) return read;
  // TT for TTr, CT for CTr: a letter was lost. Any other known type is a difference that a person has to see.
  if (read.type !== undefined && !abbreviation.startsWith(read.type)) return read;
  const parts = read.symbol.split(/([-/ ])/);
  const at = parts.findIndex((part, i) => i > 0 && (part === read.type || isNearly(part, abbreviation)));
  if (at < 0) return read;
  parts[at] = abbreviation;
  return { ...read, symbol: parts.join(''), type: abbreviation };
}

const isNearly = (part: string, abbreviation: string): boolean =>
  /\p{L}/u.test(part) &&
  !isKnown(part) &&
  Math.abs(part.length - abbreviation.length) <= 1 &&
  distance(bare(part), bare(abbreviation), 1) <= 1;

/** Digits as the engine confuses them in a number. */
export const asDigits = (text: string): string =>
  text
    .replace(/[Oo]/g, '0')
    .replace(/[Iil|]/g, '1')
    .replace(/S/g, '5');

const allKnown = [...new Set([...typeAbbreviations, ...organAbbreviations])];
const isKnown = (part: string): boolean => allKnown.includes(part);

/** The parts after the number, each set right where it is nearly a known abbreviation. Undefined when they are words, not signs. */
function repair(tail: string): string | undefined {
  const compact = tail
    .replace(/[–—−~]/g, '-')
    .replace(/\s*([-/])\s*/g, '$1')
    .replace(/[.,;:*'"`´’‘“”|]+$/u, '')
    .trim();
  const [first = ''] = compact.split(/\s+/);
  if (first === '' || first.length > 30 || !/[\p{Lu}]/u.test(first)) return undefined;
  const parts = first.split(/([-/&.])/);
  return parts.map((part, i) => (i % 2 === 1 || part === '' || /^\d{4}$/.test(part) ? part : nearest(part))).join('');
}

function nearest(part: string): string {
  if (isKnown(part)) return part;
  const plain = bare(part);
  const same = allKnown.filter((known) => bare(known) === plain);
  if (same.length > 0) return same.find((known) => known.length === part.length) ?? same[0]!;
  if (part.length < 4) return part;
  const close = allKnown.filter((known) => known.length >= 4 && distance(bare(known), plain, 1) <= 1);
  return close.length === 1 ? close[0]! : part;
}
