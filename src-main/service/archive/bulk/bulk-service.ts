/** Bulk correction: one thing written in several ways becomes one, with preview, and with one undo of the whole. */
import type { Act, BulkField, BulkInput, VariantGroup } from '#shared/contract/window/bulk';
import type { ArchiveScope } from '#shared/contract/window/verification';
import { recordTypes } from '#shared/records/registry';
import { columnsOf } from '#shared/records/columns';
import { variantGroups } from '#shared/verification/variants';
import type { Book } from '../../book/book';
import type { Acts, Undone } from '../acts/acts';
import { documentsWithFiles, scopeSql } from '../verify/scope';
import { changer } from './change';

export interface BulkService {
  variants(field: BulkField, scope: ArchiveScope): { groups: VariantGroup[]; values: number };
  preview(input: BulkInput): { total: number; confirmed: number; sample: { id: string; title: string; before: string; after: string }[] };
  /** In steps between which the book works; `act` is null when nothing is to change. @throws AppError record.invalid */
  apply(input: BulkInput): Promise<{ act: number | null; records: number }>;
  acts(limit: number): Act[];
  undo(act: number): Undone;
}

const mostValues = 3000;
const sampleSize = 50;
/** Records of one transaction: about 100 ms. */
const step = 200;

interface Row {
  readonly id: string;
  readonly title: string;
  readonly value: string;
  readonly confirmed: string | null;
}

const columns = new Map(columnsOf(recordTypes.archiveDocument as never).map(({ field, column }) => [field, column]));

export function createBulk(book: Book, acts: Acts): BulkService {
  const { db } = book;
  const seen = (): string => book.access.visible('d.n', 'archiveDocument');
  const columnOf = (field: BulkField): string => `d."${columns.get(field) ?? ''}"`;
  const valuesOf = (field: BulkField, scope: ArchiveScope): { value: string; count: number }[] => {
    const { sql, params } = scopeSql(scope);
    return db
      .prepare<string[], { value: string; count: number }>(
        `SELECT ${columnOf(field)} AS value, count(*) AS count FROM ${documentsWithFiles}
          WHERE d.removed = 0 AND ${columnOf(field)} IS NOT NULL${sql}${seen()} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${mostValues}`,
      )
      .all(...params);
  };
  /** The records that would change, with what they would hold. */
  const affected = ({ field, scope, change }: BulkInput): (Row & { after: string })[] => {
    const become = changer(change);
    const values = valuesOf(field, scope)
      .map(({ value }) => value)
      .filter((value) => become(value) !== value);
    const { sql, params } = scopeSql(scope);
    return db
      .prepare<string[], Row>(
        `SELECT dr.id, dr.title, ${columnOf(field)} AS value, d.confirmed_fields AS confirmed FROM ${documentsWithFiles}
          WHERE d.removed = 0 AND ${columnOf(field)} IN (SELECT value FROM json_each(?))${sql}${seen()} ORDER BY d.n`,
      )
      .all(JSON.stringify(values), ...params)
      .map((row) => ({ ...row, after: become(row.value) }));
  };
  const organisations = db.prepare<[], string>('SELECT name FROM organisation WHERE removed = 0 AND name IS NOT NULL').pluck();

  return {
    variants: (field, scope) => {
      const values = valuesOf(field, scope);
      return { groups: variantGroups(values, field === 'issuer' ? organisations.all() : []), values: values.length };
    },
    preview: (input) => {
      const rows = affected(input);
      return {
        total: rows.length,
        confirmed: rows.filter(({ confirmed }) => confirmed !== null && (JSON.parse(confirmed) as string[]).includes(input.field)).length,
        sample: rows.slice(0, sampleSize).map(({ id, title, value, after }) => ({ id, title, before: value, after })),
      };
    },
    apply: async (input) => {
      const rows = affected(input);
      if (rows.length === 0) return { act: null, records: 0 };
      let act: number | undefined;
      let records = 0;
      for (let at = 0; at < rows.length; at += step) {
        if (at > 0) await new Promise((resolve) => setImmediate(resolve));
        records += book.transact(() => {
          act ??= acts.begin('bulk', titleOf(input));
          return acts.save(
            act,
            rows.slice(at, at + step).map(({ id, after }) => ({ type: 'archiveDocument', id, values: { [input.field]: after || null } })),
          );
        });
      }
      return { act: act ?? null, records };
    },
    acts: (limit) => acts.list(['bulk', 'sendBack', 'verify'], limit),
    undo: acts.undo,
  };
}

function titleOf({ field, change }: BulkInput): string {
  const { label } = recordTypes.archiveDocument.fields[field];
  const from = change.kind === 'values' ? change.from.join(' | ') : change.find;
  return `${label.vi}: ${from.slice(0, 200)} → ${change.to}`;
}
