import type { Database } from 'better-sqlite3';
import { foldWords } from '#shared/text/fold';

/**
 * Beside the index of all texts: one of the title lines alone, so that choosing a reference does not walk through the texts of all
 * pages; and the words that occur, because FTS5 gathers the places of all words with a prefix before it gives the first hit.
 */
export function indexTitlesAndWords(db: Database): void {
  db.exec(`
CREATE VIRTUAL TABLE search_title USING fts5(title, content='', contentless_delete=1, tokenize='ascii');
CREATE TABLE search_word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE temp.search_vocabulary USING fts5vocab('main', 'search', 'row');
INSERT INTO search_word SELECT term FROM temp.search_vocabulary;
DROP TABLE temp.search_vocabulary;
-- The latest records of a type are read from the end of its own table.
DROP INDEX record_type;
-- Segments are merged eight at a time instead of four: an import writes half as much, a search reads some more of them.
INSERT INTO search (search, rank) VALUES ('automerge', 8);
`);
  const insert = db.prepare('INSERT INTO search_title (rowid, title) VALUES (?, ?)');
  for (const { n, title } of db
    .prepare<[], { n: number; title: string }>("SELECT n, title FROM record WHERE type <> 'page' AND removed_at IS NULL")
    .all())
    insert.run(n, foldWords(title));
}
