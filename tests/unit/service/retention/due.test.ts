import { describe, expect, it } from 'vitest';
import { expiresIn } from '#service/retention/due';
import { splitSymbol } from '#service/archive/out/words';

describe('expiresIn', () => {
  it.each([
    ['06', '2015-12-30', 2026],
    ['05', '2005', 2026],
    ['01', '1950', undefined],
    ['07', '1950', undefined],
    ['06', undefined, undefined],
  ])('of %s until %s is %s', (retention, end, expected) => {
    expect(expiresIn(retention, end)).toBe(expected);
  });
});

describe('splitSymbol', () => {
  it.each([
    ['', '05-BC/UBKTĐU', '05', 'BC/UBKTĐU'],
    ['', '15/QĐ-UBND', '15', 'QĐ-UBND'],
    ['7', 'BC/UBKT', '7', 'BC/UBKT'],
    ['12', '12', '12', ''],
  ])('of %s and %s', (number, symbol, first, rest) => {
    expect(splitSymbol(number, symbol)).toEqual({ number: first, notation: rest });
  });
});
