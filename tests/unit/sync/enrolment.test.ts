import { expect, test } from 'vitest';
import { readCode, writeCode } from '#shared/sync/enrolment';

test.each([
  ['ABCDE-FGH12', 'ABCDEFGH12'],
  [' abcde fgh12 ', 'ABCDEFGH12'],
  ['OIL0000000', '0110000000'],
])('%s is read as %s', (typed, code) => expect(readCode(typed)).toBe(code));
test.each(['', 'ABCDE', 'ABCDE-FGH123', 'ABCDE-FGHU2', 'ABCDE_FGH12'])('%s is not a code', (typed) =>
  expect(readCode(typed)).toBeUndefined(),
);
test('a code is written in two groups and read back', () => expect(readCode(writeCode('0123456789'))).toBe('0123456789'));
