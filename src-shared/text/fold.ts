/**
 * Folding: the form of a text in which it is searched. Lower case, without diacritics, đ and Đ as d, composed and decomposed
 * Unicode alike; 'hòa' and 'hoà' become the same because the marks vanish. One table look-up for each UTF-16 unit.
 *
 * `fold` keeps punctuation; `foldWords` turns every run of what is neither letter nor digit into one space, which is the text
 * that the search index holds (its tokenizer then only has to split at spaces).
 */

const tableSize = 0x2000;
const dropped = 0;
const space = 0x20;

const isMark = (code: number): boolean => (code >= 0x300 && code <= 0x36f) || code === 0x200b || code === 0xfeff || code === 0xad;
const isWordChar = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

function folded(code: number): number {
  if (isMark(code)) return dropped;
  if (code === 0x110 || code === 0x111 || code === 0xd0 || code === 0xf0) return 0x64;
  const base = String.fromCharCode(code).normalize('NFD').toLowerCase();
  const first = base.charCodeAt(0);
  return first === code || first < tableSize ? first : code;
}

/** Not looked up yet; no character folds to it. Most texts need a hundred of the 8,192, so they are made when they are met. */
const unknown = 0xffff;
const plain = new Uint16Array(tableSize).fill(unknown);
const words = new Uint16Array(tableSize).fill(unknown);

function learn(code: number, table: Uint16Array): number {
  const to = folded(code);
  table[code] = table === words && to !== dropped && !isWordChar(String.fromCharCode(to)) ? space : to;
  return table[code] as number;
}

const lookUp = (code: number, table: Uint16Array): number => {
  const to = table[code] as number;
  return to === unknown ? learn(code, table) : to;
};

/** Beyond the table: letters of other scripts stay (lower case), the rest is punctuation; halves of surrogate pairs stay together as they are. */
function foldRare(code: number, wordsOnly: boolean): number {
  if (isMark(code)) return dropped;
  if (code >= 0xd800 && code <= 0xdfff) return code;
  const char = String.fromCharCode(code);
  if (wordsOnly && !isWordChar(char)) return space;
  const lower = char.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

const chunk = new Uint16Array(4096);
const fromCodes = (count: number): string => String.fromCharCode.apply(null, chunk.subarray(0, count) as unknown as number[]);

function run(text: string, table: Uint16Array, wordsOnly: boolean): string {
  let out = '';
  let filled = 0;
  let afterSpace = wordsOnly;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const to = code < tableSize ? lookUp(code, table) : foldRare(code, wordsOnly);
    if (to === dropped || (wordsOnly && to === space && afterSpace)) continue;
    afterSpace = to === space;
    chunk[filled] = to;
    filled += 1;
    if (filled === chunk.length) {
      out += fromCodes(filled);
      filled = 0;
    }
  }
  out += fromCodes(filled);
  return wordsOnly && afterSpace ? out.slice(0, -1) : out;
}

/** Lower case without diacritics; punctuation and spaces stay. */
export const fold = (text: string): string => run(text, plain, false);

/** The folded words of a text, one space between them. */
export const foldWords = (text: string): string => run(text, words, true);

export interface FoldedText {
  /** As `foldWords` gives it. */
  readonly text: string;
  /** For each unit of `text` the offset in the original at which it began. */
  readonly starts: Uint32Array;
}

/** `foldWords` with the way back, for marking what was found in the original text. */
export function foldWithOffsets(original: string): FoldedText {
  const starts = new Uint32Array(original.length);
  const out = new Uint16Array(original.length);
  let length = 0;
  let afterSpace = true;
  for (let i = 0; i < original.length; i += 1) {
    const code = original.charCodeAt(i);
    const to = code < tableSize ? lookUp(code, words) : foldRare(code, true);
    if (to === dropped || (to === space && afterSpace)) continue;
    afterSpace = to === space;
    out[length] = to;
    starts[length] = i;
    length += 1;
  }
  if (length > 0 && afterSpace) length -= 1;
  let text = '';
  for (let i = 0; i < length; i += 4096)
    text += String.fromCharCode.apply(null, out.subarray(i, Math.min(i + 4096, length)) as unknown as number[]);
  return { text, starts: starts.subarray(0, length) };
}

/** The part of the original that stands for [from, to) of its folded text, with the marks that follow the last letter. */
export function originalRange(folded: FoldedText, original: string, from: number, to: number): { from: number; to: number } {
  let end = (folded.starts[to - 1] ?? original.length - 1) + 1;
  while (end < original.length && isMark(original.charCodeAt(end))) end += 1;
  return { from: folded.starts[from] ?? original.length, to: end };
}

export interface FoldedQuery {
  /** Each a word, or the words of a phrase; all must be found. */
  readonly terms: readonly (readonly string[])[];
  /** Whether the last word may be the beginning of a longer one (it was not closed by a quote or space). */
  readonly prefix: boolean;
}

/** Reads what people type: words, and "phrases" in straight or curly quotes. No terms when it holds neither letter nor digit. */
export function foldQuery(query: string): FoldedQuery {
  const terms: string[][] = [];
  let quoted = false;
  for (const part of query.split(/["“”«»„]/)) {
    const found = foldWords(part).split(' ').filter(Boolean);
    if (quoted && found.length > 0) terms.push(found);
    else for (const word of found) terms.push([word]);
    quoted = !quoted;
  }
  return { terms: terms.slice(0, 16), prefix: /[\p{L}\p{N}\p{M}]$/u.test(query) };
}
