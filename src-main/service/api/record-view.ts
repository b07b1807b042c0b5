import type { RecordView } from '#shared/contract/window/common';
import { recordType } from '#shared/records/registry';
import type { RecordStore, StoredRecord } from '../store/record-store';

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
        const refFields = Object.entries(field.item)
          .filter(([, item]) => item.kind === 'ref')
          .map(([key]) => key);
        for (const item of value as readonly Record<string, unknown>[]) for (const key of refFields) add(item[key]);
      }
    }
  }
  return titles;
}
