/** Words that stand in headers and at the end of documents, as printed. Spelling of tone marks varies (ỦY, UỶ): compared folded. */
import { documentLists } from '../rules/code-lists/document';
import { bare, likeness } from './similar';

export const titles = {
  party: ['ĐẢNG CỘNG SẢN VIỆT NAM', 'ĐẢNG LAO ĐỘNG VIỆT NAM'],
  state: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'VIỆT NAM DÂN CHỦ CỘNG HÒA', 'CỘNG HÒA MIỀN NAM VIỆT NAM'],
} as const;

export const mottos = ['Độc lập - Tự do - Hạnh phúc', 'Độc lập - Dân chủ - Hòa bình - Trung lập'] as const;

/** Headings that name a type of document, beside the names of the code list. The longest that fits the beginning of a line counts. */
const moreHeadings: readonly (readonly [heading: string, code: string])[] = [
  ['ĐƠN TỐ CÁO', 'DON'],
  ['ĐƠN KHIẾU NẠI', 'DON'],
  ['ĐƠN KIẾN NGHỊ', 'DON'],
  ['ĐƠN PHẢN ÁNH', 'DON'],
  ['ĐƠN ĐỀ NGHỊ', 'DON'],
  ['ĐƠN XIN', 'DON'],
  ['ĐƠN TRÌNH BÀY', 'DON'],
  ['GIẤY KHIẾU NẠI', 'DON'],
  ['BẢN TỰ KIỂM ĐIỂM', 'BKD'],
  ['BẢN KIỂM ĐIỂM', 'BKD'],
  ['BẢN TƯỜNG TRÌNH', 'BGT'],
  ['BẢN GIẢI TRÌNH', 'BGT'],
  ['BẢN KÊ KHAI TÀI SẢN', 'KKTS'],
  ['LÝ LỊCH', 'SYLL'],
  ['LÝ LỊCH CỦA NGƯỜI XIN VÀO ĐẢNG', 'SYLL'],
  ['PHIẾU BIỂU QUYẾT', 'PBQ'],
  ['PHIẾU BẦU', 'PBQ'],
  ['DANH SÁCH', 'KHAC'],
  ['BẢNG KÊ', 'CHUNG_TU'],
  ['BẢNG TỔNG HỢP', 'KHAC'],
  ['GIẤY CHỨNG NHẬN', 'KHAC'],
  ['GIẤY XÁC NHẬN', 'KHAC'],
  ['LỜI KÊU GỌI', 'KHAC'],
  ['LỆNH', 'KHAC'],
  ['MỤC LỤC VĂN BẢN', 'ML'],
  ['MỤC LỤC HỒ SƠ', 'ML'],
  ['BÌA HỒ SƠ', 'BIA'],
  ['THÔNG TRI', 'TT'],
  ['TỜ TRÌNH', 'TTR'],
];
/** Not headings of a document: kinds of material, or words that stand at the head of parts of a document. */
const noHeadings: ReadonlySet<string> = new Set(['KHAC', 'TAI_LIEU', 'CHUNG_TU', 'LLV', 'CV']);

export const headings: readonly (readonly [heading: string, code: string])[] = [
  ...moreHeadings,
  ...documentLists.documentType.items
    .filter(({ code }) => !noHeadings.has(code))
    .map(({ code, label }) => [label.vi.toUpperCase(), code] as const),
].sort((a, b) => b[0].length - a[0].length);

/** Abbreviations of types in symbols, as they are written. */
export const typeAbbreviations: readonly string[] = [
  'NQ',
  'QĐ',
  'CT',
  'KL',
  'QC',
  'TT',
  'HD',
  'TB',
  'TC',
  'BC',
  'KH',
  'CTr',
  'TTr',
  'CV',
  'CĐ',
  'BB',
  'ĐA',
  'PA',
  'DA',
  'GM',
  'GGT',
  'GUQ',
  'PC',
  'PG',
  'PB',
  'DS',
  'QyĐ',
  'HĐ',
  'BTT',
  'ĐC',
  'BCĐ',
  'TLC',
  'GCN',
  'GXN',
  'ĐN',
  'TKBB',
]; // prettier-ignore

