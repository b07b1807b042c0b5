/**
 * Op: one change to one record, as it is kept in the outbox, sent, logged at the hub and pulled by others (rules 2 and 3).
 * It names only the fields that it sets, and for each the clock that its author saw there (`base`), because a conflict is
 * recognised by base reference and never by comparing clocks (rule 4). Identity is (device, incarnation, seq).
 */
import type { RecordTypeName } from '../records/record-type-name';
import type { FieldClock, Stamp } from './hlc';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface Op {
  /** Number of the op within (device, incarnation), from 1 without gaps. */
  readonly seq: number;
  readonly stamp: Stamp;
  readonly type: RecordTypeName;
  /** UUIDv7 of the record. */
  readonly id: string;
  readonly fields: Readonly<Record<string, Json>>;
  /** For each set field the clock it was made on; absent for a field that had none. */
  readonly base: Readonly<Record<string, FieldClock>>;
  /** Id of the user who made the change. */
  readonly actor: string;
  /** First 12 hex digits of SHA-256 over canonical(op without hash). */
  readonly hash: string;
}

/**
 * Meta fields that travel in ops beside the fields of the type; all start with '$' so that no field of a type can clash. The last two tell
 * about the op itself and are not kept as fields: `$touched` which elements of a set or small table it changed (sync/touched.ts), `$settles` the
 * clocks of the losing values that a person decided about.
 */
export const metaFields = {
  createdAt: '$createdAt',
  createdBy: '$createdBy',
  removedAt: '$removedAt',
  removedReason: '$removedReason',
  touched: '$touched',
  settles: '$settles',
} as const;

/** JSON with sorted keys and without spaces: equal values give equal text on every machine. */
export function canonical(value: unknown): string {
  if (isSorted(value)) return JSON.stringify(value) ?? 'null';
  const sorted = sortedCopy(value);
  // One call for the whole costs half of what one for each key and value costs.
  return sorted === unsortable ? pieceByPiece(value) : (JSON.stringify(sorted) ?? 'null');
}

const unsortable = Symbol('unsortable');
/** Keys that an object does not keep in the order in which they are set: numbers come first, and one is its prototype. */
const isOutOfOrder = (key: string): boolean => (key.charAt(0) <= '9' ? key.charAt(0) >= '0' : key === '__proto__');

/** Whether it may be written as it is: what was read from columns mostly may. */
function isSorted(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(isSorted);
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  let last = '';
  for (const key in value) {
    if (key < last || isOutOfOrder(key) || !isSorted((value as Readonly<Record<string, unknown>>)[key])) return false;
    last = key;
  }
  return true;
}

function sortedCopy(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const copies: unknown[] = [];
    for (const item of value) {
      const copy = sortedCopy(item);
      if (copy === unsortable) return unsortable;
      copies.push(copy);
    }
    return copies;
  }
  const object = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(object).sort()) {
    if (isOutOfOrder(key)) return unsortable;
    const inner = sortedCopy(object[key]);
    if (inner === unsortable) return unsortable;
    copy[key] = inner;
  }
  return copy;
}

function pieceByPiece(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(pieceByPiece).join(',')}]`;
  const object = value as Readonly<Record<string, unknown>>;
  const parts = Object.keys(object)
    .sort()
    .filter((key) => object[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${pieceByPiece(object[key])}`);
  return `{${parts.join(',')}}`;
}
