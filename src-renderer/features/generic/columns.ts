import type { RecordView } from '#shared/contract/window/common';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { valueText } from '../../components/value-text';
import type { Language } from '../../i18n/words';

/** The narrow first column of a register: its number, as in the books on paper. */
export function leadingColumn(type: RecordTypeName): string | undefined {
  const [first] = Object.entries(recordType(type).fields);
  return first && first[1].kind === 'integer' && first[1].column ? first[0] : undefined;
}

/** How far a record is, in words; '' where its type has no state. */
export function stateText(record: RecordView, language: Language): string {
  const field = recordType(record.type).fields['state'];
  return field?.kind === 'code' ? valueText(field, record.values['state'], language) : '';
}
