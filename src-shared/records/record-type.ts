import type { Field, Fields, ListField } from './field';
import type { Label } from './label';
import type { RecordTypeName } from './record-type-name';

/** Value of one field as the service keeps it; null when empty. Sealed fields hold their text only on the way in. */
export type ValueOf<F extends Field> =
  F extends ListField<infer I>
    ? readonly ({ readonly id: string } & { readonly [K in keyof I]?: ValueOf<I[K]> | null })[]
    : F['kind'] extends 'integer' | 'money'
      ? number
      : F['kind'] extends 'boolean'
        ? boolean
        : F['kind'] extends 'codes' | 'refs' | 'tags'
          ? readonly string[]
          : string;

export type ValuesOf<F extends Fields> = { readonly [K in keyof F]?: ValueOf<F[K]> | null };

/** Values of a record of any type, where the type is known at run time only. */
export type Values = Readonly<Record<string, unknown>>;

/** Titles of the records that a record refers to, by id; what is unknown is absent. */
export type TitleLookup = (id: string) => string | undefined;

export interface RecordType<F extends Fields = Fields> {
  readonly name: RecordTypeName;
  /** One record, e.g. Đơn, thư. */
  readonly label: Label;
  /** The register (list) of them, e.g. Sổ tiếp nhận đơn. */
  readonly register: Label;
  readonly fields: F;
  /** Sections of the form in order; a field without group belongs to the first. */
  readonly groups: Readonly<Record<string, Label>>;
  /** Line that names the record in lists, references and search results. */
  title(values: ValuesOf<F>, titleOf: TitleLookup): string;
  /** Second line: kind, place, date. */
  subtitle?(values: ValuesOf<F>, titleOf: TitleLookup): string;
  /** Field whose year is the year of the record (filter of search and lists). */
  readonly yearField?: keyof F & string;
  /** Field that holds the day by which something must be done. */
  readonly dueField?: keyof F & string;
  /** True for a record that no longer waits for anything: its due day is not counted. */
  closed?(values: ValuesOf<F>): boolean;
  readonly sort: { readonly field: keyof F & string; readonly direction: 'asc' | 'desc' };
  /** 'hub': written by the province only; a workstation saves none and takes none from another. */
  readonly author?: 'hub';
  /** Whether people create it from its own register, or only from inside another record. */
  readonly standsAlone: boolean;
}

export const defineRecordType = <const F extends Fields>(type: RecordType<F>): RecordType<F> => type;
