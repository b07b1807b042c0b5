import type { Database } from 'better-sqlite3';
import { recordTypeNames, type RecordTypeName } from '#shared/records/record-type-name';
import { foldWords } from '#shared/text/fold';
import type { RawValues } from '../store/records/derive';
import { searchText } from '../store/records/search-text';
import type { UnitOfWork } from '../store/unit-of-work';
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
    textChanged: boolean;
  }): void;
  remove(n: number): void;
}

interface Place {
  readonly year: number | null;
  readonly file: number | null;
}

export const kindOf = (type: RecordTypeName): number => recordTypeNames.indexOf(type);

export function createIndexWriter(db: Database, unit: UnitOfWork): IndexWriter {
  const texts = textWriter(db, unit);
  const putPlace = db.prepare(
    'INSERT INTO search_doc (n, kind, year, file) VALUES (?, ?, ?, ?) ON CONFLICT (n) DO UPDATE SET year = excluded.year, file = excluded.file',
  );
  const erasePlace = db.prepare('DELETE FROM search_doc WHERE n = ?');
  const placeOf = db.prepare<[string], Place>('SELECT d.year, d.file FROM record r JOIN search_doc d ON d.n = r.n WHERE r.id = ?');
  const nOf = db.prepare<[string], number>('SELECT n FROM record WHERE id = ?').pluck();
  const idOf = db.prepare<[number], string>('SELECT id FROM record WHERE n = ?').pluck();
  const placeOfN = db.prepare<[number], Place>('SELECT year, file FROM search_doc WHERE n = ?');
  const members = db
    .prepare<[string, string, string], number>(
      'SELECT r.n FROM record_ref f JOIN record r ON r.n = f.from_n WHERE f.to_id = ? AND f.field = ? AND r.type = ?',
    )
    .pluck();
  const movePlace = db.prepare('UPDATE search_doc SET year = ?, file = ? WHERE n = ?');
  const moveFile = db.prepare('UPDATE search_doc SET file = ? WHERE n = ?');

  /** Documents are found by their file, pages by the file and year of their document. */
  const place = (n: number, type: RecordTypeName, values: Readonly<RawValues>, year: number | null): Place => {
    if (type === 'archiveFile') return { year, file: n };
    if (type === 'archiveDocument') return { year, file: typeof values['file'] === 'string' ? (nOf.get(values['file']) ?? null) : null };
    if (type === 'page' && typeof values['document'] === 'string') return placeOf.get(values['document']) ?? { year: null, file: null };
    return { year, file: null };
  };
  const movePages = (document: string, { year, file }: Place): void => {
    for (const page of members.all(document, 'document', 'page')) movePlace.run(year, file, page);
  };
  /** A file that arrives after its documents (from another workstation) takes them in. */
  const takeIn = (file: number, id: string): void => {
    for (const document of members.all(id, 'file', 'archiveDocument')) {
      moveFile.run(file, document);
      const documentId = idOf.get(document);
      const moved = placeOfN.get(document);
      if (documentId !== undefined && moved) movePages(documentId, moved);
    }
  };

  return {
    put: ({ n, id, type, values, year, isNew, textChanged }) => {
      if (textChanged) texts.put(n, foldWords(searchText(type, values, 'title')), foldWords(searchText(type, values, 'body')), isNew);
      const next = place(n, type, values, year);
      const before = isNew ? undefined : placeOfN.get(n);
      if (before && before.year === next.year && before.file === next.file) return;
      putPlace.run(n, kindOf(type), next.year, next.file);
      if (type === 'archiveDocument') movePages(id, next);
      else if (type === 'archiveFile') takeIn(n, id);
    },
    remove: (n) => {
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

  const noteWords = (text: string): void => {
    for (const word of text.split(' ')) {
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
      insert.run(n, title, body, `${pairsOf(title)} ${pairsOf(body)}`);
      if (title !== '') insertTitle.run(n, title);
      noteWords(`${title} ${body}`);
    },
    erase: eraseAll,
  };
}
