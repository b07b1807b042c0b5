import type { Json } from '#shared/sync/op';
import type { ColumnType } from './tables';

/**
 * A value as its column takes it, null for what it cannot hold. Ops are checked before they are merged; but what a newer workstation
 * wrote in fields and types unknown then was kept unchecked, and one odd value must never stop a commune.
 */
export function columnValue(type: ColumnType, value: Json | undefined): Json {
  if (value === undefined || value === null) return null;
  switch (type) {
    case 'text':
      return typeof value === 'string' ? storable(value) : null;
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? dayOf(value) : null;
    case 'timestamptz':
      return typeof value === 'string' ? momentOf(value) : null;
    case 'bigint':
      return Number.isSafeInteger(value) ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'text[]':
      return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.map(storable) : null;
    case 'jsonb':
      return JSON.parse(JSON.stringify(value), (_key, inner) => (typeof inner === 'string' ? storable(inner) : inner)) as Json;
  }
}

/** PostgreSQL stores neither U+0000 nor half a surrogate pair. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

function momentOf(text: string): string | null {
  const time = Date.parse(text);
  if (Number.isNaN(time)) return null;
  const moment = new Date(time).toISOString();
  return /^(?!0000)\d{4}-/.test(moment) ? moment : null;
}

function dayOf(text: string): string | null {
  return momentOf(`${text}T00:00:00Z`)?.startsWith(text) ? text : null;
}
