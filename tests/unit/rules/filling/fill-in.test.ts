import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { addMonths, fillIn } from '#shared/rules/filling/fill-in';
import { packFor, takeArrivedPacks } from '#shared/rules/packs/index';

const world = {
  today: '2026-11-24',
  read: () => ({ managedBy: 'XA', partyPost: 'Bí thư Chi bộ', governmentPost: 'Hiệu trưởng' }),
};
const fill = (before: object, change: object) =>
  fillIn('disciplinaryDecision', before as Record<string, unknown>, change as Record<string, unknown>, world);

afterEach(() => takeArrivedPacks([]));

/** The pack of today, with a period after which decisions end: the committee's own value. */
const withPeriod = (months: number): void => {
  const pack = packFor('2026-11-24');
  if (pack.discipline) takeArrivedPacks([{ ...pack, id: 'UB', discipline: { ...pack.discipline, endsAfterMonths: months } }]);
};

describe('a disciplinary decision', () => {
  test('takes effect on the day of signing and ends by itself only where the pack names a period', () => {
    expect(fill({}, { signedOn: '2026-11-20', form: 'CANH_CAO' })).toEqual({ effectiveOn: '2026-11-20' });
    withPeriod(12);
    expect(fill({}, { signedOn: '2026-11-20', form: 'CANH_CAO' })).toEqual({ effectiveOn: '2026-11-20', expiresOn: '2027-11-20' });
    expect(fill({}, { signedOn: '2026-11-20', form: 'KHAI_TRU' })).toEqual({ effectiveOn: '2026-11-20' });
  });

  test('what was filled follows its ground; what a person wrote stays', () => {
    withPeriod(12);
    const before = { signedOn: '2026-11-20', effectiveOn: '2026-11-20', expiresOn: '2027-11-20', form: 'CANH_CAO' };
    expect(fill(before, { effectiveOn: '2026-11-30' })).toEqual({ expiresOn: '2027-11-30' });
    expect(fill({ ...before, expiresOn: '2027-06-01' }, { effectiveOn: '2026-11-30' })).toEqual({});
    expect(fill(before, { effectiveOn: '2026-11-30', expiresOn: null })).toEqual({});
  });

  test('keeps the post of the member at the time', () => {
    expect(fill({ signedOn: '2026-01-05', effectiveOn: '2026-01-05' }, { member: 'm' })).toEqual({
      managedBy: 'XA',
      postAtDecision: 'Bí thư Chi bộ, Hiệu trưởng',
    });
  });
});

test('a state that says done brings its day, once', () => {
  expect(fillIn('duty', {}, { state: 'HOAN_THANH' }, world)).toEqual({ doneOn: '2026-11-24' });
  expect(fillIn('duty', { doneOn: '2026-10-01' }, { state: 'HOAN_THANH' }, world)).toEqual({});
  expect(fillIn('petition', { state: 'DA_XONG' }, { remark: 'x' }, world)).toEqual({});
});

test('months are added within the calendar', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2027-11-30', 3)).toBe('2028-02-29');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 120 }), (days, months) => {
      const from = new Date(days * 86_400_000).toISOString().slice(0, 10);
      const to = addMonths(from, months);
      const between = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
      return between === months && to.slice(8) <= from.slice(8);
    }),
  );
});
