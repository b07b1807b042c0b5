/** Finding in the archive beside the one search box: facets, papers of a person, documents alike, the course of a file. */
import type { ChosenFacets, Paper } from '#shared/contract/window/finding';
import { AppError } from '#shared/errors/app-error';
import { commonShare, shinglesOf } from '#shared/text/shingles';
import { unhidden } from '../access/access';
import type { Book } from '../book/book';
import type { FacetQuery, FacetResult } from '../search/facet-counts';
import { placeOf } from '../search/place';
import { paperOf } from './papers';
import { papersOf, type PapersOf } from './papers-of';

export interface TimelineEntry {
  id: string;
  day: string;
  title: string;
  documentType: string;
  symbol: string;
  issuer: string;
  pages: number;
  firstPage: string | null;
  verification: string;
}

export interface FindingService {
  facets(query: FacetQuery): FacetResult;
  documents(query: { facets: ChosenFacets; years: readonly number[]; offset: number; limit: number }): { papers: Paper[]; total: number };
  /** @throws AppError record.notFound */
  papersOf(type: 'partyMember' | 'organisation', id: string): PapersOf;
  /** @throws AppError record.notFound */
  similar(documentId: string, limit: number): { papers: (Paper & { likeness: number; same: boolean })[]; milliseconds: number };
  /** @throws AppError record.notFound */
  timeline(fileId: string): TimelineEntry[];
}

/** Longest text of a document that is compared. */
const longestText = 60_000;
/** The same paper once more, in spite of what was misread. */
const sameFrom = 0.55;
/** Less in common is chance. */
const leastLike = 0.08;

export function createFinding(book: Book): FindingService {
  const { db, records, search, access } = book;
  const requireSeen = (id: string): void => {
    if (!access.sees(id)) throw new AppError('record.notFound');
  };
  const nOf = db.prepare<[string], number>('SELECT n FROM record WHERE id = ?').pluck();
  const idOf = db.prepare<[number], string>('SELECT id FROM record WHERE n = ?').pluck();
  const pagesOf = db
    .prepare<[string], string>(
      `SELECT coalesce(corrected_text, raw_text, '') FROM page WHERE document = ? AND removed = 0 ORDER BY "order" LIMIT 40`,
    )
    .pluck();
  const entries = db.prepare<
    [string],
    TimelineEntry
  >(`SELECT r.id, coalesce(d.issued_on, '') AS day, r.title, coalesce(d.type, '') AS documentType,
      coalesce(d.symbol, '') AS symbol, coalesce(d.issuer, '') AS issuer, coalesce(d.verification, '') AS verification,
      (SELECT count(*) FROM page p WHERE p.document = r.id AND p.removed = 0) AS pages,
      (SELECT pr.id FROM page p JOIN record pr ON pr.n = p.n WHERE p.document = r.id AND p.removed = 0 ORDER BY p."order", p.n LIMIT 1) AS firstPage
    FROM archive_document d JOIN record r ON r.n = d.n WHERE d.file = ? AND d.removed = 0 AND ${unhidden('d.n')}
    ORDER BY d.issued_on IS NULL, d.issued_on, d."order", d.n`);
  const textOf = (documentId: string): string => {
    const title = records.get('archiveDocument', documentId)?.values['subject'];
    return [title, ...pagesOf.all(documentId)].filter(Boolean).join('\n').slice(0, longestText);
  };

  return {
    facets: (query) => search.facets(query),
    documents: ({ facets, years, offset, limit }) => {
      const { sql, params } = placeOf({ facets, years }, nOf, book.access);
      const from = `FROM search_doc d WHERE d.document = d.n${sql}`;
      const total =
        db
          .prepare<unknown[], number>(`SELECT count(*) ${from}`)
          .pluck()
          .get(...params) ?? 0;
      const ids = db
        .prepare<unknown[], string>(
          `SELECT r.id FROM (SELECT d.n ${from}) d JOIN record r ON r.n = d.n JOIN archive_document a ON a.n = d.n
            ORDER BY a.issued_on DESC NULLS LAST, d.n DESC LIMIT ? OFFSET ?`,
        )
        .pluck()
        .all(...params, limit, offset);
      return { papers: ids.flatMap((id) => paperOf(book, 'archiveDocument', id) ?? []), total };
    },
    papersOf: (type, id) => papersOf(book, type, id),
    similar: (documentId, limit) => {
      const started = performance.now();
      requireSeen(documentId);
      const n = nOf.get(documentId);
      if (n === undefined) throw new AppError('record.notFound');
      const text = textOf(documentId);
      let own: ReadonlySet<string> | undefined;
      const isSame = (id: string): boolean => commonShare((own ??= shinglesOf(text)), shinglesOf(textOf(id))) >= sameFrom;
      const papers = search.similar(n, text, limit).flatMap(({ document, likeness }) => {
        const id = likeness < leastLike ? undefined : idOf.get(document);
        const paper = id === undefined ? undefined : paperOf(book, 'archiveDocument', id);
        if (paper === undefined) return [];
        return [{ ...paper, likeness: Math.min(1, likeness), same: likeness > 0.5 && isSame(paper.id) }];
      });
      return { papers, milliseconds: performance.now() - started };
    },
    timeline: (fileId) => {
      requireSeen(fileId);
      access.refresh();
      return entries.all(fileId);
    },
  };
}
