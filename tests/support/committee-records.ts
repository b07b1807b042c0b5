import type { Field, Fields } from '#shared/records/field';
import { checkField } from '#shared/records/check';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { codeList } from '#shared/rules/code-lists/index';
import type { RecordChange } from '#service/store/record-store';
import type { Stored } from '#shared/statistics/facts/world';
import type { Committee } from './generated-committee';

/**
 * A generated committee as records that a store takes: organisations and members first, then its work.
 * @param turn another one gives other ids and numbers: several committees then stand in one store
 */
export function recordsOf(committee: Committee, turn = 0): { ground: RecordChange[]; work: RecordChange[] } {
  const parts: readonly (readonly [RecordTypeName, readonly Given[]])[] = [
    ['organisation', committee.units.map(({ id, ...values }) => given('organisation', id, values))],
    ['partyMember', Object.entries(committee.members).map(([id, values]) => given('partyMember', id, values))],
    ['case', committee.cases],
    ['petition', committee.petitions],
    ['disciplinaryDecision', committee.decisions],
    ['conclusion', committee.conclusions],
    ['duty', committee.duties],
    ['inspectionStaff', committee.staff],
  ];
  const ids = new Map(parts.flatMap(([, list]) => list.map(({ record }) => record.id)).map((id, n) => [id, uuidOf(turn * mostOfOne + n)]));
  const [units = [], members = [], ...work] = parts.map(([type, list]) =>
    list.map(
      ({ record, values }, n): RecordChange => ({
        type,
        id: ids.get(record.id) as string,
        values: fitted(recordType(type).fields, values, turn * mostOfOne + n, ids),
      }),
    ),
  );
  return { ground: [...units, ...members], work: work.flat() };
}

/** More records than one committee has. */
const mostOfOne = 1000;

type Given = Stored<object>;
const given = (type: RecordTypeName, id: string, values: object): Given => ({ record: { type, id }, values });

const uuidOf = (n: number): string => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** What a store refuses is left out, references lead to the records that there are, and what is required is there. */
function fitted(fields: Fields, given: object, n: number, ids: ReadonlyMap<string, string>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = valueOf(field, (given as Record<string, unknown>)[name], ids);
    if (value !== undefined && checkField(name, field, value).length === 0) values[name] = value;
    else if (field.required) values[name] = anyOf(field, n);
  }
  return values;
}

function valueOf(field: Field, value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (value === undefined || value === null) return undefined;
  if (field.kind === 'ref') return ids.get(value as string);
  if (field.kind === 'refs') return (value as string[]).flatMap((id) => ids.get(id) ?? []);
  if (field.kind === 'list') return (value as object[]).map((item, n) => ({ ...fitted(field.item, item, n, ids), id: uuidOf(n) }));
  return value;
}

function anyOf(field: Field, n: number): unknown {
  if (field.kind === 'code') return codeList(field.list).items[0]?.code;
  if (field.kind === 'date') return '2026-01-01';
  return field.kind === 'integer' ? n + 1 : `Thử ${n + 1}`;
}
