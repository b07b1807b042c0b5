import { entry } from './error-entry';

/** Statistics, sheets and papers of the committee. */
export const statisticsErrors = {
  'stats.unknownForm': entry(
    7,
    [
      'Không có biểu thống kê {form}.',
      'Số liệu không thay đổi.',
      'Xem danh sách biểu bằng lệnh kts stats, hoặc chọn trong màn hình Báo cáo.',
    ],
    ['There is no statistics form {form}.', 'No figure changed.', 'See the list of forms with kts stats, or choose one in the window.'],
  ),
  'stats.badForm': entry(
    3,
    [
      'Biểu thống kê này không đọc được.',
      'Biểu đang dùng vẫn giữ nguyên.',
      'Kiểm tra tệp biểu rồi nhập lại, hoặc trở về biểu của chương trình.',
    ],
    [
      'This statistics form cannot be read.',
      'The form in use stays as it is.',
      'Check the file and take it over again, or go back to the built-in form.',
    ],
  ),
  'stats.badPeriod': entry(
    2,
    ['Kỳ báo cáo không hợp lệ: {from} đến {to}.', 'Chưa có gì được đếm.', 'Chọn ngày đầu không sau ngày cuối.'],
    ['The period is not valid: {from} to {to}.', 'Nothing was counted.', 'Choose a first day that is not after the last.'],
  ),
  'paper.badTemplate': entry(
    3,
    [
      'Tệp này không dùng làm mẫu văn bản được.',
      'Mẫu đang dùng vẫn giữ nguyên, chưa có văn bản nào được ghi.',
      'Mở tệp bằng Word, xem lại các dấu ngoặc nhọn, lưu dạng .docx rồi thử lại.',
    ],
    [
      'This file cannot be used as a template.',
      'The template in use stays; no paper was written.',
      'Open it in Word, check the braces, save it as .docx and try again.',
    ],
  ),
  'paper.unknownTags': entry(
    3,
    [
      'Mẫu có chỗ điền mà chương trình không biết: {tags}.',
      'Mẫu đang dùng vẫn giữ nguyên.',
      'Sửa lại tên trong ngoặc nhọn đúng như mẫu đã tải ra, hoặc xóa chỗ đó, rồi nhập lại.',
    ],
    [
      'The template has placeholders that the program does not know: {tags}.',
      'The template in use stays.',
      'Write the names in braces as in the file that was exported, or remove them, then take it over again.',
    ],
  ),
  'paper.missingParts': entry(
    3,
    ['Mẫu thiếu phần bắt buộc: {parts}.', 'Mẫu đang dùng vẫn giữ nguyên.', 'Đưa các phần đó trở lại mẫu trong Word rồi nhập lại.'],
    [
      'The template lacks parts that it must have: {parts}.',
      'The template in use stays.',
      'Put them back in Word, then take it over again.',
    ],
  ),
} as const;
