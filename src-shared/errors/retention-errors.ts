import { entry } from './error-entry';

/** Retention, destruction, removal of personal data. */
export const retentionErrors = {
  'retention.notDue': entry(
    3,
    ['Hồ sơ {file} chưa hết thời hạn bảo quản, hoặc đã tiêu hủy.', 'Chưa có gì thay đổi.', 'Bỏ hồ sơ đó khỏi danh mục.'],
    ['The file {file} is not due, or destroyed already.', 'Nothing was changed.', 'Leave that file off the list.'],
  ),
  'retention.notReady': entry(
    3,
    [
      'Chưa đủ điều kiện tiêu hủy ({why}).',
      'Chưa có gì bị tiêu hủy.',
      'Bổ sung danh mục, biên bản, quyết định theo danh sách còn thiếu rồi làm lại.',
    ],
    ['It may not be destroyed yet ({why}).', 'Nothing was destroyed.', 'Complete list, minutes and decision, then do it again.'],
  ),
  'retention.fixed': entry(
    4,
    [
      'Bản ghi này do việc tiêu hủy hoặc xóa dữ liệu lập nên, không sửa và không khôi phục được.',
      'Bản ghi còn nguyên.',
      'Xem chứng cứ trong đợt tiêu hủy.',
    ],
    ['This record tells of a destruction: it is neither changed nor restored.', 'It is as it was.', 'See the proof in the disposal.'],
  ),
} as const;
