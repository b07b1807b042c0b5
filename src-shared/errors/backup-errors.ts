import { entry } from './error-entry';

/** Backups and restoring. */
export const backupErrors = {
  'backup.noPlace': entry(
    2,
    ['Chưa chọn nơi sao lưu.', 'Dữ liệu trên máy còn nguyên.', 'Vào Thiết lập › Sao lưu, chọn ổ USB hoặc thư mục mạng.'],
    [
      'No place for backups was chosen.',
      'The data on this machine is whole.',
      'Choose a USB disk or a network folder under Settings › Backup.',
    ],
  ),
  'backup.place': entry(
    8,
    [
      'Không vào được nơi sao lưu {dir}.',
      'Dữ liệu trên máy còn nguyên; các bản sao lưu cũ không bị đụng tới.',
      'Cắm lại ổ USB hoặc nối lại mạng rồi sao lưu lại.',
    ],
    [
      'The place for backups cannot be reached: {dir}.',
      'The data is whole and older backups were not touched.',
      'Connect the disk or the network and back up again.',
    ],
    true,
  ),
  'backup.notSound': entry(
    5,
    [
      'Bản sao lưu ở {dir} không nguyên vẹn.',
      'Không có gì được thay bằng bản này.',
      'Chọn bản sao lưu khác, hoặc sao lưu lại sang ổ khác.',
    ],
    ['The backup in {dir} is not whole.', 'Nothing was replaced by it.', 'Choose another backup, or back up again to another disk.'],
  ),
} as const;
