/** A person has compared a document with its pages: values, marks, the error log of a quality round and the state, as one act. */
import { AppError } from '#shared/errors/app-error';
import { errorKindOf } from '#shared/quality/error-kind';
import { recordTypes } from '#shared/records/registry';
import { isSheetField } from '#shared/verification/sheet-fields';
import type { DocumentExtraction } from '#shared/contract/window/archive';
import type { Book } from '../../book/book';
import { uuid7 } from '../../store/uuid7';
import type { Acts } from '../acts/acts';
import { type Confirmation, confirmationsOf } from './sheet';

export interface ConfirmInput {
  readonly documentId: string;
  readonly values: Readonly<Record<string, string>>;
  readonly illegible: readonly string[];
  readonly expectedRevision: number;
  readonly roundId?: string | undefined;
}

export interface Confirmed {
  readonly act: number;
  /** Lines that came into the error log. */
  readonly errors: number;
}

interface Difference {
  readonly field: string;
  readonly from: string;
  readonly to: string;
  readonly madeBy?: string;
}

/** @throws AppError record.notFound, record.changedMeanwhile, record.invalid */
export function confirm(book: Book, acts: Acts, extraction: (documentId: string) => DocumentExtraction, input: ConfirmInput): Confirmed {
  const { records } = book;
  const record = records.get('archiveDocument', input.documentId);
  if (record === undefined || record.removedAt !== null) throw new AppError('record.notFound');
  const found = new Map(extraction(input.documentId).fields.map(({ field, value }) => [field as string, value]));
  const kept = confirmationsOf(record);
  const at = new Date().toISOString();
  const names = Object.keys(input.values).filter(isSheetField);
  const values: Record<string, string | null> = {};
  const marks: Confirmation[] = kept.filter(({ field }) => !names.some((name) => name === field)).map((mark) => ({ ...mark }));
  const differences: Difference[] = [];

  for (const field of names) {
    const illegible = input.illegible.includes(field);
    const value = illegible ? '' : (input.values[field] ?? '').trim().normalize('NFC');
    const before = String(record.values[field] ?? '');
    const mark = kept.find((one) => one.field === field);
    // What the machine read is remembered with the first confirmation; later ones keep it.
    const read = mark === undefined ? (found.get(field) ?? before) : (mark.was ?? value);
    values[field] = value === '' ? null : value;
    marks.push({
      id: mark?.id ?? uuid7(),
      field,
      by: book.user.id,
      at,
      ...(read !== value && read !== '' && { was: read.slice(0, 2000) }),
      ...(illegible && { illegible }),
    });
    if (value !== before) differences.push({ field, from: before, to: value, ...(mark && { madeBy: mark.by }) });
  }

  return book.transact(() => {
    ensureUser(book);
    const act = acts.begin('verify', record.title);
    const confirmedFields = [...new Set([...((record.values['confirmedFields'] as readonly string[] | undefined) ?? []), ...names])];
    acts.save(act, [
      {
        type: 'archiveDocument',
        id: record.id,
        values: { ...values, confirmations: marks, confirmedFields, verification: 'DA_XEM' },
        expectedRevision: input.expectedRevision,
      },
    ]);
    if (input.roundId !== undefined)
      noteCheck(book, acts, act, input.roundId, { documentId: record.id, at, kept, fields: names.length, differences });
    return { act, errors: input.roundId === undefined ? 0 : differences.length };
  });
}

/** Marks name the person as a record; a book that `kts` works on may not have it yet. */
export function ensureUser({ records, user }: Book): void {
  if (records.typeOf(user.id) === undefined)
    records.save([{ type: 'bookUser', id: user.id, values: { name: user.name || 'kts', post: user.title || null } }]);
}

interface Checked {
  readonly documentId: string;
  readonly at: string;
  readonly kept: readonly Confirmation[];
  readonly fields: number;
  readonly differences: readonly Difference[];
}

function noteCheck(book: Book, acts: Acts, act: number, roundId: string, { documentId, at, kept, fields, differences }: Checked): void {
  const id = book.db
    .prepare<[string, string], string>(
      'SELECT r.id FROM quality_check q JOIN record r ON r.n = q.n WHERE q.round = ? AND q.document = ? AND q.removed = 0',
    )
    .pluck()
    .get(roundId, documentId);
  if (id === undefined) throw new AppError('record.notFound');
  const definitions = recordTypes.archiveDocument.fields;
  acts.save(act, [
    {
      type: 'qualityCheck',
      id,
      values: {
        done: true,
        checkedAt: at,
        checkedBy: book.user.id,
        madeBy: mostOf(kept.map(({ by }) => by)) ?? null,
        fields,
        errors: differences.map(({ field, from, to, madeBy }) => ({
          id: uuid7(),
          field,
          kind: errorKindOf(definitions[field as keyof typeof definitions], from, to),
          from: from.slice(0, 2000),
          to: to.slice(0, 2000),
          ...(madeBy !== undefined && { madeBy }),
        })),
      },
    },
  ]);
}

function mostOf(ids: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
