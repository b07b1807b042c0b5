/** One box over all records and page texts, without regard to case and diacritics (đ as d). */
import type { ChosenFacets } from '#shared/contract/window/finding';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { FacetQuery, FacetResult } from './facet-counts';
import type { Similar } from './similar';

export interface SearchQuery {
  /** Words that all must occur, "phrases in quotes"; the last word may be unfinished. */
  readonly text: string;
  readonly kinds?: readonly RecordTypeName[];
  readonly years?: readonly number[];
  /** Id of an archive file: itself, its documents and their pages. */
  readonly fileId?: string | undefined;
  /** Chosen values of facets; documents and their pages have them. */
  readonly facets?: ChosenFacets | undefined;
  readonly offset?: number;
  /** Default 30, at most 100. */
  readonly limit?: number;
  /** Beside the hits, so many of the best of each kind that was found. */
  readonly perKind?: number | undefined;
}

/** Text in pieces, of which the found ones are marked. */
export type Snippet = readonly { readonly text: string; readonly mark: boolean }[];

/** Box of a found word on the page image, in pixels of that image. */
export interface HitBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface PageHit {
  readonly documentId: string;
  readonly image: string;
  readonly width: number;
  readonly height: number;
  readonly order: number;
  readonly state: string;
  /** Where the found words stand, the first 50. */
  readonly boxes: readonly HitBox[];
}

export interface SearchHit {
  readonly type: RecordTypeName;
  readonly id: string;
  readonly title: Snippet;
  readonly subtitle: string;
  /** About 200 characters of the original text around the best place; without marks when only the title was hit. */
  readonly snippet: Snippet;
  readonly year: number | null;
  readonly dueOn: string | null;
  readonly closed: boolean;
  readonly page: PageHit | null;
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** What `perKind` asked for, most hits first. */
  readonly groups: readonly { readonly kind: RecordTypeName; readonly total: number; readonly hits: readonly SearchHit[] }[];
  /** Number of hits, counted up to {@link maxCounted}; counts by kind and year are of the same hits. */
  readonly total: number;
  /** True when there are more than were counted: show "hơn 2.000". */
  readonly more: boolean;
  readonly kinds: readonly { readonly kind: RecordTypeName; readonly count: number }[];
  readonly years: readonly { readonly year: number; readonly count: number }[];
  /** Time in the service. */
  readonly milliseconds: number;
}

export const maxCounted = 2000;

/** One word of a page with its box in pixels of the page's image, in order of reading. */
export interface PageWord extends HitBox {
  readonly text: string;
  /** What the engine read, where the machine corrected it to `text`. */
  readonly raw?: string | undefined;
  /** 0 to 100. */
  readonly confidence: number;
  readonly line: number;
}

export interface SearchService {
  /** Counts of the facets of what a search finds; of the whole archive without text. */
  facets(query: FacetQuery): FacetResult;
  /** Documents (by their n) that share rare neighbouring words with a text, but for the document itself; the most like first. */
  similar(document: number, text: string, limit: number): Similar[];
  /** @throws AppError search.badQuery when the text holds neither letter nor digit */
  search(query: SearchQuery): SearchResult;
  /** Keeps the words of a page (compressed); replaces those of an earlier reading. Call it in the transaction that saves the text. */
  putPageWords(pageId: string, words: readonly PageWord[]): void;
  pageWords(pageId: string): PageWord[];
  /** Boxes of the words of a page that a query finds. */
  boxes(pageId: string, text: string): HitBox[];
  /** Indexes up to so many records of a book whose index was emptied by an upgrade. False when nothing is left, as nearly always. */
  rebuild(records: number): boolean;
}
