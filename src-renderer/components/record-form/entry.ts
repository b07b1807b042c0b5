/**
 * What a form holds while it is being typed: text for everything that is typed as text (days, numbers, sums), so that half a
 * date is kept as it stands, also in the draft. Pure.
 */
import { checkField } from '#shared/records/check';
import type { Field, Fields, ScalarField } from '#shared/records/field';
import type { FieldProblem } from '#shared/records/problem';
import { readDay, readPartialDay, showDay } from './day-entry';

export type Entry = string | boolean | null | readonly string[] | readonly ItemEntry[];
export interface ItemEntry {
  readonly id: string;
  readonly [field: string]: Entry;
}
export type Entries = Readonly<Record<string, Entry>>;

/** A value of the record as it stands in the form. */
export function entryOf(field: Field, value: unknown): Entry {
  switch (field.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'code':
    case 'ref':
      return typeof value === 'string' ? value : null;
    case 'codes':
    case 'refs':
    case 'tags':
      return Array.isArray(value) ? (value as string[]) : [];
    case 'list':
      return Array.isArray(value)
        ? value.map((item: { id: string }) => ({ ...entriesOf(field.item, item as Record<string, unknown>), id: item.id }))
        : [];
    case 'date':
    case 'partialDate':
      return typeof value === 'string' ? showDay(value) : '';
    case 'dateTime':
      return typeof value === 'string' ? localText(value) : '';
    case 'money':
      return typeof value === 'number' ? value.toLocaleString('vi-VN') : '';
    default:
      return value === null || value === undefined ? '' : String(value);
  }
}

export const entriesOf = (fields: Fields, values: Readonly<Record<string, unknown>>): Entries =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, entryOf(field, values[name])]));

/** Stands for text that could not be read as a value of its kind; checkField refuses it with the right problem. */
const unreadable: unique symbol = Symbol('unreadable');

/** What a form entry means as a value of the record: null when empty. */
export function valueOf(field: Field, entry: Entry, today: string): unknown {
  if (field.kind === 'list') return listValue(field.item, (entry ?? []) as readonly ItemEntry[], today);
  if (Array.isArray(entry)) return entry.length === 0 ? null : entry;
  if (typeof entry !== 'string') return entry;
  const text = field.kind === 'longText' ? entry.trimEnd() : entry.trim();
  if (text === '') return null;
  switch (field.kind) {
    case 'date':
      return readDay(text, today) ?? unreadable;
    case 'partialDate':
      return readPartialDay(text, today) ?? unreadable;
    case 'dateTime':
      return readMoment(text, today) ?? unreadable;
    case 'integer':
      return /^-?\d+$/.test(text) ? Number(text) : unreadable;
    case 'money':
      return /^\d[\d. ]*$/.test(text) ? Number(text.replace(/[. ]/g, '')) : unreadable;
    default:
      return text;
  }
}

function listValue(fields: Readonly<Record<string, ScalarField>>, items: readonly ItemEntry[], today: string): unknown {
  const filled = items
    .map((item) => ({
      id: item.id,
      ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field, item[name] ?? null, today)])),
    }))
    .filter(({ id: _id, ...values }) => Object.values(values).some((value) => value !== null));
  return filled.length === 0 ? null : filled;
}

/** What is wrong with one entry, by the rules that the service applies too. */
export function problemsOf(name: string, field: Field, entry: Entry, today: string): readonly FieldProblem[] {
  const value = valueOf(field, entry, today);
  if (value === unreadable)
    return [{ field: name, problem: field.kind === 'integer' || field.kind === 'money' ? 'notANumber' : 'notADate' }];
  if (field.kind === 'list' && Array.isArray(value)) {
    const unread = value.flatMap((item: Record<string, unknown>) =>
      Object.entries(field.item)
        .filter(([sub]) => item[sub] === unreadable)
        .map(
          ([sub, { kind }]): FieldProblem => ({
            field: name,
            itemId: String(item.id),
            subField: sub,
            problem: kind === 'integer' || kind === 'money' ? 'notANumber' : 'notADate',
          }),
        ),
    );
    if (unread.length > 0) return unread;
  }
  return checkField(name, field, value);
}

/** The fields that differ from what the record holds; a sealed field counts only when something was typed into it. */
export function changedValues(fields: Fields, entries: Entries, start: Entries, today: string): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const now = valueOf(field, entries[name] ?? null, today);
    const then = field.kind === 'sealed' ? null : valueOf(field, start[name] ?? null, today);
    if (JSON.stringify(now) !== JSON.stringify(then)) changes[name] = now;
  }
  return changes;
}

/** 'dd/MM/yyyy HH:mm' of an instant in the time of this machine. */
function localText(instant: string): string {
  const at = new Date(instant);
  const part = (n: number) => String(n).padStart(2, '0');
  return Number.isNaN(at.getTime())
    ? ''
    : `${part(at.getDate())}/${part(at.getMonth() + 1)}/${at.getFullYear()} ${part(at.getHours())}:${part(at.getMinutes())}`;
}

function readMoment(text: string, today: string): string | undefined {
  const [, dayPart = '', hours = '0', minutes = '0'] = /^(.*?)(?:\s+(\d{1,2})[:hg](\d{2}))?$/.exec(text) ?? [];
  const day = readDay(dayPart, today);
  if (day === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return new Date(`${day}T${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}:00`).toISOString();
}
