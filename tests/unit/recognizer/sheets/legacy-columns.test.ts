import { expect, it } from 'vitest';
import { inUnicode } from '../../../../src-main/recognizer/sheets/legacy-columns';

it('converts columns typed in TCVN3 and leaves those that were continued in Unicode', () => {
  expect(
    inUnicode([
      ['Sè hå s¬', 'Tiªu ®Ò hå s¬', 'Ghi chú'],
      ['01', 'QuyÕt ®Þnh thi hµnh kû luËt ®¶ng viªn n¨m 1998', 'đã kiểm tra đủ số tờ'],
      [2, 'B¸o c¸o kiÓm tra §¶ng ñy x· n¨m 1999', 'thiếu một số trang cuối của văn bản'],
    ]),
  ).toEqual([
    ['Số hồ sơ', 'Tiêu đề hồ sơ', 'Ghi chú'],
    ['01', 'Quyết định thi hành kỷ luật đảng viên năm 1998', 'đã kiểm tra đủ số tờ'],
    [2, 'Báo cáo kiểm tra Đảng ủy xã năm 1999', 'thiếu một số trang cuối của văn bản'],
  ]);
});

it('converts a list typed in VNI, and leaves one in Unicode or without marks', () => {
  const vni = [
    ['Soá hoà sô', 'Tieâu ñeà hoà sô'],
    ['01', 'Quyeát ñònh thi haønh kyû luaät ñaûng vieân naêm 1998'],
  ];
  expect(inUnicode(vni)[1]?.[1]).toBe('Quyết định thi hành kỷ luật đảng viên năm 1998');
  for (const rows of [
    [
      ['Tiêu đề hồ sơ', 'Số tờ'],
      ['Quyết định kỷ luật năm 1998', 12],
    ],
    [
      ['title', 'sheets'],
      ['minutes of 1998', 4],
    ],
  ])
    expect(inUnicode(rows)).toEqual(rows);
});
