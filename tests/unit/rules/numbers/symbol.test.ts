import { afterEach, expect, test } from 'vitest';
import { outgoingSymbol } from '#shared/rules/numbers/symbol';
import { packFor, takeArrivedPacks } from '#shared/rules/packs/index';

afterEach(() => takeArrivedPacks([]));

test('a symbol is written as the pack of its day says', () => {
  expect(outgoingSymbol(7, 'TB', 'UBKTĐU', '2026-11-24')).toBe('07-TB/UBKTĐU');
  const pack = packFor('2026-11-24');
  const own = { register: 'SO_VAN_BAN_DI', pattern: '{number}/{type}-{organ}', per: 'TERM', source: 'Quy chế' } as const;
  takeArrivedPacks([{ ...pack, id: 'UB', validFrom: '2026-12-01', numberFormats: [own] }]);
  expect(outgoingSymbol(12, 'QĐ', 'UBKTĐU', '2026-12-02')).toBe('12/QĐ-UBKTĐU');
  expect(outgoingSymbol(12, 'QĐ', 'UBKTĐU', '2026-11-24')).toBe('12-QĐ/UBKTĐU');
});
