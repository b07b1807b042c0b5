import { describe, expect, it } from 'vitest';
import { explainedTypes, helpOf } from '#shared/records/help/index';
import { recordType } from '#shared/records/registry';

describe('help in place', () => {
  it.each(explainedTypes)('explains every field of %s in both languages', (type) => {
    const missing = Object.keys(recordType(type).fields).filter((name) => {
      const help = helpOf(type, name);
      return !help || help.vi.length < 8 || help.en.length < 8;
    });
    expect(missing).toEqual([]);
  });
});
