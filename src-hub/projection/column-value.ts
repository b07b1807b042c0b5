import { isDay, isStorable } from '#shared/sync/check-op';
import type { Json } from '#shared/sync/op';
import type { ColumnType } from './tables';

/**
 * A value as its column takes it: itself, or null for what it cannot hold. Ops are checked before they are merged; but what a
 * newer workstation wrote in fields and types unknown then was kept unchecked, and one odd value must never stop a commune.
 */
export function columnValue(type: ColumnType, value: Json): Json {
  switch (type) {
    case 'text':
      return typeof value === 'string' && isStorable(value) ? value : null;
    case 'date':
      return typeof value === 'string' && isDay(value) ? value : null;
    case 'timestamptz':
      return typeof value === 'string' && isMoment(value) ? value : null;
    case 'bigint':
      return Number.isSafeInteger(value) ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'text[]':
      return Array.isArray(value) && value.every((item) => typeof item === 'string' && isStorable(item)) ? value : null;
    case 'jsonb':
      return isStorable(value) ? value : null;
  }
}

/** 2026-03-08T01:02:03.456Z; fractions may be missing. */
const isMoment = (text: string): boolean =>
  /T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?Z$/.test(text) && isDay(text.slice(0, text.indexOf('T')));
