/**
 * The part of Markdown that the user's guide is written in, read into plain data: headings, paragraphs, lists, tables, notes, pictures
 * and comments that name screens. Anything else is text. No HTML comes out of it and none goes in.
 */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'em' | 'key'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly id: string }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'note'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'table'; readonly head: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly kind: 'picture'; readonly file: string; readonly text: string }
  | { readonly kind: 'comment'; readonly text: string };

/** Address of a heading inside the guide, as GitHub makes it: small letters with their marks, hyphens, no punctuation. */
export const anchorOf = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

/** @param text the whole file */
export function readMarkdown(text: string): Block[] {
  const lines = text.split(/\r?\n/);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const [block, next] = readBlock(lines, at);
    if (block) blocks.push(block);
    at = next;
  }
  return blocks;
}

const heading = /^(#{1,4})\s+(.+?)\s*$/;
const picture = /^!\[([^\]]*)\]\(([^)\s]+)\)\s*$/;
const comment = /^<!--\s*(.*?)\s*-->\s*$/;
const bullet = /^[-*]\s+(.*)$/;
const numbered = /^\d+\.\s+(.*)$/;
const quote = /^>\s?(.*)$/;
const row = /^\|(.*)\|\s*$/;

const startsBlock = (line: string): boolean => [heading, picture, comment, bullet, numbered, quote, row].some((form) => form.test(line));

/** One block and the number of the line after it. */
function readBlock(lines: readonly string[], at: number): [Block | undefined, number] {
  const line = lines[at] ?? '';
  if (line.trim() === '') return [undefined, at + 1];
  const [, hashes = '', title = ''] = heading.exec(line) ?? [];
  if (title !== '') return [{ kind: 'heading', level: hashes.length, text: title, id: anchorOf(title) }, at + 1];
  const [, text = '', file = ''] = picture.exec(line) ?? [];
  if (file !== '') return [{ kind: 'picture', text, file }, at + 1];
  const [, said] = comment.exec(line) ?? [];
  if (said !== undefined) return [{ kind: 'comment', text: said }, at + 1];
  if (quote.test(line)) {
    const [parts, next] = run(lines, at, quote);
    return [{ kind: 'note', content: readInline(parts.join(' ')) }, next];
  }
  if (row.test(line)) return readTable(lines, at);
  if (bullet.test(line)) return readList(lines, at, bullet, false);
  if (numbered.test(line)) return readList(lines, at, numbered, true);
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((next) => next.trim() === '' || startsBlock(next));
  const parts = [line, ...(end === -1 ? rest : rest.slice(0, end))];
  return [{ kind: 'paragraph', content: readInline(parts.map((part) => part.trim()).join(' ')) }, at + parts.length];
}

/** What lines of one form hold, as long as they follow each other. */
function run(lines: readonly string[], from: number, form: RegExp): [string[], number] {
  const parts: string[] = [];
  let at = from;
  for (let found = form.exec(lines[at] ?? ''); found; found = form.exec(lines[++at] ?? '')) parts.push((found[1] ?? '').trim());
  return [parts, at];
}

/** Items; an indented line goes on with the item before it. */
function readList(lines: readonly string[], from: number, form: RegExp, ordered: boolean): [Block, number] {
  const items: string[] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, item] = form.exec(line) ?? [];
    if (item !== undefined) items.push(item);
    else if (/^\s{2,}\S/.test(line)) items.push(`${items.pop() ?? ''} ${line.trim()}`);
    else break;
  }
  return [{ kind: 'list', ordered, items: items.map(readInline) }, at];
}

function readTable(lines: readonly string[], from: number): [Block, number] {
  const [parts, next] = run(lines, from, row);
  const [head = [], ...rows] = parts
    .filter((part) => !/^[\s|:-]+$/.test(part))
    .map((part) => part.split('|').map((cell) => readInline(cell.trim())));
  return [{ kind: 'table', head, rows }, next];
}

const marks = /\*\*(.+?)\*\*|`([^`]+)`|\*(.+?)\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

export function readInline(text: string): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const hit of text.matchAll(marks)) {
    if (hit.index > at) found.push({ kind: 'text', text: text.slice(at, hit.index) });
    const [whole, strong, key, em, name = '', to = ''] = hit;
    if (strong !== undefined) found.push({ kind: 'strong', text: strong });
    else if (key !== undefined) found.push({ kind: 'key', text: key });
    else if (em !== undefined) found.push({ kind: 'em', text: em });
    else found.push({ kind: 'link', text: name, to });
    at = hit.index + whole.length;
  }
  if (at < text.length) found.push({ kind: 'text', text: text.slice(at) });
  return found;
}

/** The words alone, for searching and for captions. */
export const plainText = (content: readonly Inline[]): string => content.map(({ text }) => text).join('');
