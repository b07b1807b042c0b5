import { describe, expect, it } from 'vitest';
import { codeItem, codeLabel, codeListIds, codeLists } from '#shared/rules/code-lists/index';

describe('code lists', () => {
  it('has exactly the lists that fields may name, each under its own id', () => {
    expect(Object.keys(codeLists).sort()).toEqual([...codeListIds].sort());
    for (const id of codeListIds) expect(codeLists[id].id).toBe(id);
  });

  it.each(codeListIds)('%s: codes are plain ASCII and unique, labels are there in both languages and fit a cell', (id) => {
    const { items } = codeLists[id];
    expect(items.length).toBeGreaterThan(1);
    expect(new Set(items.map((item) => item.code)).size).toBe(items.length);
    for (const item of items) {
      expect(item.code).toMatch(/^[A-Z0-9_]+$/);
      for (const text of [item.label.vi, item.label.en]) {
        expect(text).toBe(text.normalize('NFC').trim());
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(48);
      }
    }
    expect(new Set(items.map((item) => item.label.vi)).size).toBe(items.length);
  });

  it('names codes in the language asked for, and shows an unknown code as it is', () => {
    expect(codeLabel('petitionKind', 'TC', 'vi')).toBe('Tố cáo');
    expect(codeLabel('petitionKind', 'TC', 'en')).toBe('Denunciation');
    expect(codeLabel('petitionKind', 'RIENG_XA', 'vi')).toBe('RIENG_XA');
  });

  it('gives document types their printed abbreviation and their number in TT 05/2025', () => {
    expect(codeItem('documentType', 'CTR')).toMatchObject({ abbreviation: 'CTr', archiveCode: '09' });
    for (const item of codeLists.documentType.items) expect(item.archiveCode).toMatch(/^(0[1-9]|[12]\d|3[0-2])$/);
  });
});
