import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '#shared/sync/op';

/** The rule, key by key. */
function written(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  const object = value as Record<string, unknown>;
  const keys = Object.keys(object).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${written(object[key])}`).join(',')}}`;
}

describe('canonical', () => {
  it('sorts keys as text, whatever they are', () => {
    expect(canonical({ b: 1, 10: 2, 2: { y: [], x: undefined }, $a: null })).toBe('{"$a":null,"10":2,"2":{"y":[]},"b":1}');
    expect(canonical(JSON.parse('{"z":1,"__proto__":{"b":2,"a":"ơ"}}'))).toBe('{"__proto__":{"a":"ơ","b":2},"z":1}');
    expect(canonical([{ 3: 1, 20: 1 }, 'a'])).toBe('[{"20":1,"3":1},"a"]');
  });

  it('gives what the rule says for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(value)).toBe(written(JSON.parse(JSON.stringify(value))));
      }),
    );
  });
});
