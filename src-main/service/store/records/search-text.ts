import type { Field } from '#shared/records/field';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Json } from '#shared/sync/op';
import type { RawValues } from './derive';

/** Fields that are not searched while one of these holds something: a correction stands for what the reader misread. */
const replacedBy: Partial<Record<RecordTypeName, Readonly<Record<string, readonly string[]>>>> = {
  page: { rawText: ['machineText', 'correctedText'], machineText: ['correctedText'] },
};

/** The original text of a record that search looks at: the line that weighs more, or the rest. Sealed fields never. */
export function searchText(name: RecordTypeName, values: Readonly<RawValues>, part: 'title' | 'body'): string {
  const texts: string[] = [];
  for (const [field, definition] of planOf(name)) {
    const value = values[field];
    if (value === null || value === undefined) continue;
    if (replacedBy[name]?.[field]?.some((stand) => values[stand])) continue;
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

const plans = new Map<RecordTypeName, ReadonlyMap<string, Field>>();

/** Fields with search text, in their order. */
function planOf(name: RecordTypeName): ReadonlyMap<string, Field> {
  const known = plans.get(name);
  if (known) return known;
  const isSearched = (field: Field): boolean =>
    field.search !== undefined || (field.kind === 'list' && Object.values(field.item).some(isSearched));
  const made = new Map(Object.entries(recordType(name).fields).filter(([, field]) => isSearched(field)));
  plans.set(name, made);
  return made;
}

/** Whether a change of this field alters the search text. */
export const isSearchedField = (name: RecordTypeName, field: string): boolean => planOf(name).has(field);
