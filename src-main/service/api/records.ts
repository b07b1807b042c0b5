import { AppError } from '#shared/errors/app-error';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Book } from '../book/book';
import { saveTyped } from '../work/save-typed';
import type { WindowApi } from './context';
import { historyOf } from './history';
import { titlesOf, viewOf } from './record-view';

export const recordHandlers = (api: WindowApi) => ({
  list: api.records.list.handler(({ context, input }) => {
    const { records } = context.book().book;
    const { rows, total } = records.list(input);
    return { rows: rows.map(viewOf), titles: titlesOf(rows, records), total };
  }),
  counts: api.records.counts.handler(({ context, input }) => {
    const { records } = context.book().book;
    return { counts: input.queries.map((query) => records.count(query)) };
  }),
  get: api.records.get.handler(({ context, input }) => read(context.book().book, input.type, input.id)),
  save: api.records.save.handler(({ context, input }) => {
    const { book } = context.book();
    const [saved] = saveTyped(book, [input]);
    if (saved === undefined) throw new Error('a save of one change gives one record');
    return read(book, saved.type, saved.id);
  }),
  saveAll: api.records.saveAll.handler(({ context, input }) => {
    const { book } = context.book();
    return { records: saveTyped(book, input.changes).map(({ type, id }) => read(book, type, id).record) };
  }),
  remove: api.records.remove.handler(({ context, input }) => {
    const { book } = context.book();
    book.records.remove(input.type, input.id, input.reason);
    return read(book, input.type, input.id).record;
  }),
  restore: api.records.restore.handler(({ context, input }) => {
    const { book } = context.book();
    book.records.restore(input.type, input.id, input.reason);
    return read(book, input.type, input.id).record;
  }),
  unseal: api.records.unseal.handler(({ context, input }) => {
    const sealed = Object.entries(recordType(input.type).fields)
      .filter(([, field]) => field.kind === 'sealed')
      .map(([name]) => name);
    return { values: context.book().book.records.unseal(input.type, input.id, sealed, input.reason) };
  }),
  history: api.records.history.handler(({ context, input }) => historyOf(context.book().book, input.id, context.office.userName)),
  lookup: api.records.lookup.handler(({ context, input }) => ({
    hits: context.book().book.records.lookup(input.types, input.text, input.limit),
  })),
  nextNumber: api.records.nextNumber.handler(({ context, input }) => ({
    number: context.book().book.records.nextNumber(input.type, input.field, input.day, input.within),
  })),
});

function read(book: Book, type: RecordTypeName, id: string) {
  const record = book.records.get(type, id);
  if (record === undefined) throw new AppError('record.notFound');
  return { record: viewOf(record), titles: titlesOf([record], book.records) };
}
