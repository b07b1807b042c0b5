import { describe, expect, test } from 'vitest';
import { checkOp } from '#shared/sync/check-op';
import type { Json } from '#shared/sync/op';

const check = (fields: Record<string, Json>, type = 'petition') =>
  checkOp({ seq: 1, stamp: '000000000000', type, id: 'x', fields, base: {}, actor: 'u', hash: 'h' })?.code;

describe('an op is refused for', () => {
  test.each([
    ['a day that does not exist', { receivedOn: '2026-02-29' }, 'bad-value'],
    ['a number as text', { number: '7' }, 'bad-value'],
    ['a number out of range', { number: 0 }, 'bad-value'],
    ['too long a text', { summary: 'x'.repeat(501) }, 'too-long'],
    ['U+0000', { summary: 'a\0b' }, 'not-text'],
    ['half a surrogate pair deep inside', { items: [{ id: '1', summary: '\ud800' }] }, 'not-text'],
    ['a list whose items have no id', { items: [{ summary: 'x' }] }, 'bad-value'],
    ['references that are no list', { accusedMembers: 'x' }, 'bad-value'],
    ['a sealed field in clear', { senderName: 'Nguyễn Văn Mẫu' }, 'sealed-in-clear'],
    ['a sealed field that only looks sealed', { senderPhone: 'sealed1:ngắn' }, 'sealed-in-clear'],
  ])('%s', (_, fields, code) => expect(check(fields as Record<string, Json>)).toBe(code));

  test('a type of a later version', () => expect(check({ a: 1 }, 'laterType')).toBe('unknown-type'));
  test('a name that is a property of every object', () => expect(check({ a: 1 }, 'constructor')).toBe('unknown-type'));
});

describe('an op passes with', () => {
  test.each([
    [
      'proper values',
      {
        number: 7,
        receivedOn: '2028-02-29',
        summary: 'Đơn',
        accusedMembers: ['a'],
        senderInformed: false,
        items: [{ id: '1', summary: 'x' }],
      },
    ],
    ['cleared fields', { number: null, senderName: null }],
    ['fields of a later version', { laterField: { deep: [1] } }],
    ['a sealed envelope', { senderName: `sealed1:${'A'.repeat(40)}` }],
    ['emoji and combining marks', { summary: '🙂 Nguyễn' }],
  ])('%s', (_, fields) => expect(check(fields as Record<string, Json>)).toBeUndefined());
});
