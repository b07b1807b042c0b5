/**
 * The fields that are found on read pages, kept for each document (table extraction), and put into empty fields of its record as
 * proposals for a person to confirm.
 *
 * A field is filled when it is empty, or still holds what the machine put there. A value that a person typed or confirmed
 * (`confirmedFields`, or the whole document seen) is never touched; nor is the secrecy, which the gate before the first page sets.
 */
import type { DocumentExtraction } from '#shared/contract/window/archive';
import { extractDocument } from '#shared/extraction/extract-document';
import { type ExtractedField, type Extraction, extractionVersion, type ReadPage } from '#shared/extraction/model';
import { archiveDocument } from '#shared/records/archive-document';
import type { Book } from '../book/book';
import type { PageTable } from './page-table';

export interface Extractions {
  /** Extracts anew and fills the record. Joins the transaction of its caller. */
  make(documentId: string): void;
  /** After a page was read: extracts when it is the first of its document, or no other waits to be read. */
  pageRead(pageId: string): void;
  /** After an import: extracts when its pages brought their text along and none waits to be read. */
  documentCame(documentId: string): void;
  /** What is kept; made again when the rules are newer. */
  of(documentId: string): DocumentExtraction;
}

/** Header, signature and recipients stand on the first and last pages; what lies between is not looked at in a long document. */
const firstPages = 4;
const lastPages = 8;

type Filled = Readonly<Record<string, string>>;
interface Row {
  readonly version: number;
  readonly made_at: string;
  readonly result: string;
  readonly filled: string;
}

export function openExtractions(book: Book, pages: PageTable): Extractions {
  const { db } = book;
  const read = db.prepare<[string], Row>('SELECT version, made_at, result, filled FROM extraction WHERE document_id = ?');
  const write = db.prepare(`INSERT INTO extraction (document_id, version, made_at, result, filled) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (document_id) DO UPDATE SET version = excluded.version, made_at = excluded.made_at, result = excluded.result, filled = excluded.filled`);
  const waits = `EXISTS (SELECT 1 FROM page o JOIN record o_r ON o_r.n = o.n JOIN ocr_job j ON j.page_id = o_r.id
        WHERE o.document = p.document AND o.removed = 0 AND j.state IN ('queued', 'leased'))`;
  const placeOf = db.prepare<[string], { document: string; first: number; waiting: number }>(`
    SELECT p.document, ${waits} AS waiting,
      NOT EXISTS (SELECT 1 FROM page o WHERE o.document = p.document AND o.removed = 0 AND o."order" < p."order") AS first
    FROM page p JOIN record r ON r.n = p.n WHERE r.id = ? AND p.removed = 0`);
  const waiting = db.prepare<[string], number>(`SELECT ${waits} FROM page p WHERE p.document = ? AND p.removed = 0 LIMIT 1`).pluck();

  const readPages = (documentId: string): ReadPage[] => {
    const all = pages.ofDocument(documentId);
    const looked = all.length <= firstPages + lastPages ? all : [...all.slice(0, firstPages), ...all.slice(-lastPages)];
    return looked
      .map(({ id, width, height, rotation }) => ({ id, width, height, rotation, words: book.search.pageWords(id) }))
      .filter(({ words }) => words.length > 0);
  };

  const make = (documentId: string): void => {
    const read_ = readPages(documentId);
    if (read_.length === 0) return;
    const extraction = extractDocument(read_, pages.countInDocument(documentId).pages);
    const before = read.get(documentId);
    const filled = fill(book, documentId, extraction, before === undefined ? {} : (JSON.parse(before.filled) as Filled));
    write.run(documentId, extractionVersion, new Date().toISOString(), JSON.stringify(extraction), JSON.stringify(filled));
    book.events.emit({ kind: 'extraction', documentId });
  };

  return {
    make,
    pageRead: (pageId) => {
      const place = placeOf.get(pageId);
      if (place !== undefined && (place.first === 1 || place.waiting === 0)) make(place.document);
    },
    documentCame: (documentId) => {
      if (waiting.get(documentId) === 0) make(documentId);
    },
    of: (documentId) => {
      let row = read.get(documentId);
      if (row === undefined || row.version < extractionVersion) {
        book.transact(() => make(documentId));
        row = read.get(documentId);
      }
      if (row === undefined) return { documentId, madeAt: null, layout: 'unknown', fields: [] };
      const { layout, fields } = JSON.parse(row.result) as Extraction;
      const filled = JSON.parse(row.filled) as Filled;
      const values = book.records.get('archiveDocument', documentId)?.values ?? {};
      const isConfirmed = confirmedIn(values);
      return {
        documentId,
        madeAt: row.made_at,
        layout,
        fields: fields.map((field) => ({
          ...field,
          boxes: [...field.boxes],
          state: isConfirmed(field.field) ? 'confirmed' : isOurs(values, filled, field) ? 'proposed' : 'found',
        })),
      };
    },
  };
}

type DocumentValues = Readonly<Record<string, unknown>>;

const confirmedIn = (values: DocumentValues): ((field: string) => boolean) => {
  const confirmed = new Set(Array.isArray(values.confirmedFields) ? (values.confirmedFields as string[]) : []);
  return (field) => values.verification === 'DA_XEM' || confirmed.has(field);
};

const isOurs = (values: DocumentValues, filled: Filled, { field }: ExtractedField): boolean =>
  filled[field] !== undefined && values[field] === filled[field];

/** Set by the gate before scanning, or counted by the import. */
const notFilled: ReadonlySet<string> = new Set(['secrecy', 'pageCount']);
const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

/** Returns what the machine has put into the record, now and earlier, and nobody changed. */
function fill(book: Book, documentId: string, { fields }: Extraction, before: Filled): Filled {
  const record = book.records.get('archiveDocument', documentId);
  if (record === undefined || record.removedAt !== null) return before;
  const values: DocumentValues = record.values;
  const isConfirmed = confirmedIn(values);
  const filled: Record<string, string> = {};
  const changes: Record<string, string | null> = {};
  const found = new Map(fields.map((field) => [field.field as string, field.value]));
  for (const field of new Set([...found.keys(), ...Object.keys(before)])) {
    if (notFilled.has(field) || isConfirmed(field)) continue;
    const ours = before[field] !== undefined && values[field] === before[field];
    if (!ours && !isEmpty(values[field])) continue;
    const value = shortened(field, found.get(field));
    if (value !== undefined) filled[field] = value;
    if ((value ?? null) !== (values[field] ?? null)) changes[field] = value ?? null;
  }
  if (Object.keys(changes).length > 0) book.records.save([{ type: 'archiveDocument', id: documentId, values: changes }]);
  return filled;
}

/** To the room that the record has. */
function shortened(field: string, value: string | undefined): string | undefined {
  const definition: { max?: number } | undefined = (archiveDocument.fields as Record<string, { max?: number }>)[field];
  if (definition === undefined || value === undefined) return undefined;
  return definition.max === undefined ? value : value.slice(0, definition.max);
}
