import { describe, expect, it } from 'vitest';
import { recordTypes } from '#shared/records/registry';
import { changeLines } from '../../../src-renderer/components/history/change-lines';
import { readWhere, writeWhere } from '../../../src-renderer/components/list/criteria';

describe('a change as people read it', () => {
  it('shows of a small table the rows that differ', () => {
    const field = recordTypes.petition.fields.items;
    const kept = { id: 'a', summary: 'Một' };
    const lines = changeLines(
      field,
      [kept, { id: 'b', summary: 'Hai' }],
      [kept, { id: 'b', summary: 'Hai sửa' }, { id: 'c', summary: 'Ba' }],
      'vi',
      {},
    );
    expect(lines).toEqual([
      { from: 'Hai', to: 'Hai sửa' },
      { from: '', to: 'Ba' },
    ]);
  });

  it('never shows sealed text', () => {
    expect(changeLines(recordTypes.petition.fields.senderName, null, 'bí mật', 'vi', {})).toEqual([{ from: '', to: '[sealed]' }]);
  });
});

describe('conditions of a list', () => {
  it('come back from the address as they went in, without what does not fit the type', () => {
    const where = [{ field: 'state', op: 'eq' as const, value: 'MOI' }];
    expect(readWhere('petition', writeWhere(where))).toEqual(where);
    expect(
      readWhere(
        'petition',
        JSON.stringify([
          { field: 'senderName', op: 'contains', value: 'x' },
          { field: 'none', op: 'empty' },
        ]),
      ),
    ).toEqual([]);
    expect(readWhere('petition', 'not json')).toEqual([]);
  });
});
