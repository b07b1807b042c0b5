import { entry } from './error-entry';

/** Taking back what was done last. */
export const undoErrors = {
  'undo.nothing': entry(
    7,
    [
      'Không còn việc nào để hoàn tác từ lúc mở sổ.',
      'Dữ liệu không thay đổi.',
      'Xem nhật ký của bản ghi để biết giá trị cũ, rồi sửa lại bằng tay.',
    ],
    [
      'Nothing is left to take back since the book was opened.',
      'The data is unchanged.',
      'Look at the log of the record for former values and change them by hand.',
    ],
  ),
  'undo.changed': entry(
    3,
    [
      'Không hoàn tác được: {who} đã sửa tiếp “{title}”.',
      'Nội dung mới được giữ nguyên, chưa có gì thay đổi.',
      'Xem nhật ký của bản ghi rồi sửa những ô cần sửa.',
    ],
    [
      'This cannot be taken back: {who} changed “{title}” since.',
      'What was written since stands; nothing was changed.',
      'Look at the log of the record and change the fields that need it.',
    ],
  ),
  'undo.sealed': entry(
    3,
    [
      'Việc vừa rồi sửa thông tin niêm phong nên không tự hoàn tác được.',
      'Nội dung niêm phong cũ không được giữ ở nơi nào khác; bản ghi không thay đổi.',
      'Mở bản ghi và nhập lại thông tin đó.',
    ],
    [
      'The last act changed sealed information and cannot be taken back by itself.',
      'The former sealed text is kept nowhere else; the record is unchanged.',
      'Open the record and enter that information again.',
    ],
  ),
} as const;
