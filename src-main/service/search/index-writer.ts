import type { Database } from 'better-sqlite3';
import { recordTypeNames, type RecordTypeName } from '#shared/records/record-type-name';
import { foldWords } from '#shared/text/fold';
import type { RawValues } from '../store/records/derive';
import { searchText } from '../store/records/search-text';
import type { UnitOfWork } from '../store/unit-of-work';
import { columnFacets, createFacetValues, type FacetColumns, noFacets } from './facet-values';
import { createNamedPeople } from './named-people';
import { pairsOf } from './pairs';

/** Keeps the search index in step with the records, in their transaction. Records that were moved aside are not in it. */
export interface IndexWriter {
  /** `textChanged` false: only its place (year, file) may differ. */
  put(entry: {
    n: number;
    id: string;
    type: RecordTypeName;
    values: Readonly<RawValues>;
    year: number | null;
    isNew: boolean;
    /** Nothing can name it yet: no pages, and no documents, belong to it. */
    isUnnamed?: boolean;
    textChanged: boolean;
  }): void;
  remove(n: number): void;
}

interface Place extends FacetColumns {
  readonly year: number | null;
  readonly file: number | null;
  /** n of the document, of itself and of its pages. */
  readonly document: number | null;
}

const kinds = new Map(recordTypeNames.map((type, kind) => [type, kind]));
export const kindOf = (type: RecordTypeName): number => kinds.get(type) ?? -1;

const columns = ['year', 'file', 'document', ...columnFacets] as const satisfies readonly (keyof Place)[];
const nowhere: Place = { year: null, file: null, document: null, ...noFacets };
const listed = (of: (name: string) => string): string => columns.map(of).join(', ');

export function createIndexWriter(db: Database, unit: UnitOfWork): IndexWriter {
  const texts = textWriter(db, unit);
  const facets = createFacetValues(db, unit);
  const people = createNamedPeople(db, unit);
  const putPlace = db.prepare(
    `INSERT INTO search_doc (n, kind, ${columns.join(', ')}) VALUES (?, ?, ${listed(() => '?')})
      ON CONFLICT (n) DO UPDATE SET ${listed((name) => `${name} = excluded.${name}`)}`,
  );
  const erasePlace = db.prepare('DELETE FROM search_doc WHERE n = ?');
  const placeOf = db.prepare<[string], Place>(
    `SELECT ${listed((name) => `d.${name}`)} FROM record r JOIN search_doc d ON d.n = r.n WHERE r.id = ?`,
  );
  const idOf = db.prepare<[number], string>('SELECT id FROM record WHERE n = ?').pluck();
  const placeOfN = db.prepare<[number], Place>(`SELECT ${columns.join(', ')} FROM search_doc WHERE n = ?`);
  const members = db
    .prepare<[string, string, string], number>(
      'SELECT r.n FROM record_ref f JOIN record r ON r.n = f.from_n WHERE f.to_id = ? AND f.field = ? AND r.type = ?',
    )
    .pluck();
  const movePlace = db.prepare(`UPDATE search_doc SET ${listed((name) => `${name} = @${name}`)} WHERE n = @n`);

  /** Documents are found by their file, pages by what their document is found by. */
  const place = (n: number, type: RecordTypeName, values: Readonly<RawValues>, year: number | null): Place => {
    if (type === 'archiveFile') return { ...nowhere, year, file: n, term: facets.idOf('term', values['term']) };
    if (type === 'archiveDocument') {
      const file = typeof values['file'] === 'string' ? placeOf.get(values['file']) : undefined;
      return { year, file: file?.file ?? null, document: n, ...facets.ofDocument(values, file?.term ?? null) };
    }
    if (type === 'page' && typeof values['document'] === 'string') return placeOf.get(values['document']) ?? nowhere;
    return { ...nowhere, year };
  };
  const movePages = (document: string, moved: Place): void => {
    for (const page of members.all(document, 'document', 'page')) movePlace.run({ ...moved, n: page });
  };
  /** A file that arrives after its documents (from another workstation), or gets another term, takes them along. */
  const takeIn = (id: string, { file, term }: Place): void => {
    for (const document of members.all(id, 'file', 'archiveDocument')) {
      const documentId = idOf.get(document);
      const there = placeOfN.get(document);
      if (documentId === undefined || !there) continue;
      const moved = { ...there, file, term };
      movePlace.run({ ...moved, n: document });
      movePages(documentId, moved);
    }
  };

  return {
    put: ({ n, id, type, values, year, isNew, isUnnamed, textChanged }) => {
      const body = textChanged ? searchText(type, values, 'body') : '';
      if (textChanged) texts.put(n, foldWords(searchText(type, values, 'title')), foldWords(body), isNew);
      const next = place(n, type, values, year);
      const before = isNew ? undefined : placeOfN.get(n);
      if (textChanged && next.document !== null) {
        if (before?.document != null && before.document !== next.document) people.remove(n, before.document);
        const signer = type === 'archiveDocument' && typeof values['signer'] === 'string' ? [values['signer']] : [];
        people.put(n, next.document, type === 'archiveDocument' ? String(values['subject'] ?? '') : body, signer, isNew);
      }
      if (before && columns.every((name) => before[name] === next[name])) return;
      putPlace.run(n, kindOf(type), ...columns.map((name) => next[name]));
      if (isUnnamed) return;
      if (type === 'archiveDocument') movePages(id, next);
      else if (type === 'archiveFile') takeIn(id, next);
    },
    remove: (n) => {
      const document = placeOfN.get(n)?.document;
      if (document != null) people.remove(n, document);
      texts.erase(n);
      erasePlace.run(n);
    },
  };
}

/** Longer ones are numbers and broken lines; nobody asks for their beginning. */
const longestWord = 24;
/** Words that memory knows to be in the list of words; a committee's papers have some ten thousand. */
const mostKnown = 200_000;

function textWriter(db: Database, unit: UnitOfWork) {
  const insert = db.prepare('INSERT INTO search (rowid, title, body, pairs) VALUES (?, ?, ?, ?)');
  const insertTitle = db.prepare('INSERT INTO search_title (rowid, title) VALUES (?, ?)');
  const erase = db.prepare('DELETE FROM search WHERE rowid = ?');
  const eraseTitle = db.prepare('DELETE FROM search_title WHERE rowid = ?');
  const insertWord = db.prepare('INSERT OR IGNORE INTO search_word (word) VALUES (?)');
  const known = new Set<string>();
  unit.onRollback(() => known.clear());

  const noteWords = (words: readonly string[]): void => {
    for (const word of words) {
      if (known.has(word) || word === '' || word.length > longestWord) continue;
      if (known.size >= mostKnown) known.clear();
      known.add(word);
      insertWord.run(word);
    }
  };
  const eraseAll = (n: number): void => {
    erase.run(n);
    eraseTitle.run(n);
  };
  return {
    put: (n: number, title: string, body: string, isNew: boolean): void => {
      if (!isNew) eraseAll(n);
      const [titleWords, bodyWords] = [title.split(' '), body.split(' ')];
      insert.run(n, title, body, `${pairsOf(titleWords)} ${pairsOf(bodyWords)}`);
      if (title !== '') insertTitle.run(n, title);
      noteWords(titleWords);
      noteWords(bodyWords);
    },
    erase: eraseAll,
  };
}
