/**
 * Which pages of which source files are in the book already: import_source holds the file (by the SHA-256 of the whole file) and its
 * document, import_page each of its pages. Written in the transaction of the page; so an import that was broken off goes on where
 * it ended, and the same file from another folder or under another name is known again.
 */
import type { Book } from '../book/book';

export interface KnownPage {
  readonly pageId: string;
  readonly documentId: string;
  readonly image: string;
}

export interface SourceFile {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  readonly pages: number;
}

export type SourceTable = ReturnType<typeof openSourceTable>;

export function openSourceTable({ db }: Pick<Book, 'db'>) {
  const insert = db.prepare(`INSERT INTO import_source (sha256, name, bytes, pages, document_id, imported_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (sha256) DO UPDATE SET document_id = excluded.document_id`);
  const link = db.prepare(`INSERT INTO import_page (sha256, page_index, page_id) VALUES (?, ?, ?)
    ON CONFLICT (sha256, page_index) DO UPDATE SET page_id = excluded.page_id`);
  const present = 'JOIN record r ON r.id = i.page_id JOIN page p ON p.n = r.n AND p.removed = 0';
  const pageAt = db.prepare<
    [string, number],
    KnownPage
  >(`SELECT i.page_id AS pageId, p.document AS documentId, p.image FROM import_page i ${present}
    WHERE i.sha256 = ? AND i.page_index = ?`);
  const place = db.prepare<
    [string],
    { documentId: string; offset: number }
  >(`SELECT s.document_id AS documentId, p."order" - i.page_index AS offset
    FROM import_source s JOIN import_page i ON i.sha256 = s.sha256 ${present} AND p.document = s.document_id WHERE s.sha256 = ? ORDER BY i.page_index LIMIT 1`);
  const holds =
    db.prepare(`SELECT 1 FROM import_source s JOIN import_page i ON i.sha256 = s.sha256 ${present} AND p.document = s.document_id
    WHERE s.sha256 = ? AND i.page_id = ?`);
  return {
    /** A page was made of this file. `index` from 1. */
    keep: ({ sha256, name, bytes, pages }: SourceFile, index: number, pageId: string, documentId: string): void => {
      insert.run(sha256, name, bytes, pages, documentId, new Date().toISOString());
      link.run(sha256, index, pageId);
    },
    /** The image of a page of this file was here already. */
    link: (sha256: string, index: number, pageId: string): void => void link.run(sha256, index, pageId),
    /** Undefined also when the page was moved aside since. */
    pageAt: (sha256: string, index: number): KnownPage | undefined => pageAt.get(sha256, index),
    /** Where an earlier import of this file put its pages; `offset` is what is added to the index. */
    placeOf: (sha256: string): { documentId: string; offset: number } | undefined => place.get(sha256),
    /** Whether the page was made of this file. */
    holds: (sha256: string, pageId: string): boolean => holds.get(sha256, pageId) !== undefined,
  };
}
