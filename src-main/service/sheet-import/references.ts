/** Finds the record that a cell names: by its number or code first, then by its name, without regard to case and diacritics. */
import { isId } from '#shared/records/check';
import type { RefField } from '#shared/records/field';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { foldWords } from '#shared/text/fold';
import type { RecordStore } from '../store/record-store';
import type { Converted } from './convert';

type Values = Readonly<Record<string, unknown>>;
type Index = Map<string, Set<string>>;

/** Fields by which people name a record of a type, the surer first. */
const namedBy: Partial<Record<RecordTypeName, readonly (readonly string[])[]>> = {
  archiveFonds: [['code', 'oldCode'], ['name']],
  archiveFile: [['code', 'oldCode', 'paperCode'], ['fileNumber'], ['title']],
  organisation: [['code'], ['name'], ['shortName']],
  partyMember: [['cardNumber', 'citizenId'], ['fullName']],
};

const pageSize = 1000;

export interface References {
  find(field: RefField, text: string): Converted;
  /** A record that this import will make. */
  add(type: RecordTypeName, id: string, values: Values): void;
}

export function openReferences(records: Pick<RecordStore, 'list' | 'typeOf'>): References {
  const indexes = new Map<RecordTypeName, readonly Index[]>();

  const put = (type: RecordTypeName, into: readonly Index[], id: string, values: Values): void => {
    (namedBy[type] ?? []).forEach((fields, at) => {
      for (const field of fields) {
        const name = foldWords(String(values[field] ?? ''));
        if (name === '') continue;
        const ids = into[at]?.get(name) ?? new Set<string>();
        ids.add(id);
        into[at]?.set(name, ids);
      }
    });
  };

  const indexOf = (type: RecordTypeName): readonly Index[] => {
    const there = indexes.get(type);
    if (there) return there;
    const made = (namedBy[type] ?? []).map((): Index => new Map());
    indexes.set(type, made);
    for (let offset = 0; ; offset += pageSize) {
      const { rows } = records.list({ type, offset, limit: pageSize, sort: [{ field: '$createdAt', direction: 'asc' }] });
      for (const { id, values } of rows) put(type, made, id, values);
      if (rows.length < pageSize) return made;
    }
  };

  return {
    find: ({ to }, text) => {
      if (isId(text)) return to.some((type) => records.typeOf(text) === type) ? { value: text } : { problem: 'notFound' };
      const name = foldWords(text);
      for (let step = 0; step < 3; step++) {
        const found = new Set(to.flatMap((type) => [...(indexOf(type)[step]?.get(name) ?? [])]));
        if (found.size === 1) return { value: [...found][0] };
        if (found.size > 1) return { problem: 'ambiguous', detail: found.size };
      }
      return { problem: 'notFound' };
    },
    add: (type, id, values) => put(type, indexOf(type), id, values),
  };
}
