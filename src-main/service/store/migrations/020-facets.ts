import type { Database } from 'better-sqlite3';
import { rebuildKey } from '../../search/rebuild-key';

/**
 * What papers are narrowed down by: of each document, and of each of its pages, term, type, issuing body, its level and secrecy as numbers
 * of a list of values; and the persons whose names stand in them. All of it is derived: what is there is derived when the book is opened.
 */
export function indexFacets(db: Database): void {
  db.exec(`
ALTER TABLE search_doc ADD COLUMN document INTEGER;
ALTER TABLE search_doc ADD COLUMN term INTEGER;
ALTER TABLE search_doc ADD COLUMN type INTEGER;
ALTER TABLE search_doc ADD COLUMN issuer INTEGER;
ALTER TABLE search_doc ADD COLUMN level INTEGER;
ALTER TABLE search_doc ADD COLUMN secrecy INTEGER;
CREATE INDEX search_doc_papers ON search_doc (n, year, term, type, issuer, level, secrecy) WHERE document = n;

CREATE TABLE facet_value (
  id INTEGER PRIMARY KEY,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (facet, value)
) STRICT;
CREATE TABLE named_person (id INTEGER PRIMARY KEY, folded TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;
-- n: the page or document in which the name stands.
CREATE TABLE named_in (
  document INTEGER NOT NULL, person INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (document, person, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_in_person ON named_in (person, document);
INSERT INTO sync_state (key, value) SELECT '${rebuildKey}', '0' WHERE EXISTS (SELECT 1 FROM record) ON CONFLICT (key) DO UPDATE SET value = '0';
`);
}
