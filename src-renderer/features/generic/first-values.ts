import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { codeList } from '#shared/rules/code-lists/index';
import { leadingColumn } from './columns';

/** The number that runs through the year of a register. Outgoing documents are numbered per type within a term, so none is proposed before the type is known. */
export const yearlyNumber = (type: RecordTypeName): string | undefined => (type === 'outgoingDocument' ? undefined : leadingColumn(type));

/** References that the address of an empty form may set: what the new record belongs to. */
export function linkedValues(type: RecordTypeName, query: Readonly<Record<string, string>>): Record<string, unknown> {
  const { fields } = recordType(type);
  return Object.fromEntries(Object.entries(query).filter(([name, value]) => fields[name]?.kind === 'ref' && value !== ''));
}

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
