import { describe, expect, it } from 'vitest';
import { codeItem, codeLists } from '#shared/rules/code-lists/index';
import { addDays } from '#shared/rules/day';
import { casePlan, packById, packFor, readRulePack, rulePacks } from '#shared/rules/packs/index';

describe('rule packs', () => {
  it('follow one another without gap, the last one open', () => {
    rulePacks.forEach((pack, i) => {
      const next = rulePacks[i + 1];
      expect(pack.validTo).toBe(next ? addDays(next.validFrom, -1) : null);
    });
  });

  it('govern a case by the day on which it was opened', () => {
    expect(packFor('2026-04-10').id).toBe('2025.1');
    expect(packFor('2026-04-11').id).toBe('2026.1');
    expect(packFor('2019-01-01').id).toBe('2021.1');
    expect([packFor('2025-02-02'), packFor('2025-02-03'), packFor('2025-05-30')].map(({ id }) => id)).toEqual([
      '2021.1',
      '2021.2',
      '2025.1',
    ]);
    expect([packFor('2026-08-16'), packFor('2026-08-17')].map(({ id }) => id)).toEqual(['2026.1', '2026.2']);
    expect(packById('2026.1')?.legalBasis[0]?.symbol).toBe('21-QĐ/TW');
  });

  it('in force covers every case type that may be opened', () => {
    const types = codeLists.caseType.items.map(({ code }) => code).sort();
    expect(
      rulePacks
        .at(-1)
        ?.caseTypes.map(({ type }) => type)
        .sort(),
    ).toEqual(types);
  });

  it.each(rulePacks.map((pack) => [pack.id, pack] as const))(
    '%s uses known codes, three phases in order and names that do not repeat',
    (_, pack) => {
      for (const { type, steps } of pack.caseTypes) {
        expect(codeItem('caseType', type)).toBeDefined();
        expect(steps.map(({ phase }) => phase)).toEqual(['CHUAN_BI', 'TIEN_HANH', 'KET_THUC']);
        const documents = steps.flatMap((step) => step.documents);
        const names = documents.map(({ name }) => name);
        expect([...new Set(names)]).toEqual(names);
        expect(documents.filter(({ documentType }) => !codeItem('documentType', documentType))).toEqual([]);
      }
    },
  );

  it.each(rulePacks.map((pack) => [pack.id, pack] as const))('%s can be written as a file and read again', (_, pack) => {
    expect(readRulePack(JSON.stringify(pack))).toEqual(JSON.parse(JSON.stringify(pack)));
  });

  it('fixes no duration, because none is known for a commune committee', () => {
    expect(rulePacks.flatMap((pack) => pack.caseTypes).filter(({ durationDays }) => durationDays)).toEqual([]);
  });
});

describe('casePlan', () => {
  it('begins a case in its first step with every paper missing', () => {
    const plan = casePlan('KT_DHVP_DV', '2026-10-22', packFor('2026-10-22'));
    expect(plan.rulePack).toBe('2026.2');
    expect(plan.steps.map(({ values }) => values)).toEqual([
      { order: 1, phase: 'CHUAN_BI', name: 'Chuẩn bị', state: 'DANG_LAM', startedOn: '2026-10-22' },
      { order: 2, phase: 'TIEN_HANH', name: 'Tiến hành', state: 'CHUA_DEN' },
      { order: 3, phase: 'KET_THUC', name: 'Kết thúc', state: 'CHUA_DEN' },
    ]);
    const items = plan.steps.flatMap((step) => step.items);
    expect(items.map(({ order }) => order)).toEqual(items.map((_, i) => i + 1));
    expect(items.every(({ state }) => state === 'THIEU')).toBe(true);
    expect(items.find(({ name }) => name === 'Thông báo kết luận kiểm tra')).toMatchObject({ documentType: 'TB', required: true });
    expect(plan.deadline).toBeUndefined();
  });

  it('computes the end where a pack gives a duration', () => {
    const [pack] = rulePacks;
    const own = {
      ...pack,
      caseTypes: pack.caseTypes.map((rule) => ({
        ...rule,
        durationDays: { days: 5, dayKind: 'working' as const, source: 'Quy chế của Ủy ban' },
      })),
    };
    expect(casePlan('GS_CD', '2026-11-20', own).deadline).toEqual({
      durationDays: 5,
      durationKind: 'LAM_VIEC',
      // 24/11 is a day off since 2026.
      dueOn: '2026-11-30',
      dueSource: 'Quy chế của Ủy ban',
    });
  });

  it('plans nothing for a type that the pack does not know', () => {
    expect(casePlan('KS_TSTN', '2025-06-01', packFor('2025-06-01')).steps).toEqual([]);
  });
});
