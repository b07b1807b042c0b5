import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#shared/rules/day';
import { addYears, limitationOf, limitationWords, type LimitationFacts } from '#shared/rules/discipline/limitation';
import { discipline212 } from '#shared/rules/packs/discipline-rules';

const today = '2026-11-23';
const of = (facts: Partial<LimitationFacts>) =>
  limitationOf({ subject: 'DV', form: 'KHIEN_TRACH', today, violatedTo: '2020-03-10', ...facts }, discipline212);
const day = fc.integer({ min: 14_000, max: 20_000 }).map(dayOf);

describe('limitation of discipline', () => {
  it('ends five years after the violation for a reprimand, ten for a warning, never for expulsion and dissolution', () => {
    expect(of({})).toMatchObject({ state: 'expired', endsOn: '2025-03-10', years: 5, unverified: true });
    expect(of({ form: 'CANH_CAO' })).toMatchObject({ state: 'inTime', endsOn: '2030-03-10' });
    expect(of({ form: 'KHAI_TRU' })).toMatchObject({ state: 'none', why: 'form' });
    expect(of({ subject: 'TCD', form: 'GIAI_TAN' }).state).toBe('none');
    expect(of({ exempt: ['VAN_BANG'] })).toMatchObject({ state: 'none', why: 'exempt' });
  });

  it('is counted to the day of the conclusion, and from the end of a violation that lasted', () => {
    expect(of({ concludedOn: '2025-03-10' })).toMatchObject({ state: 'inTime', daysLeft: 0 });
    expect(of({ concludedOn: '2025-03-11' }).state).toBe('expired');
    expect(of({ violatedFrom: '2015-01-01', violatedTo: '2023-01-01' })).toMatchObject({ state: 'inTime', from: '2023-01-01' });
  });

  it('begins anew with a violation within it, not with a later one', () => {
    expect(of({ renewedOn: '2024-01-05' })).toMatchObject({ endsOn: '2029-01-05', why: 'renewed', state: 'inTime' });
    expect(of({ renewedOn: '2026-01-05' })).toMatchObject({ endsOn: '2025-03-10', why: 'outsideRenewal', state: 'expired' });
  });

  it('is not known without a day or a rule, and says so', () => {
    expect(of({ violatedTo: null }).why).toBe('noDay');
    expect(limitationOf({ subject: 'DV', form: 'CANH_CAO', today, violatedTo: '2020-01-01' }, undefined).why).toBe('noRule');
    expect(limitationWords(of({}), 'vi')).toContain('Đã hết thời hiệu: vẫn kiểm tra, kết luận, biểu quyết, nhưng không thi hành');
  });

  it('never shortens when the violation, its renewal or the conclusion moves as it may', () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 3000 }), fc.nat({ max: 4000 }), (from, later, gap) => {
        const first = of({ violatedTo: from });
        const second = of({ violatedTo: addDays(from, later) });
        expect((second.endsOn ?? '') >= (first.endsOn ?? '')).toBe(true);
        const renewed = of({ violatedTo: from, renewedOn: addDays(from, gap) });
        expect((renewed.endsOn ?? '') >= (first.endsOn ?? '')).toBe(true);
        const concluded = of({ violatedTo: from, concludedOn: addDays(first.endsOn ?? '', 1) });
        expect(concluded.state).toBe('expired');
        expect(of({ violatedTo: from, concludedOn: first.endsOn }).state).toBe('inTime');
      }),
    );
    expect(addYears('2024-02-29', 5)).toBe('2029-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });
});
