import { entry } from './error-entry';

/** Saving and reading records. Problems of single fields travel beside it as FieldProblem. */
export const recordErrors = {
  'access.denied': entry(
    4,
    ['Vai trò của bạn không cho phép việc này.', 'Chưa có gì thay đổi.', 'Nhờ người có quyền, hoặc chủ nhiệm giao thêm quyền.'],
    ['Your role does not allow this.', 'Nothing was changed.', 'Ask somebody who may, or have the chairman give you the right.'],
  ),
  'access.ownRequest': entry(
    4,
    ['Không thể tự duyệt yêu cầu của chính mình.', 'Chưa có gì thay đổi.', 'Người thứ hai đăng nhập và duyệt.'],
    ['You cannot approve your own request.', 'Nothing was changed.', 'Let a second person sign in and approve it.'],
  ),
  'access.needsSecond': entry(
    4,
    ['Việc này cần người thứ hai duyệt.', 'Chưa có gì được mở hay thay đổi.', 'Gửi yêu cầu duyệt; khi được duyệt, làm lại trong 24 giờ.'],
    ['A second person must approve this.', 'Nothing was opened or changed.', 'Ask for approval; once it is given, do it within 24 hours.'],
  ),
  'access.secrecy': entry(
    4,
    [
      'Độ mật {level} không được ra khỏi sổ bằng cách này.',
      'Chưa có gì được ghi ra.',
      'Bỏ tài liệu mật khỏi lựa chọn, hoặc làm trên giấy theo quy định.',
    ],
    [
      'Secrecy {level} may not leave the book by this way.',
      'Nothing was written.',
      'Leave the secret papers out, or use paper as the rules say.',
    ],
  ),
  'record.sealedElsewhere': entry(
    4,
    [
      'Thông tin này được niêm phong ở máy khác của ủy ban nên không mở được ở máy này.',
      'Thông tin vẫn được giữ nguyên; chưa có gì được mở hay ghi vào nhật ký.',
      'Mở ở máy đã nhập, hoặc ở máy được dựng từ bản sao lưu của máy đó.',
    ],
    [
      'This was sealed on another workstation of the committee and cannot be opened on this one.',
      'It is kept as it is; nothing was opened or put on record.',
      'Open it where it was entered, or on a workstation that was set up from a backup of that one.',
    ],
  ),
  'record.invalid': entry(
    3,
    ['{count} ô chưa đúng: {fields}.', 'Chưa có gì được lưu; bản nháp vẫn còn.', 'Sửa các ô được đánh dấu rồi lưu lại.'],
    ['{count} fields are not right: {fields}.', 'Nothing was saved; the draft is kept.', 'Mend the marked fields and save again.'],
  ),
  'record.notFound': entry(
    7,
    ['Không thấy bản ghi này.', 'Dữ liệu không thay đổi.', 'Có thể bản ghi đã được chuyển đi; tìm lại trong danh sách.'],
    ['This record was not found.', 'The data is unchanged.', 'It may have been moved aside; look for it in the list.'],
  ),
  'record.brokenReference': entry(
    3,
    ['Ô {field} trỏ tới một bản ghi không có.', 'Chưa có gì được lưu.', 'Chọn lại trong danh sách.'],
    ['The field {field} points to a record that does not exist.', 'Nothing was saved.', 'Choose it again from the list.'],
  ),
  'record.changedMeanwhile': entry(
    3,
    [
      'Bản ghi này vừa được sửa ở nơi khác.',
      'Cả hai bản đều còn: bản kia đã lưu, bản của đồng chí còn là nháp.',
      'Xem bản mới rồi lưu lại phần của mình.',
    ],
    [
      'This record was changed elsewhere just now.',
      'Both versions exist: theirs is saved, yours is a draft.',
      'Look at the new version and save yours again.',
    ],
  ),
  'record.inUse': entry(
    3,
    ['Bản ghi này còn được {count} bản ghi khác nhắc tới.', 'Chưa có gì thay đổi.', 'Gỡ các liên kết đó trước.'],
    ['{count} other records refer to this one.', 'Nothing was changed.', 'Remove those links first.'],
  ),
  'record.noNumber': entry(
    3,
    ['Ô {field} không phải là ô đánh số của sổ này.', 'Dữ liệu không thay đổi.', 'Chọn ô số của sổ, ví dụ số đến hoặc số đơn.'],
    [
      'The field {field} is not one that numbers this register.',
      'The data is unchanged.',
      'Choose the number of the register, such as its arrival number.',
    ],
  ),
  'record.byHubOnly': entry(
    3,
    [
      'Loại bản ghi này do tỉnh ban hành, máy này không ghi được.',
      'Chưa có gì thay đổi.',
      'Ghi ý kiến vào ghi chú hoặc giao việc kèm theo.',
    ],
    [
      'Records of this kind are issued by the province and cannot be written here.',
      'Nothing was changed.',
      'Add a note or a task to it instead.',
    ],
  ),
  'record.reasonRequired': entry(
    3,
    ['Cần ghi lý do.', 'Chưa có gì thay đổi.', 'Ghi lý do ngắn gọn rồi làm lại.'],
    ['A reason is needed.', 'Nothing was changed.', 'Give a short reason and try again.'],
  ),
  'record.secrecy': entry(
    3,
    ['Máy này có nối mạng nên không nhận nội dung tài liệu {level}.', 'Chưa có gì được lưu.', 'Nhập tài liệu này trên máy độc lập.'],
    [
      'This machine is connected, so it does not take the content of {level} papers.',
      'Nothing was saved.',
      'Enter this paper on a standalone machine.',
    ],
  ),
  'search.badQuery': entry(
    3,
    ['Câu tìm chưa có chữ hay số nào.', '', 'Gõ ít nhất một chữ hoặc số.'],
    ['The query holds no letter or digit.', '', 'Type at least one letter or digit.'],
  ),
  'sheet.faulty': entry(
    3,
    ['Danh sách còn {rows} dòng có lỗi.', 'Chưa có dòng nào được nhập.', 'Sửa các dòng lỗi ngay trong bảng, hoặc chọn bỏ qua chúng.'],
    ['{rows} rows of the list are faulty.', 'No row was imported.', 'Mend them in the table, or choose to leave them out.'],
  ),
} as const;
