/**
 * The text that a PDF page carries itself: typed documents, and scans that somebody read before.
 *
 * It is kept if it is sound Vietnamese, whatever it was written in: Unicode, or fonts of TCVN3 and VNI, which are converted. Where it is
 * not (marks lost, rubbish of a reader of another language), the page counts as having none and is read as an image.
 */
import type { TextLayer, Word } from '#shared/recognizer/messages';
import { decodeVietnamese, encodingOfFont, fromTcvn3, fromVni, soundness } from '#shared/text/legacy-encoding';
import type { Pdfium, Pointer } from './pdfium';

/** Boxes in shares of the page, 0 to 1, as the page is shown. */
export type PageText = Omit<TextLayer, 'words'> & { readonly words: readonly Word[] };

/** What another reader made of a scan is kept only when it is good. */
const SOUND_ON_SCAN = 0.88;
/** Boxes are counted in so many parts of the page's width and height until its pixels are known. */
const PARTS = 10_000;

/** `scan`: the page is one image, so that its text comes from a reader. */
export const pageText = (pdfium: Pdfium, page: Pointer, scan: boolean): PageText | undefined => {
  const text = pdfium._FPDFText_LoadPage(page);
  if (!text) return undefined;
  try {
    const words = wordsOf(pdfium, page, text);
    const layer = decoded(words);
    return layer && (!scan || soundness(layer.text) >= SOUND_ON_SCAN) ? layer : undefined;
  } finally {
    pdfium._FPDFText_ClosePage(text);
  }
};

/** In pixels of the preservation copy. */
export const inPixels = ({ text, words, encoding }: PageText, width: number, height: number): TextLayer => ({
  text,
  encoding,
  words: words.map((word) => ({
    ...word,
    x: Math.round((word.x * width) / PARTS),
    y: Math.round((word.y * height) / PARTS),
    w: Math.max(1, Math.round((word.w * width) / PARTS)),
    h: Math.max(1, Math.round((word.h * height) / PARTS)),
  })),
});

type RawWord = { text: string; font: string; left: number; top: number; right: number; bottom: number; line: number };

const wordsOf = (pdfium: Pdfium, page: Pointer, text: Pointer): RawWord[] => {
  const count = pdfium._FPDFText_CountChars(text);
  const room = pdfium.wasmExports.malloc(4 * 8 + 8 + NAME_ROOM);
  const words: RawWord[] = [];
  let word: RawWord | undefined;
  let line = 0;
  let bottomOfLine: number | undefined;
  try {
    for (let i = 0; i < count; i++) {
      const code = pdfium._FPDFText_GetUnicode(text, i);
      const sign = code > 0xffff || code === 0 ? '' : String.fromCharCode(code);
      const box = boxOf(pdfium, page, text, i, room);
      if (/^\s*$/.test(sign) || box === undefined) {
        word = undefined;
        if (sign === '\n' || sign === '\r') bottomOfLine = undefined;
        continue;
      }
      if (word === undefined) {
        if (bottomOfLine === undefined || box.top > bottomOfLine || box.bottom < bottomOfLine - 4 * (box.bottom - box.top)) {
          if (words.length > 0) line++;
          bottomOfLine = box.bottom;
        }
        word = { text: '', font: fontOf(pdfium, text, i, room), ...box, line };
        words.push(word);
      }
      word.text += sign;
      word.left = Math.min(word.left, box.left);
      word.top = Math.min(word.top, box.top);
      word.right = Math.max(word.right, box.right);
      word.bottom = Math.max(word.bottom, box.bottom);
    }
  } finally {
    pdfium.wasmExports.free(room);
  }
  return words;
};

const NAME_ROOM = 128;

const boxOf = (pdfium: Pdfium, page: Pointer, text: Pointer, index: number, room: Pointer) => {
  if (!pdfium._FPDFText_GetCharBox(text, index, room, room + 8, room + 16, room + 24)) return undefined;
  const numbers = new DataView(pdfium.HEAPU8.buffer, room, 32);
  const [left, right, bottom, top] = [0, 8, 16, 24].map((at) => numbers.getFloat64(at, true)) as [number, number, number, number];
  const a = onPage(pdfium, page, left, top, room + 32);
  const b = onPage(pdfium, page, right, bottom, room + 32);
  return { left: Math.min(a.x, b.x), top: Math.min(a.y, b.y), right: Math.max(a.x, b.x), bottom: Math.max(a.y, b.y) };
};

/** From user space to the page as it is shown, turned as the file says. */
const onPage = (pdfium: Pdfium, page: Pointer, x: number, y: number, room: Pointer) => {
  pdfium._FPDF_PageToDevice(page, 0, 0, PARTS, PARTS, 0, x, y, room, room + 4);
  const numbers = new DataView(pdfium.HEAPU8.buffer, room, 8);
  const within = (value: number) => Math.max(0, Math.min(PARTS, value));
  return { x: within(numbers.getInt32(0, true)), y: within(numbers.getInt32(4, true)) };
};

const fontOf = (pdfium: Pdfium, text: Pointer, index: number, room: Pointer): string => {
  const name = room + 40;
  const length = pdfium._FPDFText_GetFontInfo(text, index, name, NAME_ROOM, 0);
  if (length <= 1 || length > NAME_ROOM) return '';
  return Buffer.from(pdfium.HEAPU8.slice(name, name + length - 1)).toString('latin1');
};

const decoded = (raw: readonly RawWord[]): PageText | undefined => {
  const byFont = raw.map(({ text, font }) => {
    const known = encodingOfFont(font);
    if (known === undefined) return text.normalize('NFC');
    return known.encoding === 'tcvn3' ? fromTcvn3(text, known.capitals) : fromVni(text);
  });
  const found = decodeVietnamese(byFont.join(' '));
  if (found === undefined) return undefined;
  const convert = found.encoding === 'tcvn3' ? fromTcvn3 : found.encoding === 'vni' ? fromVni : (text: string) => text;
  const converted = raw.some(({ font }) => encodingOfFont(font) !== undefined);
  const words = raw.map(({ left, top, right, bottom, line }, i) => ({
    text: convert(byFont[i] ?? ''),
    x: left,
    y: top,
    w: right - left,
    h: bottom - top,
    confidence: 100,
    line,
    block: 0,
  }));
  let text = '';
  words.forEach((word, i) => {
    text += (i === 0 ? '' : word.line === words[i - 1]?.line ? ' ' : '\n') + word.text;
  });
  return {
    text,
    words,
    encoding: converted
      ? (encodingOfFont(raw.find(({ font }) => encodingOfFont(font))?.font ?? '')?.encoding ?? 'unicode')
      : found.encoding,
  };
};
