import type { Field } from '#shared/records/field';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Json } from '#shared/sync/op';
import type { RawValues } from './derive';

/** Fields that are not searched while another one holds something: a correction stands for what the reader misread. */
const replacedBy: Partial<Record<RecordTypeName, Readonly<Record<string, string>>>> = { page: { rawText: 'correctedText' } };

/** The original text of a record that search looks at: the line that weighs more, or the rest. Sealed fields never. */
export function searchText(name: RecordTypeName, values: Readonly<RawValues>, part: 'title' | 'body'): string {
  const texts: string[] = [];
  for (const [field, definition] of Object.entries(recordType(name).fields)) {
    const value = values[field];
    if (value === null || value === undefined) continue;
    const stand = replacedBy[name]?.[field];
    if (stand !== undefined && values[stand]) continue;
    if (definition.kind === 'list') {
      for (const item of value as readonly RawValues[]) {
        for (const [subField, inner] of Object.entries(definition.item)) add(texts, inner, item[subField], part);
      }
    } else add(texts, definition, value, part);
  }
  return texts.join(' · ');
}

function add(texts: string[], field: Field, value: Json | undefined, part: 'title' | 'body'): void {
  if (field.search !== part || field.kind === 'sealed' || value === null || value === undefined) return;
  texts.push(Array.isArray(value) ? value.join(', ') : String(value));
}

const searched = new Map<RecordTypeName, ReadonlySet<string>>();

/** Names of the fields whose change alters the search text. */
export function searchedFields(name: RecordTypeName): ReadonlySet<string> {
  const known = searched.get(name);
  if (known) return known;
  const isSearched = (field: Field): boolean => field.search !== undefined || (field.kind === 'list' && Object.values(field.item).some(isSearched));
  const made = new Set(Object.entries(recordType(name).fields).filter(([, field]) => isSearched(field)).map(([field]) => field));
  searched.set(name, made);
  return made;
}
