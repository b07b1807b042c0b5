/** Takes values out of an op that were destroyed by decision, or removed because the law asks for it (docs/retention.md). */
import { erasedName } from '../secrecy/personal';
import type { WireOp } from './columns';
import { type Json, metaFields } from './op';

type Fields = WireOp['fields'];

/** Holds nothing, or says that it was removed. */
export const isEmptyValue = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === erasedName.vi || (Array.isArray(value) && value.length === 0);

/** Elements of sets that the op touched, by field: they name what the set held. */
const touchedIn = (fields: Fields): Readonly<Record<string, Json>> => (fields[metaFields.touched] ?? {}) as Readonly<Record<string, Json>>;

/** Of these fields, those of which the op holds something. */
export const heldFields = ({ fields: own }: Pick<WireOp, 'fields'>, fields: readonly string[]): string[] =>
  fields.filter((field) => !isEmptyValue(own[field]) || field in touchedIn(own));

/** The op without what these fields hold. It goes on to say that it set them; its hash, and so its clocks, are another matter. */
export function withoutFields<T extends Pick<WireOp, 'fields'>>(op: T, fields: readonly string[]): T {
  const { [metaFields.touched]: _, ...own } = op.fields;
  const kept = Object.entries(own).map(([name, value]) => [name, fields.includes(name) && !isEmptyValue(value) ? null : value] as const);
  const touched = Object.entries(touchedIn(op.fields)).filter(([name]) => !fields.includes(name));
  return {
    ...op,
    fields: { ...Object.fromEntries(kept), ...(touched.length > 0 && { [metaFields.touched]: Object.fromEntries(touched) }) },
  };
}
