/**
 * What a field of a record type is. From these definitions come the zod schema, the TypeScript type, the SQLite and
 * PostgreSQL columns, what the outbox carries, the search text, form fields and list columns.
 *
 * | kind        | value in memory            | SQLite column            | remarks                                        |
 * | ----------- | -------------------------- | ------------------------ | ---------------------------------------------- |
 * | text        | string                     | TEXT                     | one line, `max` characters                     |
 * | longText    | string                     | TEXT                     | several lines                                  |
 * | date        | 'YYYY-MM-DD'               | TEXT                     | a day of the calendar that exists              |
 * | partialDate | 'YYYY[-MM[-DD]]'           | TEXT                     | old papers often name a year or month only     |
 * | dateTime    | ISO 8601 in UTC            | TEXT                     |                                                |
 * | integer     | number                     | INTEGER                  |                                                |
 * | money       | number, whole đồng         | INTEGER                  |                                                |
 * | boolean     | boolean                    | INTEGER 0/1              |                                                |
 * | code        | string of a code list      | TEXT                     |                                                |
 * | codes       | string[] of a code list    | TEXT (JSON)              | merged as a set                                |
 * | ref         | id of a record             | TEXT, indexed            |                                                |
 * | refs        | id[]                       | TEXT (JSON)              | merged as a set                                |
 * | tags        | string[]                   | TEXT (JSON)              | merged as a set                                |
 * | list        | item[] each with an `id`   | TEXT (JSON)              | small table inside a record, e.g. items of a petition |
 * | sealed      | string                     | TEXT (ciphertext)        | readable only by unsealing with a reason, audited; never searched, never sent in clear |
 */
import type { CodeListId } from '../rules/code-lists/code-list-id';
import type { Label } from './label';
import type { RecordTypeName } from './record-type-name';

/** How two concurrent values of one field become one: the later clock wins, or the union of both (lists by item id). */
export type MergeRule = 'last-writer' | 'set' | 'items';

export interface ColumnHint {
  /** Preferred width in CSS px of the column in a list. */
  readonly width: number;
  readonly align?: 'left' | 'right';
}

interface FieldCommon {
  readonly label: Label;
  readonly help?: Label;
  /** Name of the group (section of the form) that shows the field; see RecordType.groups. */
  readonly group?: string;
  readonly required?: boolean;
  /** Whether its text is found by search: in the title line (weighs more) or in the body. */
  readonly search?: 'title' | 'body';
  /** Present when the generic list shows the field as a column, in order of definition. */
  readonly column?: ColumnHint;
  /** Set by the service only; shown but not typed by people. */
  readonly readOnly?: boolean;
}

export interface TextField extends FieldCommon {
  readonly kind: 'text';
  readonly max: number;
  /** The name of a person: lists sort it by the given name, its last word. */
  readonly personName?: boolean;
}
export interface LongTextField extends FieldCommon {
  readonly kind: 'longText';
  readonly max: number;
}
export interface DateField extends FieldCommon {
  readonly kind: 'date';
}
export interface PartialDateField extends FieldCommon {
  readonly kind: 'partialDate';
}
export interface DateTimeField extends FieldCommon {
  readonly kind: 'dateTime';
}
export interface IntegerField extends FieldCommon {
  readonly kind: 'integer';
  readonly min: number;
  readonly max: number;
  /** A number that must be given once within records that share these fields ('$year': the year of the record, '$secret': 1 for a paper above THUONG); see official-number.ts. */
  readonly official?: { readonly within: readonly string[]; readonly register: string };
}
export interface MoneyField extends FieldCommon {
  readonly kind: 'money';
}
export interface BooleanField extends FieldCommon {
  readonly kind: 'boolean';
}
export interface CodeField extends FieldCommon {
  readonly kind: 'code';
  readonly list: CodeListId;
}
export interface CodesField extends FieldCommon {
  readonly kind: 'codes';
  readonly list: CodeListId;
}
export interface RefField extends FieldCommon {
  readonly kind: 'ref';
  readonly to: readonly RecordTypeName[];
}
export interface RefsField extends FieldCommon {
  readonly kind: 'refs';
  readonly to: readonly RecordTypeName[];
}
export interface TagsField extends FieldCommon {
  readonly kind: 'tags';
}
export interface SealedField extends FieldCommon {
  readonly kind: 'sealed';
  readonly max: number;
}
export interface ListField<I extends ItemFields = ItemFields> extends FieldCommon {
  readonly kind: 'list';
  readonly item: I;
}

