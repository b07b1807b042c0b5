import { describe, expect, it } from 'vitest';
import type { ReadPage } from '../../../src-shared/extraction/model';
import { findDocumentStarts } from '../../../src-shared/extraction/split';
import { body, header, type TypedLine, typedPage } from '../../support/typed-page';

const prose = body(
  Array.from({ length: 12 }, () => 'Căn cứ Điều lệ Đảng Cộng sản Việt Nam và quy chế làm việc của Ban'),
  70,
);
const centred = (text: string, y: number): TypedLine => ({ text, x: 112, y, centred: true });
const decision: TypedLine[] = [
  ...header(['ĐẢNG ỦY XÃ AN PHÚ', 'ỦY BAN KIỂM TRA', 'Số 05-QĐ/UBKTĐU'], ['ĐẢNG CỘNG SẢN VIỆT NAM', 'An Phú, ngày 05 tháng 02 năm 2026']),
  centred('QUYẾT ĐỊNH', 60),
  ...prose,
];
const second: TypedLine[] = [
  centred('2', 12),
  ...body(['và các tổ chức đảng trực thuộc chịu trách nhiệm thi hành quyết định này'], 30),
  ...prose,
];
const ballot: TypedLine[] = [
  centred('PHIẾU BIỂU QUYẾT', 40),
  ...body(['đề nghị thi hành kỷ luật đối với đảng viên có tên sau đây trong phiên họp này'], 60),
];
const petition: TypedLine[] = [
  centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 20),
  centred('Độc lập - Tự do - Hạnh phúc', 27),
  centred('ĐƠN TỐ CÁO', 45),
  ...prose,
];

const stack = (...pages: readonly TypedLine[][]): ReadPage[] => pages.map((lines, i) => typedPage(lines, `page-${i}`));

describe('finding documents in a stack', () => {
  it('begins one at every title and heading, and goes on over numbered pages', () => {
    const starts = findDocumentStarts(stack(decision, second, petition, second, decision, ballot, ballot));
    expect(starts.map(({ index, reason, type, repeats }) => [index, reason, type, repeats])).toEqual([
      [0, 'title', 'QD', false],
      [2, 'title', 'DON', false],
      [4, 'title', 'QD', false],
      [5, 'heading', 'PBQ', false],
      [6, 'heading', 'PBQ', true],
    ]);
  });

  it('does not begin one where a page only mentions a title, or a numbered page opens with a heading', () => {
    const mention = [centred('3', 12), centred('BIÊN BẢN', 40), ...prose, centred('ĐẢNG CỘNG SẢN VIỆT NAM', 200)];
    expect(findDocumentStarts(stack(decision, mention, prose)).map(({ index }) => index)).toEqual([0]);
  });

  it('takes the first page for a start whatever stands on it', () => {
    expect(findDocumentStarts(stack(prose, second))).toMatchObject([{ index: 0, reason: 'first', confidence: 1 }]);
    expect(findDocumentStarts([])).toEqual([]);
  });
});
