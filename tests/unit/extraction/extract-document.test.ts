import { describe, expect, it } from 'vitest';
import { extractDocument } from '../../../src-shared/extraction/extract-document';
import { body, header, type TypedLine, typedPage } from '../../support/typed-page';

const fieldsOf = (lines: readonly TypedLine[]) => {
  const { layout, fields } = extractDocument([typedPage(lines)], 1);
  return { layout, ...Object.fromEntries(fields.map(({ field, value }) => [field, value])) };
};
const long = 'Căn cứ Điều lệ Đảng Cộng sản Việt Nam và quy chế làm việc của Ban';

describe('extracting the fields of a document', () => {
  it('reads a decision of an inspection committee', () => {
    const found = fieldsOf([
      ...header(
        ['ĐẢNG ỦY XÃ AN PHÚ', 'ỦY BAN KIỂM TRA', '*', 'Số 05-QĐ/UBKTĐU'],
        ['ĐẢNG CỘNG SẢN VIỆT NAM', 'An Phú, ngày 05 tháng 02 năm 2026'],
      ),
      { text: 'QUYẾT ĐỊNH', x: 112, y: 62, centred: true },
      { text: 'thành lập Đoàn kiểm tra khi có dấu hiệu vi phạm', x: 112, y: 69, centred: true },
      ...body([long, long, long], 84),
      { text: 'Nơi nhận:', x: 30, y: 200 },
      { text: '- Ban Thường vụ Đảng ủy xã,', x: 30, y: 207 },
      { text: '- Lưu Ủy ban Kiểm tra.', x: 30, y: 214 },
      { text: 'T/M ỦY BAN KIỂM TRA', x: 155, y: 200, centred: true },
      { text: 'CHỦ NHIỆM', x: 155, y: 207, centred: true },
      { text: 'Nguyễn Văn An', x: 155, y: 240, centred: true },
    ]);
    expect(found).toEqual({
      layout: 'party',
      symbol: '05-QĐ/UBKTĐU',
      number: '05',
      issuedOn: '2026-02-05',
      place: 'An Phú',
      issuer: 'Ủy ban Kiểm tra Đảng ủy xã An Phú',
      type: 'QD',
      subject: 'thành lập Đoàn kiểm tra khi có dấu hiệu vi phạm',
      signer: 'Nguyễn Văn An',
      signerPost: 'CHỦ NHIỆM',
      authority: 'T/M ỦY BAN KIỂM TRA',
      recipients: 'Ban Thường vụ Đảng ủy xã\nLưu Ủy ban Kiểm tra',
      pageCount: '1',
    });
  });
});
