/** Level of the body that issued a paper, from its name, else from the organ in its symbol (domain 5.4, 6.3). */
import { fold, foldWords } from '../text/fold';

export const issuerLevels = ['TW', 'TINH', 'HUYEN', 'XA', 'CHI_BO', 'KHAC'] as const;
export type IssuerLevel = (typeof issuerLevels)[number];

export const issuerLevelLabels: Readonly<Record<IssuerLevel, { readonly vi: string; readonly en: string }>> = {
  TW: { vi: 'Trung ương', en: 'Central' },
  TINH: { vi: 'Tỉnh, thành phố', en: 'Province' },
  HUYEN: { vi: 'Huyện (cũ)', en: 'District (former)' },
  XA: { vi: 'Xã, phường, đặc khu', en: 'Commune' },
  CHI_BO: { vi: 'Chi bộ, đảng bộ bộ phận', en: 'Cell' },
  KHAC: { vi: 'Chưa rõ cấp', en: 'Unknown' },
};

/** The lowest body that is named decides: 'Chi bộ ấp 4, Đảng ủy xã' is a cell's paper. */
const byName: readonly (readonly [RegExp, IssuerLevel])[] = [
  [/\b(chi bo|dang bo bo phan|chi uy)\b/, 'CHI_BO'],
  [/\b(xa|phuong|thi tran|dac khu)\b/, 'XA'],
  [/\b(huyen|huyen uy|quan uy|thi uy|thi xa|quan)\b/, 'HUYEN'],
  [/\b(tinh|tinh uy|thanh uy|thanh pho)\b/, 'TINH'],
  [/\b(trung uong|bo chinh tri|ban bi thu|chinh phu)\b/, 'TW'],
];
const bySymbol: readonly (readonly [RegExp, IssuerLevel])[] = [
  [/(tw|uw)$/, 'TW'],
  [/(ubkt)?(tu|t\.u)$/, 'TINH'],
  [/(ubkt)?(hu|qu|thu)$/, 'HUYEN'],
  [/(ubkt)?du$/, 'XA'],
  [/cb\d*$/, 'CHI_BO'],
];

export function levelOf(issuer: string, symbol: string): IssuerLevel {
  const name = foldWords(issuer);
  const named = byName.find(([pattern]) => pattern.test(name));
  if (named) return named[1];
  const organ = fold(symbol.split('/').at(-1) ?? '').replace(/[^a-z0-9.]/g, '');
  return bySymbol.find(([pattern]) => pattern.test(organ))?.[1] ?? 'KHAC';
}
