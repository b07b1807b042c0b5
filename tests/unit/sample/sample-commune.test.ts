import { describe, expect, it } from 'vitest';
import type { Field } from '#shared/records/field';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { codeItem, codeLists } from '#shared/rules/code-lists/index';
import { dayNumber } from '#shared/rules/day';
import { sampleCommune, type SampleOptions, type SampleRecord } from '#shared/sample/index';

const today = '2026-11-24';
const build = (options: Partial<SampleOptions> = {}): SampleRecord[] => [...sampleCommune({ seed: 2025, today, ...options })].flat();
type Row = Readonly<Record<string, unknown>>;
const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const isDay = (value: unknown): boolean => {
  try {
    return typeof value === 'string' && Number.isInteger(dayNumber(value));
  } catch {
    return false;
  }
};

/** Everything that is wrong with a value, told by its path. */
function faults(field: Field, value: unknown, path: string, typeOf: ReadonlyMap<string, RecordTypeName>): string[] {
  const fault = (right: boolean): string[] => (right ? [] : [`${path} (${field.kind}): ${JSON.stringify(value)}`]);
  const all = (ok: (one: unknown) => boolean): boolean => Array.isArray(value) && new Set(value).size === value.length && value.every(ok);
  const text = (one: unknown): boolean =>
    typeof one === 'string' && one === one.normalize('NFC') && one.trim() !== '' && !/undefined|NaN|[{}]/.test(one);
  switch (field.kind) {
    case 'text':
      return fault(text(value) && (value as string).length <= field.max && !(value as string).includes('\n'));
    case 'longText':
    case 'sealed':
      return fault(text(value) && (value as string).length <= field.max);
    case 'date':
      return fault(isDay(value));
    case 'partialDate':
      return fault(isDay(`${String(value)}-01-01`.slice(0, 10)));
    case 'dateTime':
      return fault(!Number.isNaN(Date.parse(String(value))));
    case 'integer':
      return fault(Number.isInteger(value) && (value as number) >= field.min && (value as number) <= field.max);
    case 'money':
      return fault(Number.isInteger(value) && (value as number) > 0);
    case 'boolean':
      return fault(typeof value === 'boolean');
    case 'code':
      return fault(codeItem(field.list, String(value)) !== undefined);
    case 'codes':
      return fault(all((one) => codeItem(field.list, String(one)) !== undefined));
    case 'ref':
      return fault(field.to.includes(typeOf.get(String(value)) as RecordTypeName));
    case 'refs':
      return fault(all((one) => field.to.includes(typeOf.get(String(one)) as RecordTypeName)));
    case 'tags':
      return fault(all(text));
    case 'list':
      return !Array.isArray(value)
        ? fault(false)
        : value.flatMap((item: Record<string, unknown>, i) => [
            ...(uuidV7.test(String(item.id)) ? [] : [`${path}[${i}].id`]),
            ...fieldFaults({ id: undefined, ...field.item }, item, `${path}[${i}]`, typeOf),
          ]);
  }
}

function fieldFaults(
  fields: Readonly<Record<string, Field | undefined>>,
  values: Readonly<Record<string, unknown>>,
  path: string,
  typeOf: ReadonlyMap<string, RecordTypeName>,
): string[] {
  const missing = Object.entries(fields)
    .filter(([name, field]) => field?.required && values[name] === undefined)
    .map(([name]) => `${path}.${name} is missing`);
  const wrong = Object.entries(values).flatMap(([name, value]) => {
    if (!(name in fields)) return [`${path}.${name} is no field`];
    const field = fields[name];
    return field && value !== undefined ? faults(field, value, `${path}.${name}`, typeOf) : [];
  });
  return [...missing, ...wrong];
}

/** Checks each batch against what was known when it ended. */
function allFaults(batches: Iterable<readonly SampleRecord[]>): string[] {
  const typeOf = new Map<string, RecordTypeName>();
  const found: string[] = [];
  for (const batch of batches) {
    for (const { id, type } of batch) {
      if (typeOf.has(id) || !uuidV7.test(id)) found.push(`${type} has the id ${id}`);
      typeOf.set(id, type);
    }
    for (const { type, values } of batch) {
      const definition = recordType(type);
      found.push(...fieldFaults(definition.fields, values, type, typeOf));
      const title = definition.title(values as never, () => 'tên');
      if (!title || /undefined|—/.test(title)) found.push(`${type} is titled ${title}`);
    }
  }
  return found;
}

