import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentAlone, scoreOf } from '#shared/rules/petitions/similar';
import { gramsOf, similarity } from '#shared/text/grams';

const like = (a: string, b: string): number => similarity(gramsOf(a), gramsOf(b));

describe('likeness of texts', () => {
  it('does not mind diacritics, case, style of tone marks and a changed word', () => {
    expect(like('Ký xác nhận sai nguồn gốc đất cho 12 hộ', 'KY XAC NHAN SAI NGUON GOC DAT CHO 12 HO')).toBe(1);
    expect(like('Uỷ ban hoà giải', 'Ủy ban hòa giải')).toBe(1);
    expect(like('Ký xác nhận sai nguồn gốc đất cho 12 hộ tại ấp 4', 'Xác nhận sai nguồn gốc đất cho mười hai hộ ấp 4')).toBeGreaterThan(
      contentAlone,
    );
    expect(like('Ký xác nhận sai nguồn gốc đất cho 12 hộ tại ấp 4', 'Chi sai quỹ khuyến học hai năm liền')).toBeLessThan(0.2);
  });

  it('is the same from both sides, one for itself, and none for nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(like(a, b)).toBe(like(b, a));
        expect(like(a, a)).toBe(gramsOf(a).length === 0 ? 0 : 1);
        expect(like(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a duplicate', () => {
  it('needs less likeness the more the sender and the subject agree', () => {
    expect(scoreOf({ sameSender: false, sameSubject: false, content: 0.5 })).toBe(0);
    expect(scoreOf({ sameSender: false, sameSubject: true, content: 0.5 })).toBeGreaterThan(0);
    expect(scoreOf({ sameSender: true, sameSubject: true, content: 0.25 })).toBeGreaterThan(0);
    expect(scoreOf({ sameSender: true, sameSubject: true, content: 0.05 })).toBe(0);
    expect(scoreOf({ sameSender: true, sameSubject: true, content: 1 })).toBe(1);
  });
});
