/** What is typed into a field of a sheet, and what it means as a value of the record. Pure. */
import type { Field } from '#shared/records/field';
import { recordTypes } from '#shared/records/registry';
import { codeItem, codeList } from '#shared/rules/code-lists/index';
import { fold } from '#shared/text/fold';
import { readPartialDay, showDay } from '../../components/record-form/day-entry';
import { matchRank } from '../../components/record-form/match-codes';
import type { Language } from '../../i18n/words';

const fields: Readonly<Record<string, Field>> = recordTypes.archiveDocument.fields;
export const fieldOf = (name: string): Field | undefined => fields[name];

export function entryOf(name: string, value: string, language: Language): string {
  const field = fieldOf(name);
  if (value === '') return '';
  if (field?.kind === 'code') return codeItem(field.list, value)?.label[language] ?? value;
  return field?.kind === 'partialDate' || field?.kind === 'date' ? showDay(value) : value;
}

export type Read =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: 'day' | 'code' | 'long' | 'required' };

/** A code is known by its name, its abbreviation, or as the only one that is meant by what was typed. */
export function readEntry(name: string, entry: string, today: string, language: Language): Read {
  const field = fieldOf(name);
  const text = entry.trim();
  if (text === '') return field?.required ? { ok: false, problem: 'required' } : { ok: true, value: '' };
  if (field?.kind === 'code') {
    const [only] = codesLike(name, text, language);
    return only === undefined ? { ok: false, problem: 'code' } : { ok: true, value: only.code };
  }
  if (field?.kind === 'partialDate' || field?.kind === 'date') {
    const day = readPartialDay(text, today);
    return day === undefined ? { ok: false, problem: 'day' } : { ok: true, value: day };
  }
  if (field && 'max' in field && text.length > field.max) return { ok: false, problem: 'long' };
  return { ok: true, value: text };
}

/** Values of the code list of a field that answer what was typed, the best first. */
export function codesLike(name: string, typed: string, language: Language): { code: string; label: string }[] {
  const field = fieldOf(name);
  if (field?.kind !== 'code') return [];
  const sought = fold(typed.trim());
  return codeList(field.list)
    .items.map((item) => ({
      code: item.code,
      label: item.label[language],
      rank: fold(item.abbreviation ?? '') === sought || fold(item.label[language]) === sought ? 4 : matchRank(item.label[language], typed),
    }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ code, label }) => ({ code, label }));
}
