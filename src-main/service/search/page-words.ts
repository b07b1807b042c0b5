import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { type FoldedQuery, foldWords } from '#shared/text/fold';
import { findMatches } from './matches';
import type { HitBox, PageWord } from './search-service';

/** Words and boxes of pages as the reader found them: JSON rows [text, x, y, w, h, confidence, line, raw?], deflated. They stay on this machine. */
export interface PageWords {
  put(pageId: string, words: readonly PageWord[]): void;
  get(pageId: string): PageWord[];
  boxes(pageId: string, query: FoldedQuery): HitBox[];
}

type Row = readonly [text: string, x: number, y: number, w: number, h: number, confidence: number, line: number, raw?: string];

const mostBoxes = 50;
/** No page of text unfolds to more. */
const maxOutputLength = 64 * 1024 * 1024;

export function createPageWords(db: Database): PageWords {
  const write = db.prepare(
    'INSERT INTO page_words (page_id, words) VALUES (?, ?) ON CONFLICT (page_id) DO UPDATE SET words = excluded.words',
  );
  const read = db.prepare<[string], Buffer>('SELECT words FROM page_words WHERE page_id = ?').pluck();

  const get = (pageId: string): PageWord[] => {
    const stored = read.get(pageId);
    if (!stored) return [];
    const rows = JSON.parse(inflateRawSync(stored, { maxOutputLength }).toString('utf8')) as Row[];
    return rows.map(([text, x, y, w, h, confidence, line, raw]) => ({
      text,
      x,
      y,
      w,
      h,
      confidence,
      line,
      ...(raw !== undefined && { raw }),
    }));
  };

  return {
    put: (pageId, words) => {
      const rows = words.map(
        ({ text, x, y, w, h, confidence, line, raw }): Row =>
          raw === undefined ? [text, x, y, w, h, confidence, line] : [text, x, y, w, h, confidence, line, raw],
      );
      write.run(pageId, deflateRawSync(JSON.stringify(rows), { level: 6 }));
    },
    get,
    boxes: (pageId, query) => {
      const words = get(pageId);
      // One word on paper can be two of the index ('QĐ/UBKT'), and a mark alone is none.
      const tokens = words.flatMap((word, index) =>
        foldWords(word.text)
          .split(' ')
          .filter(Boolean)
          .map((text) => ({ text, index })),
      );
      const found = new Set<number>();
      for (const { first, last } of findMatches(
        tokens.map(({ text }) => text),
        query,
      )) {
        for (let i = first; i <= last; i += 1) found.add(tokens[i]?.index ?? 0);
        if (found.size >= mostBoxes) break;
      }
      return [...found]
        .slice(0, mostBoxes)
        .flatMap((index) => words[index] ?? [])
        .map(({ x, y, w, h }) => ({ x, y, w, h }));
    },
  };
}
