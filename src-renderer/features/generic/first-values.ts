import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { codeList } from '#shared/rules/code-lists/index';

/** What a new record begins with: required codes that have a usual first value (state, secrecy), and today for the day of entry. */
export function firstValues(type: RecordTypeName, today: string): Record<string, unknown> {
  const { fields, sort } = recordType(type);
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (!field.required) continue;
    if (field.kind === 'code' && (name === 'state' || name === 'secrecy')) values[name] = codeList(field.list).items[0]?.code;
    if (field.kind === 'date' && name === sort.field) values[name] = today;
  }
  return values;
}
