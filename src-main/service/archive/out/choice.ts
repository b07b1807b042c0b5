/** What a person chose to take out of the archive, as files with their documents and pages. */
import type { ExportTarget } from '#shared/contract/window/out';
import { AppError } from '#shared/errors/app-error';
import type { Book } from '../../book/book';
import type { StoredRecord } from '../../store/record-store';
import { highestLevel, type Leaving, undecidedLevel } from './gate';

export interface ChosenDocument extends Leaving {
  readonly record: StoredRecord;
}

export interface ChosenFile {
  /** Undefined: documents that lie in no file. */
  readonly record: StoredRecord | undefined;
  readonly secrecy: string;
  readonly documents: readonly ChosenDocument[];
}

/** In the order of the shelves: fonds, box, number of the file; documents in the order of the file. @throws AppError record.notFound, out.nothing */
export function resolveChoice(book: Pick<Book, 'db' | 'records'>, target: ExportTarget): ChosenFile[] {
  const chosen = target.documentIds?.length ? byDocuments(book, target.documentIds) : byFiles(book, target);
  if (chosen.length === 0) throw new AppError('out.nothing');
  return chosen;
}

function byFiles({ db, records }: Pick<Book, 'db' | 'records'>, { fileIds, fondsId, term, box }: ExportTarget): ChosenFile[] {
  const ids = fileIds?.length
    ? fileIds
    : (db
        .prepare(
          `SELECT r.id FROM archive_file f JOIN record r ON r.n = f.n WHERE f.removed = 0
           AND (@fonds IS NULL OR f.fonds = @fonds) AND (@anyTerm OR f.term IS @term) AND (@anyBox OR f.box IS @box)
           ORDER BY f.fonds, f.term, CAST(f.box AS INTEGER), f.box, CAST(f.file_number AS INTEGER), f.file_number, f.n`,
        )
        .pluck()
        .all({
          fonds: fondsId ?? null,
          anyTerm: term === undefined ? 1 : 0,
          term: term ?? null,
          anyBox: box === undefined ? 1 : 0,
          box: box ?? null,
        }) as string[]);
  const documentsOf = db
    .prepare<[string], string>(
      'SELECT r.id FROM archive_document d JOIN record r ON r.n = d.n WHERE d.file = ? AND d.removed = 0 ORDER BY d."order", d.n',
    )
    .pluck();
  return ids.map((id) =>
    fileOf(
      existing(records, 'archiveFile', id),
      documentsOf.all(id).flatMap((one) => records.get('archiveDocument', one) ?? []),
    ),
  );
}

function byDocuments({ records }: Pick<Book, 'records'>, ids: readonly string[]): ChosenFile[] {
  const files = new Map<string | undefined, StoredRecord[]>();
  for (const id of ids) {
    const document = existing(records, 'archiveDocument', id);
    const file = document.values.file as string | undefined;
    files.set(file, [...(files.get(file) ?? []), document]);
  }
  return [...files].map(([id, documents]) => fileOf(id === undefined ? undefined : records.get('archiveFile', id), documents));
}

/** Of a paper whose secrecy is not decided nobody knows that it may leave: it counts as the highest. */
const undecided = (values: StoredRecord['values'] | undefined): boolean =>
  values?.secrecyState === 'CHO_HUONG_DAN' || values?.secrecyAlarm === 'NGHI_MAT';

function fileOf(record: StoredRecord | undefined, documents: readonly StoredRecord[]): ChosenFile {
  const level = undecided(record?.values) ? undecidedLevel : record?.values.secrecy;
  return {
    record,
    secrecy: highestLevel([level]),
    documents: documents.map((document) => ({
      record: document,
      id: document.id,
      title: document.title,
      secrecy: highestLevel([level, undecided(document.values) ? undecidedLevel : document.values.secrecy]),
    })),
  };
}

function existing(records: Book['records'], type: 'archiveFile' | 'archiveDocument', id: string): StoredRecord {
  const record = records.get(type, id);
  if (record === undefined || record.removedAt !== null) throw new AppError('record.notFound');
  return record;
}
