import type { ListQuery as WindowListQuery, Query, RecordView } from '#shared/contract/window/common';
import { addDays } from '#shared/rules/deadline';
import { recordType } from '#shared/records/registry';
import type { ListFilter, ListQuery, RecordStore, StoredRecord } from '../store/record-store';

export const viewOf = (record: StoredRecord): RecordView => ({ ...record, values: { ...record.values }, sealed: [...record.sealed] });

/** Titles of all records that these refer to, so that the window shows names and not ids. */
export function titlesOf(records: readonly StoredRecord[], store: RecordStore): Record<string, string> {
  const titles: Record<string, string> = {};
  const add = (value: unknown) => {
    if (typeof value !== 'string' || value in titles) return;
    const title = store.titleOf(value);
    if (title !== undefined) titles[value] = title;
  };
  for (const record of records) {
    for (const [name, field] of Object.entries(recordType(record.type).fields)) {
      const value = record.values[name];
      if (value === undefined || value === null) continue;
      if (field.kind === 'ref') add(value);
      else if (field.kind === 'refs') (value as readonly string[]).forEach(add);
      else if (field.kind === 'list') {
        const refFields = Object.entries(field.item).filter(([, item]) => item.kind === 'ref').map(([key]) => key);
        for (const item of value as readonly Record<string, unknown>[]) for (const key of refFields) add(item[key]);
      }
    }
  }
  return titles;
}

function filtersOf(query: Query): ListFilter[] {
  const filters: ListFilter[] = (query.filters ?? []).map(({ field, op, value }): ListFilter => {
    switch (op) {
      case 'eq': return { op, field, value: value as string | number | boolean };
      case 'in': return { op, field, values: value as string[] };
      case 'contains': return { op, field, value: String(value) };
      case 'from':
      case 'to': return { op, field, value: value as string | number };
      case 'has': return { op: 'refersTo', field, value: String(value) };
      case 'empty':
      case 'notEmpty': return { op, field };
    }
  });
  const due = query.due;
  if (due?.within === 'overdue') filters.push({ op: 'overdue', today: due.today });
  if (due?.within === 'week') filters.push({ op: 'dueBetween', today: due.today, until: endOfWeek(due.today) });
  if (due?.within === 'open') filters.push({ op: 'closed', value: false });
  return filters;
}

/** The Sunday of the week of this day. */
export function endOfWeek(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 0 ? 0 : 7 - weekday);
}

export const storeQueryOf = (query: WindowListQuery | Query): ListQuery => ({
  type: query.type,
  filters: filtersOf(query),
  text: query.text,
  removed: query.removed === true ? 'only' : 'exclude',
  ...('sort' in query && query.sort?.[0] ? { sort: query.sort[0] } : {}),
  ...('offset' in query ? { offset: query.offset, limit: query.limit } : {}),
});
