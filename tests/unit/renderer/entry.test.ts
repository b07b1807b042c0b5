import { describe, expect, it } from 'vitest';
import { changedValues, entriesOf, problemsOf, valueOf } from '../../../src-renderer/components/record-form/entry';
import { recordTypes } from '../../../src-shared/records/registry';

const today = '2026-11-24';
const { fields } = recordTypes.petition;
const values = {
  number: 47,
  receivedOn: '2026-11-23',
  kind: 'TC',
  summary: 'Ký xác nhận sai nguồn gốc đất',
  senderInformed: true,
  accusedMembers: ['01a2050c-7b87-7000-9e69-c1eeea24f720'],
  items: [{ id: '01a2050c-7b87-7000-9e69-c1eeea24f721', summary: 'Thu tiền ngoài sổ', field: 'DV09' }],
};

describe('what a form holds', () => {
  it('changes nothing of a record that is only looked at', () => {
    const start = entriesOf(fields, values);
    expect(changedValues(fields, start, start, today)).toEqual({});
  });
  it('tells only the fields that were changed, and null for what was cleared', () => {
    const start = entriesOf(fields, values);
    const typed = { ...start, receivedOn: '24/11', summary: '  ', number: ' 48 ' };
    expect(changedValues(fields, typed, start, today)).toEqual({ number: 48, receivedOn: '2026-11-24', summary: null });
  });
  it('leaves what is sealed alone until something is typed', () => {
    const start = entriesOf(fields, values);
    expect(changedValues(fields, { ...start, senderName: 'Người Thử' }, start, today)).toEqual({ senderName: 'Người Thử' });
  });
  it('leaves empty rows of a list out', () => {
    const start = entriesOf(fields, values);
    const withEmpty = [
      ...(start['items'] as object[]),
      { id: '01a2050c-7b87-7000-9e69-c1eeea24f722', summary: ' ', field: null, period: '', evidence: '', conclusion: null },
    ];
    expect(changedValues(fields, { ...start, items: withEmpty as never }, start, today)).toEqual({});
  });
  it('reads sums with and without dots', () => {
    const { amount } = recordTypes.duty.fields;
    expect(valueOf(amount, '48.600.000', today)).toBe(48_600_000);
    expect(valueOf(amount, '48600000', today)).toBe(48_600_000);
  });
});

describe('what is wrong as one types', () => {
  it.each([
    ['receivedOn', '31/4/26', 'notADate'],
    ['receivedOn', '', 'required'],
    ['number', 'bốn', 'notANumber'],
    ['number', '0', 'outOfRange'],
    ['summary', 'x'.repeat(501), 'tooLong'],
    ['kind', 'KHONG_CO', 'notInList'],
  ] as const)('%s', (name, typed, problem) =>
    expect(problemsOf(name, fields[name], typed, today)).toMatchObject([{ field: name, problem }]),
  );
  it('names the row and field of a list', () => {
    const item = { id: '01a2050c-7b87-7000-9e69-c1eeea24f721', summary: '', field: 'DV09', period: '', evidence: '', conclusion: null };
    expect(problemsOf('items', fields.items, [item], today)).toEqual([
      { field: 'items', itemId: item.id, subField: 'summary', problem: 'required' },
    ]);
  });
  it('reads a list that nobody has filled as nothing', () => {
    expect(valueOf(fields.items, null, today)).toBeNull();
    expect(changedValues(fields, {}, {}, today)).toEqual({});
  });
  it('finds nothing wrong with a good value', () => expect(problemsOf('receivedOn', fields.receivedOn, '1/3/26', today)).toEqual([]));
});