/** Organs in symbols. A committee's own symbol need not be among them. */
export const organAbbreviations: readonly string[] = [
  'UBKTĐU',
  'UBKTHU',
  'UBKTTU',
  'UBKTTW',
  'UBKT',
  'ĐU',
  'HU',
  'TU',
  'TW',
  'TƯ',
  'ThU',
  'QU',
  'CB',
  'CU',
  'ĐB',
  'BTV',
  'BCH',
  'BTC',
  'BTG',
  'BDV',
  'BTGDV',
  'BTCĐU',
  'BTGĐU',
  'VPĐU',
  'VPHU',
  'VPTU',
  'VPTW',
  'VP',
  'UBND',
  'HĐND',
  'UBHC',
  'UB',
  'UBMTTQ',
  'MTTQ',
  'BCĐ',
  'ĐKT',
  'ĐGS',
  'TKT',
  'KT',
  'CA',
  'NC',
  'VX',
  'KTN',
  'NV',
  'TNMT',
  'NĐ-CP',
  'CP',
  'TTg',
  'BNV',
  'ĐUK',
  'ĐUCA',
  'ĐUQS',
]; // prettier-ignore

/** Chức vụ, longest first, so that PHÓ CHỦ NHIỆM is not taken for CHỦ NHIỆM. */
export const posts: readonly string[] = [
  'PHÓ CHỦ NHIỆM THƯỜNG TRỰC',
  'PHÓ CHỦ NHIỆM',
  'CHỦ NHIỆM',
  'PHÓ BÍ THƯ THƯỜNG TRỰC',
  'PHÓ BÍ THƯ',
  'BÍ THƯ CHI BỘ',
  'BÍ THƯ',
  'PHÓ CHỦ TỊCH',
  'CHỦ TỊCH',
  'PHÓ TRƯỞNG BAN',
  'TRƯỞNG BAN',
  'PHÓ CHÁNH VĂN PHÒNG',
  'CHÁNH VĂN PHÒNG',
  'PHÓ TRƯỞNG ĐOÀN',
  'TRƯỞNG ĐOÀN',
  'TỔ TRƯỞNG',
  'TỔ PHÓ',
  'TRƯỞNG PHÒNG',
  'PHÓ TRƯỞNG PHÒNG',
  'CHÁNH ÁN',
  'VIỆN TRƯỞNG',
  'GIÁM ĐỐC',
  'PHÓ GIÁM ĐỐC',
  'HIỆU TRƯỞNG',
  'TRƯỞNG CÔNG AN',
  'CHỈ HUY TRƯỞNG',
  'ỦY VIÊN THƯ KÝ',
  'ỦY VIÊN THƯỜNG TRỰC',
  'ỦY VIÊN',
  'CHỦ TRÌ HỘI NGHỊ',
  'CHỦ TRÌ CUỘC HỌP',
  'CHỦ TRÌ',
  'CHỦ TỌA',
  'CHỦ TỌA HỘI NGHỊ',
  'NGƯỜI CHỦ TRÌ',
  'THƯ KÝ',
  'NGƯỜI GHI BIÊN BẢN',
  'NGƯỜI LÀM ĐƠN',
  'NGƯỜI VIẾT ĐƠN',
  'NGƯỜI TỐ CÁO',
  'NGƯỜI KHIẾU NẠI',
  'NGƯỜI TỰ KIỂM ĐIỂM',
  'NGƯỜI KIỂM ĐIỂM',
  'NGƯỜI VIẾT KIỂM ĐIỂM',
  'NGƯỜI KHAI',
  'NGƯỜI KÊ KHAI',
  'NGƯỜI LẬP BIỂU',
  'NGƯỜI LẬP',
  'NGƯỜI BÁO CÁO',
  'NGƯỜI VIẾT BẢN GIẢI TRÌNH',
  'NGƯỜI VIẾT',
  'NGƯỜI GIẢI TRÌNH',
  'NGƯỜI TƯỜNG TRÌNH',
  'KẾ TOÁN',
  'THỦ TRƯỞNG ĐƠN VỊ',
].sort((a, b) => b.length - a.length); // prettier-ignore

/** As printed in symbols. */
export const abbreviationOf = (type: string): string | undefined =>
  documentLists.documentType.items.find(({ code }) => code === type)?.abbreviation;

/** The heading that a line begins with, if any. `rest`: what follows it. */
export function headingOf(text: string): { readonly heading: string; readonly code: string; readonly likeness: number } | undefined {
  const words = text.split(/\s+/);
  for (const [heading, code] of headings) {
    const count = heading.split(' ').length;
    const alike = likeness(words.slice(0, count).join(' '), heading);
    if (alike >= (bare(heading).length <= 6 ? 0.99 : 0.83)) return { heading, code, likeness: alike };
  }
  return undefined;
}

/** Most letters are capitals. */
export function isUpperCase(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const upper = letters.filter((letter) => letter === letter.toUpperCase()).length;
  return letters.length >= 2 && upper >= letters.length * 0.8;
}
