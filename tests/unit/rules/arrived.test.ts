import { afterEach, describe, expect, it } from 'vitest';
import { takeArrivedRules } from '#shared/rules/arrived';
import { codeItem, codeLabel, codeList, codeLists } from '#shared/rules/code-lists/index';
import { casePlan, packById, packFor, rulePacks } from '#shared/rules/packs/index';
import { checkField } from '#shared/records/check';
import { recordType } from '#shared/records/registry';

const pack2026 = rulePacks.find(({ id }) => id === '2026.2');
const pack = (change: Record<string, unknown>): string => JSON.stringify({ ...pack2026, ...change });
const packs = (...contents: string[]) => contents.map((content) => ({ packId: 'x', name: 'x', content }));
afterEach(() => takeArrivedRules({ packs: [], lists: [] }));

describe('rule packs of the province', () => {
  it('govern the cases of their days beside the built-in ones, until they are taken away', () => {
    takeArrivedRules({ packs: packs(pack({ id: '2027.1', validFrom: '2027-01-01' })), lists: [] });
    expect([packFor('2026-12-31').id, packFor('2027-01-01').id]).toEqual(['2026.2', '2027.1']);
    expect(casePlan('KT_DHVP_DV', '2027-02-01', packFor('2027-02-01'))).toMatchObject({ rulePack: '2027.1' });
    takeArrivedRules({ packs: [], lists: [] });
    expect(packFor('2027-01-01').id).toBe('2026.2');
    expect(packById('2027.1')).toBeUndefined();
  });

  it('replace a built-in pack of the same id; of two the later one', () => {
    takeArrivedRules({ packs: packs(pack({ name: { vi: 'Một', en: 'One' } }), pack({ name: { vi: 'Hai', en: 'Two' } })), lists: [] });
    expect(packById('2026.2')?.name.vi).toBe('Hai');
    expect(packFor('2026-09-01').name.vi).toBe('Hai');
  });

  it('have no effect when they cannot be read or name papers that nobody knows', () => {
    const paper = { name: 'x', documentType: 'KHONG_CO', required: true };
    const types = [{ ...pack2026?.caseTypes[0], steps: [{ phase: 'CHUAN_BI', name: 'x', documents: [paper] }] }];
    takeArrivedRules({
      packs: packs('not json', '{}', pack({ id: 'bad', validFrom: 'soon' }), pack({ id: 'bad', caseTypes: types })),
      lists: [],
    });
    expect(packById('bad')).toBeUndefined();
    expect(packFor('2030-01-01').id).toBe('2026.2');
  });
});

describe('code lists of the province', () => {
  const items = [
    { id: '1', code: 'TC', vi: 'Tố cáo (mới)', en: 'Denunciation', validTo: '2027-12-31' },
    { id: '2', code: 'KIEN_NGHI_MOI', vi: 'Kiến nghị mới' },
  ];

  it('give known codes new labels and stand new ones behind; nothing goes away', () => {
    takeArrivedRules({ packs: [], lists: [{ list: 'petitionKind', name: 'x', items }] });
    expect(codeLabel('petitionKind', 'TC', 'vi')).toBe('Tố cáo (mới)');
    expect(codeItem('petitionKind', 'TC')?.validTo).toBe('2027-12-31');
    expect(codeLabel('petitionKind', 'KIEN_NGHI_MOI', 'en')).toBe('Kiến nghị mới');
    expect(codeList('petitionKind').items).toHaveLength(codeLists.petitionKind.items.length + 1);
    const { kind } = recordType('petition').fields;
    if (!kind) throw new Error('petitions have a kind');
    expect(checkField('kind', kind, 'KIEN_NGHI_MOI')).toEqual([]);
  });

  it('pass over lists that this version does not have, and go with the book that brought them', () => {
    takeArrivedRules({
      packs: [],
      lists: [
        { list: 'toString', name: 'x', items },
        { list: 'petitionKind', name: 'x', items },
      ],
    });
    takeArrivedRules({ packs: [], lists: [] });
    expect(codeItem('petitionKind', 'KIEN_NGHI_MOI')).toBeUndefined();
    expect(codeList('petitionKind')).toBe(codeLists.petitionKind);
  });
});
