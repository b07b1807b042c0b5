import { expect, test } from 'vitest';
import { recordTypeNames } from '#shared/records/record-type-name';
import { snake, tables } from '#hub/projection/tables';

test('every record type has its table, without sealed fields', () => {
  expect(tables.map((table) => table.type)).toEqual([...recordTypeNames]);
  const petition = tables.find((table) => table.type === 'petition');
  expect(petition?.columns.find((column) => column.field === 'receivedOn')).toMatchObject({ name: 'received_on', type: 'date' });
  expect(petition?.columns.some((column) => column.field.startsWith('sender') && column.field !== 'senderInformed')).toBe(false);
});

test('no two fields of a type share a column, and none takes a column of the table itself', () => {
  for (const { type, columns } of tables) {
    const names = [...columns.map((column) => column.name), 'commune', 'id', 'updated_at'];
    expect([type, new Set(names).size]).toEqual([type, names.length]);
  }
});

test('names are written as SQL people write them', () => expect(snake('accusedOrganisations')).toBe('accused_organisations'));
