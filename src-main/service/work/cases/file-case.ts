import type { Label } from '#shared/records/label';
import { packFor } from '#shared/rules/packs/index';
import { retentionOf } from '#shared/rules/retention';
import type { Book } from '../../book/book';
import type { RecordChange, StoredRecord } from '../../store/record-store';
import { uuid7 } from '../../store/uuid7';
import { caseOf } from './case-record';
import { dossierOf } from './dossier';

export interface CaseRetention {
  /** Code of the list retention. */
  readonly retention: string;
  /** What the rule is about. */
  readonly what: Label;
  readonly source: string;
  readonly unverified: boolean;
  /** Id of the pack. */
  readonly pack: string;
}

const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : []);

/**
 * How long the file of a case is kept by the pack that holds on this day: a file that is made later goes by the rules of later, while the case
 * itself keeps the pack of its opening. Null where that pack says nothing of cases of this type. @throws AppError record.notFound
 */
export function retentionOfCase(book: Book, id: string, today: string): CaseRetention | null {
  const { values } = caseOf(book, id);
  const pack = packFor(today);
  const rule = retentionOf(pack, {
    type: String(values.type ?? ''),
    outcomes: [
      ...listOf<string>(values.outcome),
      ...listOf<{ outcome?: readonly string[] }>(values.subjects).flatMap(({ outcome }) => outcome ?? []),
    ],
    items: listOf<{ conclusion?: string }>(values.items).flatMap(({ conclusion }) => conclusion ?? []),
    disciplined: book.records.count({ type: 'disciplinaryDecision', filters: [{ field: 'case', op: 'eq', value: id }] }) > 0,
  });
  if (!rule) return null;
  return {
    retention: rule.retention,
    what: rule.what,
    source: rule.source,
    unverified: rule.unverified === true,
    pack: pack.id,
  };
}

export interface FileCase {
  readonly id: string;
  readonly revision: number;
  readonly fonds: string;
  readonly code: string;
  readonly box: string;
  /** Code of the list retention: as proposed, or as a person decided otherwise. */
  readonly retention: string;
  readonly today: string;
}

/**
 * Makes the archive file (hồ sơ lưu trữ) of a case with title, days and secrecy from it, links the two, and puts those of its scans that lie in no
 * file into it: one transaction.
 * @throws AppError record.notFound, record.changedMeanwhile; InvalidRecord
 */
export function fileCase(
  book: Book,
  { id, revision, fonds, code, box, retention, today }: FileCase,
): { fileId: string; documents: number } {
  const found = caseOf(book, id);
  const fileId = uuid7();
  const loose = [...new Set(dossierOf(book, id).entries.flatMap(({ document }) => document ?? []))].filter(
    (document) => book.records.get('archiveDocument', document)?.values.file === undefined,
  );
  const changes: RecordChange[] = [
    { type: 'archiveFile', id: fileId, values: { ...fileValues(found, today), fonds, code, retention, ...(box ? { box } : {}) } },
    { type: 'case', id, values: { archiveFile: fileId }, expectedRevision: revision },
    ...loose.map((document): RecordChange => ({ type: 'archiveDocument', id: document, values: { file: fileId } })),
  ];
  book.records.save(changes);
  return { fileId, documents: loose.length };
}

function fileValues({ values }: StoredRecord, today: string): Record<string, unknown> {
  const secrecy = String(values.secrecy ?? 'THUONG');
  return {
    title: `Hồ sơ ${String(values.name ?? '')}`,
    ...(values.term ? { term: values.term } : {}),
    startDate: values.openedOn,
    endDate: values.closedOn ?? today,
    accessMode: secrecy === 'THUONG' ? '02' : '03',
    secrecy,
    secrecyState: 'DA_XAC_DINH',
    state: 'CHUA_QUET',
  };
}
