import type { Field } from '#shared/records/field';
import { recordType } from '#shared/records/registry';
import type { TitleLookup } from '#shared/records/record-type';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Json } from '#shared/sync/op';

export type RawValues = Record<string, Json>;

/** What `record` keeps of the values of any type, for lists, due days and the overview. */
export interface Derived {
  readonly title: string;
  readonly year: number | null;
  readonly dueOn: string | null;
  readonly closed: 0 | 1;
  readonly secrecy: string | null;
}

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);

export function derive(name: RecordTypeName, values: Readonly<RawValues>, titleOf: TitleLookup): Derived {
  const type = recordType(name);
  const year = type.yearField ? textOf(values[type.yearField]) : null;
  return {
    title: type.title(values as never, titleOf),
    year: year ? Number(year.slice(0, 4)) : null,
    dueOn: type.dueField ? textOf(values[type.dueField]) : null,
    closed: type.closed?.(values as never) ? 1 : 0,
    secrecy: textOf(values['secrecy']),
  };
}

/** A reference that a record holds: `field` is that of the type, also where it stands inside a list. */
export interface Reference {
  readonly field: string;
  readonly to: string;
  readonly types: readonly RecordTypeName[];
  readonly itemId?: string;
  readonly subField?: string;
}

/** Fields that are or hold references, of each type: most records have few. */
const referring = new Map<RecordTypeName, readonly (readonly [string, Field])[]>();

function referringFields(name: RecordTypeName): readonly (readonly [string, Field])[] {
  const known = referring.get(name);
  if (known) return known;
  const refers = (field: Field): boolean =>
    field.kind === 'ref' || field.kind === 'refs' || (field.kind === 'list' && Object.values(field.item).some(refers));
  const made = Object.entries(recordType(name).fields).filter(([, field]) => refers(field));
  referring.set(name, made);
  return made;
}

export function referencesOf(name: RecordTypeName, values: Readonly<RawValues>, only?: Readonly<RawValues>): Reference[] {
  const found: Reference[] = [];
  for (const [field, definition] of referringFields(name)) {
    const value = values[field];
    if (value === null || value === undefined || (only && !(field in only))) continue;
    if (definition.kind === 'ref') found.push({ field, to: value as string, types: definition.to });
    else if (definition.kind === 'refs') for (const to of value as readonly string[]) found.push({ field, to, types: definition.to });
    else if (definition.kind === 'list') {
      for (const item of value as readonly RawValues[]) {
        for (const [subField, inner] of Object.entries(definition.item)) {
          const to = item[subField];
          if (inner.kind === 'ref' && typeof to === 'string')
            found.push({ field, to, types: inner.to, itemId: String(item['id']), subField });
        }
      }
    }
  }
  return found;
}
