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

  const prose = body([long, long, long], 84);
  const centred = (text: string, y: number): TypedLine => ({ text, x: 112, y, centred: true });

  /** What the header of a paper of Đông Phú says when one of its lines was read otherwise. */
  const misread = ({ number = 'Số 57-BC/ĐU', date = 'Đông Phú, ngày 03 tháng 10 năm 1996' }) =>
    fieldsOf([
      ...header(['ĐẢNG ỦY XÃ ĐÔNG PHÚ', 'BAN THƯỜNG VỤ', number], ['ĐẢNG CỘNG SẢN VIỆT NAM', date]),
      { text: 'BÁO CÁO', x: 112, y: 62, centred: true },
      ...body([long, long, long], 84),
    ]);

  it('takes a misread letter of the place from the name of the body', () => {
    expect(misread({ date: 'bông Phú, ngày 03 thống 10 năm 1996' })).toMatchObject({ place: 'Đông Phú', issuedOn: '1996-10-03' });
    expect(misread({ date: 'Đống Phú, ngày 03 tháng 10 năm 1996' })).toMatchObject({ place: 'Đống Phú' });
  });

  it('reads two ones that became one letter, and keeps the place where the year is not legible', () => {
    expect(misread({ date: 'Đông Phú, ngày 23 tháng Ï năm 1996' })).toMatchObject({ issuedOn: '1996-11-23' });
    const found = misread({ date: 'Đông Phú, ngày 23 tháng 10 năm 20014' });
    expect(found).toMatchObject({ place: 'Đông Phú' });
    expect(found).not.toHaveProperty('issuedOn');
  });

  it('takes a place that differs by a letter from the sure name of the body for that, and not the other way round', () => {
    expect(misread({ date: 'Đông Phô, ngày 03 tháng. 10 năm 1996' })).toMatchObject({ place: 'Đông Phú', issuedOn: '1996-10-03' });
    const torn = fieldsOf([
      ...header(['ĐẢNG ỦY XÃ NGHĨA LÂM', 'Số 57-BC/ĐU'], ['ĐẢNG CỘNG SẢN VIỆT NAM']),
      { text: 'Ngi Tạ Lâm, ngày 03 tháng 10 năm 1996', x: 150, y: 34, centred: true, confidence: 60 },
      ...body([long, long, long], 84),
    ]);
    expect(torn).toMatchObject({ place: 'Nghĩa Lâm' });
    const [unsure, ...rest] = header(
      ['ĐẢNG ỦY XÃ ĐÔNG PHÔ', 'Số 57-BC/ĐU'],
      ['ĐẢNG CỘNG SẢN VIỆT NAM', 'Đông Phú, ngày 3 tháng 6 năm 2011'],
    );
    expect(fieldsOf([{ ...unsure!, confidence: 50 }, ...rest, ...body([long, long, long], 84)])).toMatchObject({ place: 'Đông Phú' });
  });

  it('tells a year with a digit too many from those that the paper names', () => {
    const lines = header(['ĐẢNG ỦY XÃ ĐÔNG PHÚ', 'Số 57-BC/ĐU'], ['ĐẢNG CỘNG SẢN VIỆT NAM', 'Đông Phú, ngày 3 tháng 6 năm 20093']);
    expect(fieldsOf([...lines, ...prose])).not.toHaveProperty('issuedOn');
    expect(fieldsOf([...lines, ...body([`${long} năm 2003`, long], 84)])).toMatchObject({ issuedOn: '2003-06-03' });
  });

  it('knows a subject that fills its line, and one that goes on in small letters with a word that begins sentences', () => {
    const head = header(['ĐẢNG ỦY XÃ ĐÔNG PHÚ', 'Số 57-BC/ĐU'], ['ĐẢNG CỘNG SẢN VIỆT NAM', 'Đông Phú, ngày 3 tháng 6 năm 2011']);
    const text = body([long, long, long], 95);
    const wide = 'Tình hình thực hiện nhiệm vụ năm 2010 và phương hướng năm 2011'.padEnd(long.length - 1, '1');
    const full = [...head, centred('BÁO CÁO', 62), { ...text[0]!, text: wide, y: 69 }, ...text];
    expect(fieldsOf(full)).toMatchObject({ subject: wide });
    const goesOn = [centred('kết quả giám sát Chi bộ ấp 7 trong việc lãnh đạo', 69), centred('thực hiện nghị quyết của cấp trên', 75)];
    expect(fieldsOf([...head, centred('BÁO CÁO', 62), ...goesOn, ...text])).toMatchObject({
      subject: 'kết quả giám sát Chi bộ ấp 7 trong việc lãnh đạo thực hiện nghị quyết của cấp trên',
    });
  });

  it('finds a heading beside a grain, and the subject whose last word stands below a full line', () => {
    const found = fieldsOf([
      ...header(['ĐẢNG ỦY XÃ ĐÔNG PHÚ', 'Số 57-BC/ĐU'], ['ĐẢNG CỘNG SẢN VIỆT NAM', 'Đông Phú, ngày 3 tháng 6 năm 2011']),
      { text: '. BÁO CÁO', x: 110, y: 62, centred: true },
      { text: `Tình hình thực hiện nhiệm vụ quý II và phương hướng quý III năm`, x: 112, y: 69, centred: true },
      { text: '?', x: 60, y: 75 },
      { text: '-2023.', x: 112, y: 75, centred: true },
      ...body([long.slice(0, 63), long.slice(0, 63), long.slice(0, 63)], 90),
    ]);
    expect(found).toMatchObject({ type: 'BC', subject: 'Tình hình thực hiện nhiệm vụ quý II và phương hướng quý III năm -2023' });
  });

  it.each([
    ['Bùi.Thị Hạnh', 'Bùi Thị Hạnh'],
    ['Huỳn nh Ngọc Hiếu', 'Huỳnh Ngọc Hiếu'],
    ['ThS. Võ t Tấn Đạt', 'Võ Tấn Đạt'],
  ])('puts the name %s together', (read, name) => {
    const found = fieldsOf([
      ...header(['ĐẢNG ỦY XÃ ĐÔNG PHÚ', 'Số 57-BC/ĐU'], ['ĐẢNG CỘNG SẢN VIỆT NAM', 'Đông Phú, ngày 3 tháng 6 năm 2011']),
      { text: 'BÁO CÁO', x: 112, y: 62, centred: true },
      ...body([long, long, long], 84),
      { text: 'T/M ĐẢNG ỦY', x: 155, y: 200, centred: true },
      { text: read, x: 155, y: 235, centred: true },
    ]);
    expect(found).toMatchObject({ signer: name });
  });

  it('reads a number whose label stands in capitals or whose type has a letter twice', () => {
    expect(misread({ number: 'SỐ: 57-BC/ĐU' })).toMatchObject({ symbol: '57-BC/ĐU' });
    expect(misread({ number: 'Số 57-BCC/ĐU' })).toMatchObject({ symbol: '57-BC/ĐU' });
  });

  it('ends a subject where paragraphs begin whose lines do not reach the edge', () => {
    const found = fieldsOf([
      ...header(['ĐẢNG ỦY XÃ ĐÔNG PHÚ', 'Số 57-BC/ĐU'], ['ĐẢNG CỘNG SẢN VIỆT NAM', 'Đông Phú, ngày 3 tháng 6 năm 2011']),
      { text: 'BÁO CÁO', x: 112, y: 62, centred: true },
      { text: 'kết quả giải quyết kiến nghị của cử tri trước kỳ họp', x: 112, y: 69, centred: true },
      ...body([long.slice(0, -9), long.slice(0, -7), long.slice(0, -12), long], 80),
    ]);
    expect(found).toMatchObject({ subject: 'kết quả giải quyết kiến nghị của cử tri trước kỳ họp' });
  });

  it('leaves dirt out of the subject of a petition and the name below it', () => {
    const found = fieldsOf([
      { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', x: 112, y: 20, centred: true },
      { text: 'ĐƠN TỐ CÁO', x: 112, y: 40, centred: true },
      { text: '"(VÀ chưa nhận tiền bồi thường cây trái).\'', x: 112, y: 47, centred: true },
      ...body([long, long], 60),
      { text: 'NGƯỜI LÀM ĐƠN', x: 155, y: 200, centred: true },
      { text: 's Nguyễn Thị Kim Hạnh', x: 155, y: 235, centred: true },
    ]);
    expect(found).toMatchObject({ subject: 'V/v chưa nhận tiền bồi thường cây trái', signer: 'Nguyễn Thị Kim Hạnh' });
  });

  it.each([
    [['ĐẢNG BỘ TỈNH LÂM ĐỒNG', 'ĐẢNG ỦY ĐẶC KHU PHÚ QUÝ', '*', 'Số 12-CTr/ĐU'], 'CHƯƠNG TRÌNH', '12-CTr/ĐU', 'Đảng ủy đặc khu Phú Quý'],
    [['HUYỆN ỦY PHÚ BÌNH', 'ỦY BAN KIỂM TRA', '*', 'Số 12-QĐ/UBKTHU'], 'QUYẾT ĐỊNH', '12-QĐ/UBKTHU', 'Ủy ban Kiểm tra Huyện ủy Phú Bình'],
    [['ĐẢNG ỦY XÃ AN PHÚ', 'CHI BỘ THÔN ĐÔNG', '*', 'Số 03-BC/CB'], 'BÁO CÁO', '03-BC/CB', 'Chi bộ thôn Đông'],
    [['ĐẢNG UỶ XÃ AN PHÚ', 'UỶ BAN KIỂM TRA', 'Sô 7 - QD/KT'], 'QUYẾT ĐỊNH', '7-QĐ/KT', 'Ủy ban Kiểm tra Đảng ủy xã An Phú'],
  ])('knows the header %s', (left, type, symbol, issuer) => {
    const found = fieldsOf([...header(left, ['ĐẢNG CỘNG SẢN VIỆT NAM', 'An Phú, ngày 3 tháng 6 năm 2011']), centred(type, 62), ...prose]);
    expect(found).toMatchObject({ layout: 'party', symbol, issuer, issuedOn: '2011-06-03', place: 'An Phú' });
  });

  it.each([
    ['Số: 15/QĐ-UBND', 'QUYẾT ĐỊNH', '15/QĐ-UBND', 'QD'],
    ['Số: 15/2010/QĐ-UBND', 'QUYẾT ĐỊNH', '15/2010/QĐ-UBND', 'QD'],
    ['Số: 129/TTT-UBND', 'TỜ TRÌNH', '129/TTr-UBND', 'TTR'],
    ['Số 19NN/UB', 'THÔNG BÁO', '19 NN/UB', 'TB'],
  ])('reads %s of a commune', (number, type, symbol, code) => {
    const right = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'An Phú, ngày 05 tháng 01 năm 2026'];
    const found = fieldsOf([...header(['ỦY BAN NHÂN DÂN', 'XÃ AN PHÚ', number], right), centred(type, 62), ...prose]);
    expect(found).toMatchObject({ layout: 'state', symbol, type: code, issuer: 'Ủy ban nhân dân xã An Phú', issuedOn: '2026-01-05' });
  });

  it('reads a letter, whose subject stands under its number', () => {
    const found = fieldsOf([
      ...header(
        ['ĐẢNG ỦY XÃ AN PHÚ', 'ỦY BAN KIỂM TRA', '*', 'Số 31-CV/UBKTĐU', 'về việc báo cáo thống kê 6 tháng'],
        ['ĐẢNG CỘNG SẢN VIỆT NAM', 'An Phú, ngày 10 tháng 7 năm 2026'],
      ),
      centred('Kính gửi: Các chi bộ trực thuộc Đảng ủy xã', 70),
      ...prose,
    ]);
    expect(found).toMatchObject({
      symbol: '31-CV/UBKTĐU',
      type: 'CV',
      subject: 'về việc báo cáo thống kê 6 tháng',
      issuedOn: '2026-07-10',
    });
  });

  it('reads a petition: a person signs, no number, subject in brackets', () => {
    const found = fieldsOf([
      centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 20),
      centred('Độc lập - Tự do - Hạnh phúc', 27),
      { text: 'An Phú, ngày 21 tháng 09 năm 2004', x: 150, y: 38, centred: true },
      centred('ĐƠN TỐ CÁO', 50),
      centred('(V/v tranh chấp lối đi chung)', 57),
      ...prose,
      { text: 'NGƯỜI LÀM ĐƠN', x: 155, y: 200, centred: true },
      { text: '(Ký, ghi rõ họ tên)', x: 155, y: 207, centred: true },
      { text: 'Đỉnh Văn Ba', x: 155, y: 240, centred: true },
    ]);
    expect(found).toMatchObject({
      layout: 'personal',
      type: 'DON',
      subject: 'V/v tranh chấp lối đi chung',
      issuedOn: '2004-09-21',
      place: 'An Phú',
      signer: 'Đinh Văn Ba',
    });
    expect(found).not.toHaveProperty('symbol');
  });

  it('finds marks of secrecy and urgency only where they stand alone, in capitals', () => {
    const head = header(['ĐẢNG ỦY XÃ AN PHÚ', 'Số 05-BC/ĐU'], ['ĐẢNG CỘNG SẢN VIỆT NAM', 'An Phú, ngày 05 tháng 02 năm 2026']);
    const marked = fieldsOf([...head, { text: 'MẬT', x: 40, y: 45 }, { text: 'HỎA TỐC', x: 40, y: 52 }, centred('BÁO CÁO', 62), ...prose]);
    expect(marked).toMatchObject({ secrecy: 'MAT', urgency: 'HOA_TOC' });
    const plain = fieldsOf([...head, centred('BÁO CÁO', 62), ...body(['về việc bảo vệ bí mật nhà nước và tài liệu mật của Đảng'], 84)]);
    expect(plain).not.toHaveProperty('secrecy');
  });

  it('reads a page that lies on its side, and tells the place of each field on the image as it lies', () => {
    const page = typedPage([
      ...header(['ĐẢNG ỦY XÃ AN PHÚ', 'Số 05-BC/ĐU'], ['ĐẢNG CỘNG SẢN VIỆT NAM', 'An Phú, ngày 05 tháng 02 năm 2026']),
      centred('BÁO CÁO', 62),
      ...prose,
    ]);
    // Turned by 90 degrees against the clock: it has to be turned clockwise to stand upright.
    const lying = page.words.map((word) => ({ ...word, x: word.y, y: page.width - word.x - word.w, w: word.h, h: word.w }));
    const { fields } = extractDocument([{ ...page, width: page.height, height: page.width, rotation: 90, words: lying }], 1);
    const symbol = fields.find(({ field }) => field === 'symbol');
    expect(symbol?.value).toBe('05-BC/ĐU');
    const words = lying.filter(({ text }) => ['Số', '05-BC/ĐU'].includes(text));
    expect(symbol?.box).toMatchObject({ x: Math.min(...words.map(({ x }) => x)), y: Math.min(...words.map(({ y }) => y)) });
  });

  it('says what it is less sure of', () => {
    const head = (confidence: number) => ({
      ...typedPage([
        ...header(['ĐẢNG ỦY XÃ AN PHÚ', 'Số 05-BC/ĐU'], ['ĐẢNG CỘNG SẢN VIỆT NAM']).map((line) => ({ ...line, confidence })),
        centred('BÁO CÁO', 62),
      ]),
    });
    const sureness = (confidence: number) =>
      extractDocument([head(confidence)], 1).fields.find(({ field }) => field === 'symbol')?.confidence ?? 0;
    expect(sureness(95)).toBeGreaterThan(0.8);
    expect(sureness(45)).toBeLessThan(0.5);
  });

  it('finds nothing on an empty page', () => {
    expect(extractDocument([], 0)).toEqual({ layout: 'unknown', fields: [] });
    expect(extractDocument([typedPage([])], 1).fields.map(({ field }) => field)).toEqual(['pageCount']);
  });
});
