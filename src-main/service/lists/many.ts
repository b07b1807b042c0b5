/** One act over many records: who works on them, how far they are, until when, their tags. */
import type { Many, ManyAct } from '#shared/contract/window/lists';
import { AppError } from '#shared/errors/app-error';
import { holdsSeveral, manyFields } from '#shared/records/many';
import { canonical, type Json } from '#shared/sync/op';
import type { Book } from '../book/book';
import type { StoredRecord } from '../store/record-store';

const sampleSize = 50;

interface Change {
  readonly record: StoredRecord;
  readonly before: unknown;
  readonly after: unknown;
}

/** @throws AppError record.notFound */
export function previewMany(book: Pick<Book, 'records'>, many: Many) {
  const all = changesOf(book, many);
  const changing = all.filter(isChange);
  const titles: Record<string, string> = {};
  for (const id of changing.slice(0, sampleSize).flatMap(({ before, after }) => [before, after].flat())) {
    const title = typeof id === 'string' ? book.records.titleOf(id) : undefined;
    if (title !== undefined) titles[id as string] = title;
  }
  return {
    changing: changing.length,
    same: all.length - changing.length,
    sample: changing.slice(0, sampleSize).map(({ record: { id, title }, before, after }) => ({ id, title, before, after })),
    titles,
  };
}

/** Gives how many records changed. @throws InvalidRecord; AppError record.notFound, record.inUse, access.denied */
export function applyMany(book: Pick<Book, 'records' | 'transact'>, many: Many): number {
  const { type, act } = many;
  const changing = changesOf(book, many).filter(isChange);
  return book.transact(() => {
    if (act.kind === 'aside') {
      const together = new Set(changing.map(({ record }) => record.id));
      for (const { record } of changing) book.records.remove(type, record.id, act.reason, together);
      return changing.length;
    }
    if (changing.length === 0) return 0;
    return book.records.save(
      changing.map(({ record: { id }, after }) => ({ type, id, values: { [act.field]: after } })),
      { typed: true },
    ).length;
  });
}

const isChange = ({ before, after }: Change): boolean => canonical((before ?? null) as Json) !== canonical((after ?? null) as Json);

function changesOf({ records }: Pick<Book, 'records'>, { type, ids, act }: Many): Change[] {
  if (act.kind !== 'aside' && !manyFields(type).includes(act.field)) throw new AppError('access.denied');
  return [...new Set(ids)].map((id) => {
    const record = records.get(type, id);
    if (record === undefined) throw new AppError('record.notFound');
    if (act.kind === 'aside') return { record, before: record.removedAt === null, after: false };
    const before = record.values[act.field] ?? null;
    return { record, before, after: afterOf(type, act, before) };
  });
}

function afterOf(type: Many['type'], act: Exclude<ManyAct, { kind: 'aside' }>, before: unknown): unknown {
  if (act.kind === 'set') return act.value ?? null;
  if (!holdsSeveral(type, act.field)) throw new AppError('access.denied');
  const held = Array.isArray(before) ? (before as string[]) : [];
  const left = act.kind === 'add' ? [...new Set([...held, ...act.value])] : held.filter((one) => !act.value.includes(one));
  return left.length === 0 ? null : left;
}