export type ScalarField =
  | TextField
  | LongTextField
  | DateField
  | PartialDateField
  | DateTimeField
  | IntegerField
  | MoneyField
  | BooleanField
  | CodeField
  | CodesField
  | RefField
  | RefsField
  | TagsField;
export type ItemFields = Readonly<Record<string, ScalarField>>;
export type Field = ScalarField | SealedField | ListField;
export type Fields = Readonly<Record<string, Field>>;
export type FieldKind = Field['kind'];

type Options<F> = Omit<F, 'kind' | 'label' | 'max' | 'min' | 'list' | 'to' | 'item'>;

export const text = <O extends Options<TextField> & { max?: number }>(label: Label, o?: O) =>
  ({ kind: 'text', label, max: 500, ...o }) as const satisfies TextField;
export const longText = <O extends Options<LongTextField> & { max?: number }>(label: Label, o?: O) =>
  ({ kind: 'longText', label, max: 20_000, ...o }) as const satisfies LongTextField;
export const date = <O extends Options<DateField>>(label: Label, o?: O) => ({ kind: 'date', label, ...o }) as const satisfies DateField;
export const partialDate = <O extends Options<PartialDateField>>(label: Label, o?: O) =>
  ({ kind: 'partialDate', label, ...o }) as const satisfies PartialDateField;
export const dateTime = <O extends Options<DateTimeField>>(label: Label, o?: O) =>
  ({ kind: 'dateTime', label, ...o }) as const satisfies DateTimeField;
export const integer = <O extends Options<IntegerField> & { min?: number; max?: number }>(label: Label, o?: O) =>
  ({ kind: 'integer', label, min: 0, max: 1_000_000_000, ...o }) as const satisfies IntegerField;
export const money = <O extends Options<MoneyField>>(label: Label, o?: O) => ({ kind: 'money', label, ...o }) as const satisfies MoneyField;
export const boolean = <O extends Options<BooleanField>>(label: Label, o?: O) =>
  ({ kind: 'boolean', label, ...o }) as const satisfies BooleanField;
export const code = <O extends Options<CodeField>>(label: Label, list: CodeListId, o?: O) =>
  ({ kind: 'code', label, list, ...o }) as const satisfies CodeField;
export const codes = <O extends Options<CodesField>>(label: Label, list: CodeListId, o?: O) =>
  ({ kind: 'codes', label, list, ...o }) as const satisfies CodesField;
export const ref = <O extends Options<RefField>>(label: Label, to: readonly RecordTypeName[], o?: O) =>
  ({ kind: 'ref', label, to, ...o }) as const satisfies RefField;
export const refs = <O extends Options<RefsField>>(label: Label, to: readonly RecordTypeName[], o?: O) =>
  ({ kind: 'refs', label, to, ...o }) as const satisfies RefsField;
export const tags = <O extends Options<TagsField>>(label: Label, o?: O) => ({ kind: 'tags', label, ...o }) as const satisfies TagsField;
export const sealed = <O extends Options<SealedField> & { max?: number }>(label: Label, o?: O) =>
  ({ kind: 'sealed', label, max: 500, ...o }) as const satisfies SealedField;
export const list = <I extends ItemFields, O extends Options<ListField>>(label: Label, item: I, o?: O) =>
  ({ kind: 'list', label, item, ...o }) as const satisfies ListField;

export const mergeRuleOf = (field: Field): MergeRule =>
  field.kind === 'codes' || field.kind === 'refs' || field.kind === 'tags' ? 'set' : field.kind === 'list' ? 'items' : 'last-writer';
