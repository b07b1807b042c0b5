import { fold } from '#shared/text/fold';
import { type Block, plainText, readMarkdown } from './markdown';

/** A chapter begins at a heading of the second level and says in a comment for which addresses of the window it is the help. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Screens, e.g. `petitions`, or a part of one, e.g. `sync:usb`. */
  readonly screens: readonly string[];
}

/** @param text the guide */
export function readChapters(text: string): Chapter[] {
  const chapters: { id: string; title: string; blocks: Block[]; screens: string[] }[] = [];
  for (const block of readMarkdown(text)) {
    const last = chapters.at(-1);
    if (block.kind === 'heading' && block.level === 2) chapters.push({ id: block.id, title: block.text, blocks: [], screens: [] });
    else if (block.kind === 'comment' && last) last.screens.push(...screensOf(block.text));
    else last?.blocks.push(block);
  }
  return chapters;
}

/** `màn hình: petitions, cases` */
function screensOf(comment: string): string[] {
  const [, names] = /^màn hình:\s*(.+)$/.exec(comment.normalize('NFC')) ?? [];
  return names?.split(',').map((name) => name.trim()) ?? [];
}

/** The chapter of the first of these parts of a screen that has one (`sync:usb`), else of the screen, else the first. */
export const chapterOf = (chapters: readonly Chapter[], screen: string, ...parts: readonly string[]): Chapter | undefined =>
  [...parts.map((part) => `${screen}:${part}`), screen]
    .map((name) => chapters.find(({ screens }) => screens.includes(name)))
    .find((chapter) => chapter !== undefined) ?? chapters[0];

export interface Found {
  readonly chapter: Chapter;
  /** The nearest heading above the place; '' at the beginning of the chapter. */
  readonly heading: string;
  readonly id: string;
  readonly text: string;
}

/** Places that hold all words, typed with or without marks; one for each paragraph, item list or table. At most `most`. */
export function findInGuide(chapters: readonly Chapter[], query: string, most = 30): Found[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found: Found[] = [];
  for (const chapter of chapters) {
    let [heading, id] = ['', chapter.id];
    for (const block of chapter.blocks) {
      if (block.kind === 'heading') [heading, id] = [block.text, block.id];
      const text = wordsOf(block);
      const folded = fold(`${chapter.title} ${heading} ${text}`);
      if (text !== '' && words.every((word) => folded.includes(word)) && found.at(-1)?.id !== id)
        found.push({ chapter, heading, id, text });
      if (found.length >= most) return found;
    }
  }
  return found;
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
    case 'note':
      return plainText(block.content);
    case 'list':
      return block.items.map(plainText).join(' · ');
    case 'table':
      return block.rows.map((cells) => cells.map(plainText).join(': ')).join(' · ');
    case 'picture':
    case 'comment':
      return '';
  }
}
