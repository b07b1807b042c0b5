import { describe, expect, it } from 'vitest';
import { correctFrames } from '../../../../src-main/recognizer/correct/frames';
import { correctSyllables } from '../../../../src-main/recognizer/correct/correct-syllables';
import { tidyMarks } from '../../../../src-main/recognizer/correct/tidy-marks';
import type { EngineReading } from '../../../../src-main/recognizer/read/parse-tsv';

const reading = (text: string, confidence = 85): EngineReading => ({
  text,
  meanConfidence: confidence,
  words: text.split(/\s+/).map((word, i) => ({ text: word, confidence, x: i * 50, y: 0, w: 40, h: 20, line: 0, block: 0 })),
});
const corrected = (text: string, confidence?: number) => correctSyllables(reading(text, confidence)).text;

describe('setting syllables right', () => {
  it.each([
    ['các chỉ bộ trực thuộc', 'các chi bộ trực thuộc'],
    ['Luật tố chức và Ủy bạn nhân dân', 'Luật tổ chức và Ủy ban nhân dân'],
    ['KẾT QUÁ KIẾM TRA', 'KẾT QUẢ KIỂM TRA'],
    ['xin Lãnh đạo xem xét', 'xin lãnh đạo xem xét'],
  ])('%s -> %s', (read, meant) => expect(corrected(read)).toBe(meant));

  it.each([
    'đồng chí Đinh Văn Tố chủ trì',
    'theo Quyết định số 15-QĐ/UBKTĐU ngày 10/07/2017',
    'chỉ bộ phận văn phòng được dự',
    'Bà Lê Thị Lan và ông Lưu Trữ',
    'UBND và HĐND xã',
    'công ty Viettel Telecom',
    'Luật Đất đai',
  ])('leaves %s', (text) => expect(corrected(text)).toBe(text));

  it('keeps what was read beside it, and changes only marks of what the engine was sure of', () => {
    const { words, text } = correctSyllables(reading('tố  chức\n\nđảng', 97));
    expect(words[0]).toMatchObject({ text: 'tổ', raw: 'tố' });
    expect(words[1]).not.toHaveProperty('raw');
    expect(text).toBe('tổ  chức\n\nđảng');
    expect(corrected('tương thực', 97)).toBe('tương thực');
    expect(corrected('tương thực', 60)).toBe('lương thực');
  });
});

describe('signs that dirt left', () => {
  const tidied = (text: string) => tidyMarks(reading(text)).text;
  it.each([
    ['nhân dân. và các hội', 'nhân dân và các hội'],
    ['"cầm ,bút .Phòng', '"cầm bút Phòng'],
    ['giao.thông nông thôn', 'giao thông nông thôn'],
    ['Số: 22 NN⁄/UB', 'Số: 22 NN/UB'],
    // Letters of other languages: of Iceland instead of Đ and beside it, of Spain instead of N.
    ["Số '141-ÑQ/ĐU", 'Số 141-NQ/ĐU'],
    ['Số 68-QĐ\u00D0/Đ\u00D0U và 20-CTr/\u00D0U', 'Số 68-QĐ/ĐU và 20-CTr/ĐU'],
  ])('%s -> %s', (read, meant) => expect(tidied(read)).toBe(meant));

  it.each([
    'hết năm. Tiếp theo',
    'năm 2010. và 2011',
    'TP. Hồ Chí Minh',
    'v.v. và nhiều',
    'họ tên .................. sinh',
    'gọi là "tổ xung kích" của ấp',
  ])('leaves %s', (text) => expect(tidied(text)).toBe(text));
});

describe('words that their place determines', () => {
  const framed = (...lines: string[]) =>
    correctFrames({
      text: lines.join('\n'),
      meanConfidence: 90,
      words: lines.flatMap((text, line) =>
        text.split(' ').map((word, i) => ({ text: word, confidence: 90, x: i * 50, y: line * 30, w: 40, h: 20, line, block: 0 })),
      ),
    }).text.split('\n');

  it('sets the month of a date right, and nothing else', () => {
    expect(framed('ngày 17. thống 05 năm 2025', 'thống 5 huyện', 'có 3 thang 4 bậc')).toEqual([
      'ngày 17. tháng 05 năm 2025',
      'thống 5 huyện',
      'có 3 thang 4 bậc',
    ]);
  });

  it('gives headings the stroke back that was lost, and lets a part begin again', () => {
    const lines = (...numbers: string[]) => numbers.map((number) => `${number} TỔ CHỨC THỰC HIỆN`);
    expect(framed(...lines('I.', 'I.', 'II.'))).toEqual(lines('I.', 'II.', 'III.'));
    expect(framed(...lines('I.', 'H.', 'IH.', 'IV.'))).toEqual(lines('I.', 'II.', 'III.', 'IV.'));
    expect(framed(...lines('I.', 'II.', 'I.', 'II.', 'III.'))).toEqual(lines('I.', 'II.', 'I.', 'II.', 'III.'));
    expect(framed('I Chi bộ', 'I Chi bộ')).toEqual(['I Chi bộ', 'I Chi bộ']);
  });

  it('reads IL at a heading as II', () => {
    expect(framed('I Ưu điểm', 'IL Hạn chế')).toEqual(['I Ưu điểm', 'II Hạn chế']);
  });

  it.each([
    ['ĐẢNG CỘNG SẲẢN VIỆT NAM', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
    ['CỘNG HOÀ XÃ HỘI CHÚ NGHĨA VIỆT NAM', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['BẠN CHẤP HÀNH', 'BAN CHẤP HÀNH'],
    ['PHÓ CHỦ TICH', 'PHÓ CHỦ TỊCH'],
    ['TIM BAN THƯỜNG VỤ', 'T/M BAN THƯỜNG VỤ'],
    ['- Lưu: VI.', '- Lưu: VT.'],
    ['-Lưu:VTI.', '-Lưu:VT.'],
    ['Chỉ bộ thôn 2', 'Chi bộ thôn 2'],
  ])('%s -> %s', (read, meant) => expect(framed(read)).toEqual([meant]));

  it.each(['TM. ỦY BAN NHÂN DÂN', 'HỘI NGHỊ CHẤP HÀNH', 'đau TIM từ lâu', 'Chỉ bộ phận văn phòng', 'khóa VI.', 'BẠN ĐỌC'])(
    'leaves %s',
    (text) => expect(framed(text)).toEqual([text]),
  );
});
