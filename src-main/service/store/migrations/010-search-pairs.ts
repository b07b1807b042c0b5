import type { Database } from 'better-sqlite3';
import { rebuildKey } from '../../search/rebuild-key';

/**
 * The index of all texts also holds each two neighbouring words as one term: Vietnamese syllables are so common that finding two of
 * them next to each other took up to 250 ms in 200,000 pages, while the pair itself is rare. What was indexed is indexed anew when
 * the book is opened, because an index without content does not know its texts.
 */
export function indexPairs(db: Database): void {
  db.exec(`
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(title, body, pairs, content='', contentless_delete=1, tokenize='ascii');
INSERT INTO search (search, rank) VALUES ('automerge', 8);
INSERT INTO sync_state (key, value) SELECT '${rebuildKey}', '0' WHERE EXISTS (SELECT 1 FROM record);
`);
}
