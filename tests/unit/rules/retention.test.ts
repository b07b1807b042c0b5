import { expect, test } from 'vitest';
import { packById, rulePacks, type RulePack } from '#shared/rules/packs/index';
import { retentionOf } from '#shared/rules/retention';

const pack = packById('2026.2') as RulePack;
const filed = (type: string, more: Partial<Parameters<typeof retentionOf>[1]> = {}) =>
  retentionOf(pack, { type, outcomes: [], items: [], disciplined: false, ...more })?.retention;

test('permanent for discipline, complaints, and what found a violation; twenty years for the rest (domain-2, section 4)', () => {
  expect([filed('THKL'), filed('GQ_KN')]).toEqual(['01', '01']);
  expect([filed('GQ_TC'), filed('GQ_TC', { items: ['SAI', 'DUNG_VI_PHAM'] })]).toEqual(['05', '01']);
  expect([filed('KT_DHVP_TC'), filed('KT_DHVP_TC', { outcomes: ['PHAI_THKL'] })]).toEqual(['05', '01']);
  expect(filed('KT_DHVP_DV', { disciplined: true })).toBe('01');
  expect([filed('GS_CD'), filed('KT_TCD', { outcomes: ['SAI_PHAM_TAI_CHINH'] })]).toEqual(['05', '05']);
});

test('the first rule that fits decides, and a pack without a rule for the type proposes nothing', () => {
  const own: RulePack = { ...pack, retention: [{ what: { vi: 'x', en: 'x' }, caseTypes: ['GS_CD'], retention: '06', source: 'QĐ 1' }] };
  const plain = { outcomes: [], items: [], disciplined: false };
  expect(retentionOf(own, { type: 'GS_CD', ...plain })?.retention).toBe('06');
  expect(retentionOf(own, { type: 'THKL', ...plain })).toBeUndefined();
  // Every pack of this version answers for every type that it knows.
  for (const one of rulePacks)
    for (const { type } of one.caseTypes) expect(retentionOf(one, { type, ...plain }), `${one.id} ${type}`).toBeDefined();
});