describe('sample commune', () => {
  const records = build();
  const of = (type: RecordTypeName) => records.filter((record) => record.type === type);
  const valuesOf = (type: RecordTypeName): Row[] => of(type).map(({ values }) => values);

  it.each([
    { seed: 2025, today },
    { seed: 1, today: '2026-03-01' },
    { seed: 77, today: '2028-02-29', size: 0.2 },
    { seed: 5, today: '2025-11-01' },
    { seed: 9, today, size: 3, pageTexts: 210 },
  ])('satisfies the definitions of its fields: $seed $today $size', (options) => {
    expect(allFaults(sampleCommune(options)).slice(0, 20)).toEqual([]);
  });

  it('is the same for the same options, and another for another seed', () => {
    expect(build()).toEqual(records);
    expect(build({ seed: 2026 })).not.toEqual(records);
  });

  it('has the size of a usual committee, and grows', () => {
    expect(of('organisation').length).toBeGreaterThanOrEqual(55);
    expect(of('organisation').length).toBeLessThanOrEqual(65);
    expect([of('partyMember').length, of('petition').length, of('case').length]).toEqual([400, 140, 60]);
    expect(build({ size: 0.1, cases: 500 }).filter(({ type }) => type === 'case')).toHaveLength(500);
    expect(build({ size: 0.1, pageTexts: 30 }).filter(({ type }) => type === 'page')).toHaveLength(30);
  });

  it('shows every state and kind that a person may meet', () => {
    const seen = (type: RecordTypeName, field: string) => [...new Set(valuesOf(type).map((values) => values[field]))].sort();
    const codes = (list: 'petitionState' | 'petitionKind' | 'caseState' | 'caseType') =>
      codeLists[list].items.map(({ code }) => code).sort();
    expect(seen('petition', 'state')).toEqual(codes('petitionState'));
    expect(seen('petition', 'kind')).toEqual(codes('petitionKind'));
    expect(seen('case', 'state')).toEqual(codes('caseState'));
    expect(seen('case', 'type')).toEqual(codes('caseType'));
    expect(new Set(valuesOf('archiveFile').map(({ term }) => term)).size).toBeGreaterThanOrEqual(5);
  });

  it.each(['petition', 'case', 'duty', 'task'] as const)('has a few %ss overdue and a few due this week', (type) => {
    const definition = recordType(type);
    const open = valuesOf(type)
      .filter((values) => !definition.closed?.(values as never) && values.dueOn)
      .map(({ dueOn }) => String(dueOn));
    const overdue = open.filter((dueOn) => dueOn < today);
    const week = open.filter((dueOn) => dueOn >= today && dayNumber(dueOn) <= dayNumber(today) + 7);
    expect(overdue.length).toBeGreaterThan(0);
    expect(overdue.length).toBeLessThan(10);
    expect(week.length).toBeGreaterThan(0);
    expect(week.length).toBeLessThan(16);
  });

  it('numbers documents and petitions without gap in the order of their days', () => {
    const series = (rows: readonly Row[], key: (v: Row) => string, day: string, number: string): void => {
      for (const group of Map.groupBy(rows, key).values()) {
        const sorted = [...group].sort((a, b) => Number(a[number]) - Number(b[number]));
        expect(sorted.map((v) => v[number])).toEqual(sorted.map((_, i) => i + 1));
        expect(sorted.map((v) => v[day])).toEqual(sorted.map((v) => v[day]).sort());
      }
    };
    series(valuesOf('outgoingDocument'), (v) => String(v.type), 'issuedOn', 'number');
    series(valuesOf('petition'), (v) => String(v.receivedOn).slice(0, 4), 'receivedOn', 'number');
    series(valuesOf('incomingDocument'), (v) => String(v.arrivedOn).slice(0, 4), 'arrivedOn', 'arrivalNumber');
    expect(new Set(valuesOf('case').map(({ code }) => code)).size).toBe(60);
  });

  it('has votes that add up and carry the decision', () => {
    const decisions = valuesOf('disciplinaryDecision') as unknown as {
      votersTotal: number;
      votersPresent: number;
      form: string;
      votes: { form: string; votes: number }[];
    }[];
    expect(decisions.length).toBeGreaterThan(5);
    for (const { votersTotal, votersPresent, votes, form } of decisions) {
      expect(votes.reduce((sum, vote) => sum + vote.votes, 0)).toBe(votersPresent);
      expect(votersPresent).toBeLessThanOrEqual(votersTotal);
      expect(votes[0]?.form).toBe(form);
      expect((votes[0]?.votes ?? 0) * 2).toBeGreaterThan(votersTotal);
    }
  });

  it('keeps the past in the past', () => {
    const past: readonly (readonly [RecordTypeName, readonly string[]])[] = [
      ['petition', ['receivedOn', 'writtenOn', 'closedOn', 'answeredOn']],
      ['case', ['openedOn', 'decisionOn', 'announcedOn', 'closedOn']],
      ['caseStep', ['startedOn', 'finishedOn']],
      ['checklistItem', ['doneOn']],
      ['conclusion', ['issuedOn', 'announcedOn']],
      ['duty', ['doneOn']],
      ['disciplinaryDecision', ['signedOn', 'announcedOn']],
      ['outgoingDocument', ['issuedOn']],
      ['incomingDocument', ['arrivedOn', 'doneOn']],
      ['task', ['startOn', 'doneOn']],
      ['partyMember', ['birthDate', 'admittedOn', 'officialOn']],
    ];
    const future = past.flatMap(([type, fields]) =>
      valuesOf(type).flatMap((values) =>
        fields.filter((field) => String(values[field] ?? '') > today).map((field) => `${type}.${field} ${values[field]}`),
      ),
    );
    expect(future).toEqual([]);
  });

  it('brings the former communes and their papers into the new one', () => {
    const committee = of('organisation').find(({ values }) => values.code === 'TTH');
    expect(committee?.values.lineage).toHaveLength(3);
    expect(of('archiveFonds')).toHaveLength(4);
  });

  it('writes page texts of the length of a real page', () => {
    const pages = build({ size: 0.1, pageTexts: 40 }).filter(({ type }) => type === 'page');
    for (const { values } of pages) {
      expect(values.image).toMatch(/^[0-9a-f]{64}$/);
      expect((values.rawText as string).length).toBeGreaterThanOrEqual(1200);
      expect((values.rawText as string).length).toBeLessThanOrEqual(2000);
    }
    expect(new Set(pages.map(({ values }) => values.rawText)).size).toBe(40);
  });

  it('refuses a day before the commune had any history', () => {
    expect(() => build({ today: '2025-10-31' })).toThrow(RangeError);
  });
});
