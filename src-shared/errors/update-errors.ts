import { entry } from './error-entry';

/** Updates that are brought by stick. */
export const updateErrors = {
  'update.refused': entry(
    5,
    [
      'Tệp cập nhật không dùng được ({why}).',
      'Chương trình và dữ liệu không thay đổi.',
      'Lấy lại tệp từ nơi phát hành; tệp phải mới hơn bản đang dùng và có chữ ký đúng.',
    ],
    [
      'The update file cannot be used ({why}).',
      'Program and data are unchanged.',
      'Get the file from its publisher again; it must be newer than this version and rightly signed.',
    ],
  ),
  'update.busy': entry(
    3,
    ['Một bản cập nhật khác đang được tải về.', 'Chương trình và dữ liệu không thay đổi.', 'Đợi tải xong rồi làm lại.'],
    ['Another update is being brought.', 'Program and data are unchanged.', 'Wait until it is done, then try again.'],
  ),
} as const;
