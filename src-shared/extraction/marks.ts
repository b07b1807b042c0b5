/** Độ mật and độ khẩn: stamped or printed alone on a line, in capitals. */
import { fold } from '../text/fold';
import type { LaidPage, Piece } from './lines';

export interface Mark {
  readonly code: string;
  readonly piece: Piece;
}

const SECRECY: readonly (readonly [form: RegExp, code: string])[] = [
  [/^tuyet\s*mat$/, 'TUYET_MAT'],
  [/^toi\s*mat$/, 'TOI_MAT'],
  [/^mat$/, 'MAT'],
];
const URGENCY: readonly (readonly [form: RegExp, code: string])[] = [
  [/^hoa\s*toc(\s*hen\s*gio)?$/, 'HOA_TOC'],
  [/^thuong\s*khan$/, 'THUONG_KHAN'],
  [/^khan$/, 'KHAN'],
];

/** The strictest that is found on these pages. */
export const readSecrecy = (pages: readonly LaidPage[]): (Mark & { readonly page: LaidPage }) | undefined => find(pages, SECRECY);
export const readUrgency = (pages: readonly LaidPage[]): (Mark & { readonly page: LaidPage }) | undefined => find(pages, URGENCY);

function find(pages: readonly LaidPage[], forms: typeof SECRECY): (Mark & { readonly page: LaidPage }) | undefined {
  for (const [form, code] of forms) {
    for (const page of pages) {
      const piece = page.pieces.find((candidate) => alone(candidate) && form.test(plain(candidate)));
      if (piece) return { code, piece, page };
    }
  }
  return undefined;
}

/** In capitals, so that "bí mật" within a sentence is none. */
const alone = ({ text, words }: Piece): boolean => words.length <= 6 && (text.match(/\p{Ll}/gu) ?? []).length === 0;
const plain = ({ text }: Piece): string =>
  fold(text)
    .replace(/[^a-z\s]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
