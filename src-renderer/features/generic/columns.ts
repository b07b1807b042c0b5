import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';

/** The narrow first column of a register: its number, as in the books on paper. */
export function leadingColumn(type: RecordTypeName): string | undefined {
  const [first] = Object.entries(recordType(type).fields);
  return first && first[1].kind === 'integer' && first[1].column ? first[0] : undefined;
}

/** The field that says how far a record is. */
export function stateField(type: RecordTypeName): string | undefined {
  const field = recordType(type).fields['state'];
  return field?.kind === 'code' ? 'state' : undefined;
}
