import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Json } from '#shared/sync/op';
import type { AuditChanges } from '../audit-log';
import type { RawValues } from './derive';

const longest = 2000;
/** Text that the program itself writes (what was read from a page) is large and found in the record: its beginning is enough. */
const longestWritten = 120;

const cut = (value: Json, max: number): Json => (typeof value === 'string' && value.length > max ? `${value.slice(0, max)}…` : value);

/** Old and new values for the audit log, without the text of sealed fields. */
export function auditChanges(type: RecordTypeName, before: Readonly<RawValues>, set: Readonly<RawValues>): AuditChanges {
  const { fields } = recordType(type);
  return Object.fromEntries(
    Object.entries(set).map(([name, value]) => {
      const field = fields[name];
      const old = before[name] ?? null;
      if (field?.kind === 'sealed') return [name, [old === null ? null : '[sealed]', value === null ? null : '[sealed]']];
      const max = field?.readOnly ? longestWritten : longest;
      return [name, [cut(old, max), cut(value, max)]];
    }),
  );
}
