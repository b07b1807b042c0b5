import { mostChosen } from '#shared/contract/window/lists';
import { listSheet, writeList } from '../lists/list-sheet';
import { applyMany, previewMany } from '../lists/many';
import { dropFilter, filtersOf, saveFilter } from '../lists/saved-filters';
import type { WindowApi } from './context';

export const listHandlers = (api: WindowApi) => ({
  filters: api.lists.filters.handler(({ context }) => ({ filters: filtersOf(context.book().book) })),
  saveFilter: api.lists.saveFilter.handler(({ context, input }) => saveFilter(context.book().book, input)),
  dropFilter: api.lists.dropFilter.handler(({ context, input }) => ({ dropped: dropFilter(context.book().book, input.id) })),
  ids: api.lists.ids.handler(({ context, input }) => {
    const { rows, total } = context.book().book.records.list({ ...input, limit: mostChosen / 2 });
    const more = total > rows.length ? context.book().book.records.list({ ...input, offset: rows.length, limit: mostChosen / 2 }).rows : [];
    return { ids: [...rows, ...more].map(({ id }) => id), total };
  }),
  preview: api.lists.preview.handler(({ context, input }) => previewMany(context.book().book, input)),
  apply: api.lists.apply.handler(({ context, input }) => ({ records: applyMany(context.book().book, input) })),
  excel: api.lists.excel.handler(async ({ context, input: { file, ...rows } }) => ({
    file,
    ...(await writeList(context.book().book, rows, file)),
  })),
  sheet: api.lists.sheet.handler(({ context, input }) => {
    const { sheet, withheld } = listSheet(context.book().book, input, 'print');
    return { sheet, withheld };
  }),
});
