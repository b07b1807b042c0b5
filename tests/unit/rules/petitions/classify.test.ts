import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeLists } from '#shared/rules/code-lists/index';
import { petitionRules } from '#shared/rules/packs/petition-rules';
import { classify, type PetitionFeatures } from '#shared/rules/petitions/classify';

const rules = petitionRules('21-QĐ/TW');
const of = (features: Partial<PetitionFeatures>) => classify({ items: 1, hasSubject: true, ...features }, rules);
const codes = (list: 'petitionKind' | 'petitionFact' | 'signatureForm' | 'managementLevel') =>
  codeLists[list].items.map(({ code }) => code);

describe('classification of petitions', () => {
  it.each([
    [{ kind: 'TC', signatureForm: 'CO_TEN', managedBy: 'XA' }, 'DU_DIEU_KIEN', 'THU_LY', 'TO_CAO_DU'],
    [{ kind: 'TC', signatureForm: 'GIAU_TEN', facts: ['NOI_DUNG_RO'] }, 'LUU_THEO_DOI', 'NAM_TINH_HINH', 'GIAU_TEN_RO'],
    [{ kind: 'TC', signatureForm: 'MAO_TEN' }, 'KHONG_DU_DIEU_KIEN', 'LUU', 'GIAU_TEN'],
    [{ kind: 'TC', signatureForm: 'CO_TEN', managedBy: 'TINH' }, 'KHONG_THAM_QUYEN', 'CHUYEN', 'CAP_TREN_QUAN_LY'],
    [{ kind: 'TC', signatureForm: 'SAO_CHUP', managedBy: 'XA' }, 'KHONG_DU_DIEU_KIEN', 'LUU', 'SAO_CHUP'],
    [{ kind: 'KN', signatureForm: 'CO_TEN', facts: ['QUA_HAN_KHIEU_NAI'] }, 'KHONG_DU_DIEU_KIEN', 'TRA_LAI', 'QUA_HAN_KHIEU_NAI'],
    [{ kind: 'KN', signatureForm: 'CO_TEN' }, 'DU_DIEU_KIEN', 'THU_LY', 'KHIEU_NAI_DU'],
    [{ kind: 'KHAC', signatureForm: 'CO_TEN', facts: ['CO_CA_TO_CAO'] }, 'DU_DIEU_KIEN', 'THU_LY', 'VUA_KHIEU_NAI_VUA_TO_CAO'],
    [{ kind: 'TC', signatureForm: 'CO_TEN', duplicateOf: 'x' }, 'TRUNG', 'LUU', 'TRUNG'],
    [{ kind: 'TC', signatureForm: 'CO_TEN', facts: ['DA_GIAI_QUYET'] }, 'KHONG_DU_DIEU_KIEN', 'LUU', 'DA_GIAI_QUYET'],
    [{ kind: 'TC', signatureForm: 'CO_TEN', facts: ['DA_GIAI_QUYET', 'CO_TINH_TIET_MOI'] }, 'DU_DIEU_KIEN', 'THU_LY', 'TO_CAO_DU'],
    [{ kind: 'PA', signatureForm: 'CO_TEN', facts: ['VIEC_CUA_NHA_NUOC'] }, 'KHONG_THAM_QUYEN', 'CHUYEN', 'VIEC_CUA_NHA_NUOC'],
  ])('%j is %s, %s by %s', (features, classification, handling, reason) => {
    expect(of(features)).toMatchObject({ classification, handling, reasons: [{ id: reason }, ...of(features).reasons.slice(1)] });
  });

  it('proposes nothing for a kind that is not known yet, and names what is missing', () => {
    expect(of({ items: 0, hasSubject: false, kind: 'TC' })).toEqual({
      reasons: [],
      missing: ['signatureForm', 'managedBy', 'items', 'subject'],
      split: false,
    });
  });

  it('never takes up what is anonymous or sealed by a disqualifying fact, and gives a reason for every proposal', () => {
    const features = fc.record({
      kind: fc.constantFrom(...codes('petitionKind')),
      signatureForm: fc.constantFrom(...codes('signatureForm')),
      managedBy: fc.constantFrom(...codes('managementLevel')),
      facts: fc.uniqueArray(fc.constantFrom(...codes('petitionFact')), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(features, (one) => {
        const found = of(one);
        expect(found.classification === undefined).toBe(found.reasons.length === 0);
        const anonymous = one.signatureForm === 'GIAU_TEN' || one.signatureForm === 'MAO_TEN';
        if (one.kind === 'TC' && anonymous) expect(found.handling).not.toBe('THU_LY');
        if (one.facts.includes('MAT_NANG_LUC')) expect(found.handling).toBe('LUU');
        if (one.facts.includes('VU_CAO')) expect(found.handling).not.toBe('THU_LY');
        // More facts never change a proposal that does not name them.
        expect(of({ ...one, facts: [...one.facts] })).toEqual(found);
      }),
    );
  });
});
