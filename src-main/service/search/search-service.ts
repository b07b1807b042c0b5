/** One box over all records and page texts, without regard to case and diacritics (đ as d). */
import type { RecordTypeName } from '#shared/records/record-type-name';

export interface SearchQuery {
  /** Words that all must occur, "phrases in quotes"; the last word may be unfinished. */
  readonly text: string;
  readonly kinds?: readonly RecordTypeName[];
  readonly years?: readonly number[];
  /** Id of an archive file: its documents and their pages. */
  readonly fileId?: string;
  readonly offset?: number;
  /** Default 20, at most 100. */
  readonly limit?: number;
  /** Counts by kind and year (default true). */
  readonly facets?: boolean;
}

/** Part of a text; `hit` parts are to be marked. */
export interface SnippetPart { readonly text: string; readonly hit: boolean }

/** Box of a found word on the page image, in pixels of that image. */
export interface HitBox { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export interface SearchHit {
  readonly type: RecordTypeName;
  readonly id: string;
  readonly title: readonly SnippetPart[];
  readonly subtitle: string;
  /** Up to about 200 characters of the original text around the best place; empty when only the title was hit. */
  readonly snippet: readonly SnippetPart[];
  readonly year: number | null;
  /** For a page: its image and where the words stand on it (the first 50). */
  readonly page?: { readonly image: string; readonly width: number; readonly height: number; readonly boxes: readonly HitBox[] };
}

export interface SearchResult {
  readonly hits: SearchHit[];
  /** Number of hits; counted up to {@link maxCounted}. */
  readonly total: number;
  /** True when there are more than were counted: show "hơn 5.000". */
  readonly more: boolean;
  readonly facets?: {
    readonly kinds: readonly { readonly kind: RecordTypeName; readonly count: number }[];
    readonly years: readonly { readonly year: number; readonly count: number }[];
  };
  /** Time in the service. */
  readonly milliseconds: number;
}

export const maxCounted = 5000;

/** One word of a page with its box in pixels of the page's image; order of reading. */
export interface PageWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** 0 to 100. */
  readonly confidence: number;
}

export interface SearchService {
  /** @throws AppError search.badQuery when the text holds neither letter nor digit */
  search(query: SearchQuery): SearchResult;
  /** Keeps the words of a page (compressed); replaces those of an earlier reading. Call it in the transaction that saves the text. */
  putPageWords(pageId: string, words: readonly PageWord[]): void;
  pageWords(pageId: string): PageWord[];
  /** Boxes of the words of a page that a query finds. */
  boxes(pageId: string, text: string): HitBox[];
  /** Tidies the index after a large import; takes seconds for 100,000 pages. */
  optimize(): void;
}
