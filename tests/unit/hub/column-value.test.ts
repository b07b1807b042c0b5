import { expect, test } from 'vitest';
import { columnValue } from '#hub/projection/column-value';
import type { ColumnType } from '#hub/projection/tables';
import type { Json } from '#shared/sync/op';

const fits: readonly [ColumnType, Json][] = [
  ['text', 'Đơn'],
  ['date', '2024-02-29'],
  ['timestamptz', '2026-03-08T23:59:59.123Z'],
  ['timestamptz', '2026-03-08T01:02Z'],
  ['bigint', -5],
  ['boolean', false],
  ['text[]', ['a', 'b']],
  ['jsonb', [{ id: '1', summary: 'x' }]],
];
test.each(fits)('%s holds %j as it is', (type, value) => expect(columnValue(type, value)).toBe(value));

const odd: readonly [ColumnType, Json][] = [
  ['text', 'a\0b'],
  ['text', '\ud800'],
  ['text', 5],
  ['date', '2026-02-29'],
  ['date', '0000-01-01'],
  ['date', '2026-13-01'],
  ['timestamptz', '2026-02-30T00:00:00Z'],
  ['timestamptz', '2026-03-08T24:00:00Z'],
  ['timestamptz', 'hôm qua'],
  ['bigint', 1.5],
  ['bigint', 2 ** 60],
  ['boolean', 'true'],
  ['text[]', ['a', 1]],
  ['text[]', ['a\0']],
  ['jsonb', { a: ['\0'] }],
];
test.each(odd)('%s shows nothing instead of %j', (type, value) => expect(columnValue(type, value)).toBeNull());
