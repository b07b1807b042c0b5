import { entry } from './error-entry';

/** Quality rounds over verified documents. */
export const qualityErrors = {
  'quality.nothingToDraw': entry(
    3,
    ['Chỗ này chưa có văn bản nào kiểm tra xong.', 'Chưa rút mẫu, dữ liệu không thay đổi.', 'Kiểm tra xong một phần rồi rút mẫu lại.'],
    [
      'No document of this place has been verified yet.',
      'Nothing was drawn, the data is unchanged.',
      'Verify a part of it, then draw again.',
    ],
  ),
  'quality.notChecked': entry(
    3,
    ['Đợt này còn {left} văn bản chưa xem.', 'Kết quả các văn bản đã xem vẫn còn.', 'Xem hết các văn bản đã rút rồi kết thúc đợt.'],
    [
      '{left} documents of this round were not looked at.',
      'What was found so far is kept.',
      'Look at all drawn documents, then end the round.',
    ],
  ),
} as const;
