import { entry } from './error-entry';

/** Bringing pages in and reading them. {file} is the name of the file, without its folder. */
export const scanErrors = {
  'scan.notFound': entry(
    7,
    ['Không thấy tệp {file}.', 'Các tệp khác vẫn được nhập.', 'Kiểm tra USB hoặc thư mục rồi chọn lại.'],
    ['The file {file} was not found.', 'The other files go on.', 'Check the stick or folder and choose it again.'],
  ),
  'scan.notAFile': entry(
    3,
    ['{file} là thư mục không có ảnh quét hay PDF nào.', 'Các tệp khác vẫn được nhập.', 'Chọn thư mục có các tệp quét.'],
    ['{file} is a folder without any scan or PDF.', 'The other files go on.', 'Choose the folder that holds the scans.'],
  ),
  'scan.empty': entry(
    3,
    ['Tệp {file} trống (0 byte).', 'Các tệp khác vẫn được nhập.', 'Quét hoặc chép lại tệp này.'],
    ['The file {file} is empty (0 bytes).', 'The other files go on.', 'Scan or copy it again.'],
  ),
  'scan.unsupported': entry(
    3,
    ['Tệp {file} không phải ảnh JPEG, PNG, TIFF hay PDF.', 'Các tệp khác vẫn được nhập.', 'Lưu tệp này thành PDF hoặc ảnh rồi nhập lại.'],
    ['The file {file} is not a JPEG, PNG, TIFF or PDF.', 'The other files go on.', 'Save it as PDF or image and import it again.'],
  ),
  'scan.encrypted': entry(
    3,
    ['Tệp {file} có đặt mật khẩu.', 'Các tệp khác vẫn được nhập.', 'Mở tệp bằng mật khẩu, lưu một bản không khóa rồi nhập lại.'],
    ['The file {file} is protected by a password.', 'The other files go on.', 'Open it, save an unprotected copy and import that.'],
  ),
  'scan.corrupt': entry(
    3,
    [
      'Tệp {file} bị hỏng hoặc chép chưa trọn{place}.',
      'Các trang đọc được đã lưu, các tệp khác vẫn được nhập.',
      'Quét hoặc chép lại tệp này.',
    ],
    [
      'The file {file} is damaged or incomplete{place}.',
      'Pages that could be read are saved, the other files go on.',
      'Scan or copy it again.',
    ],
  ),
  'scan.tooLarge': entry(
    3,
    ['Tệp {file} quá lớn ({limit}).', 'Các tệp khác vẫn được nhập.', 'Chia nhỏ tệp hoặc quét lại ở 300 dpi.'],
    ['The file {file} is too large ({limit}).', 'The other files go on.', 'Split it or scan again at 300 dpi.'],
  ),
  'scan.unreadable': entry(
    8,
    [
      'Không đọc được tệp {file}; có thể chương trình khác đang dùng.',
      'Các tệp khác vẫn được nhập.',
      'Đóng chương trình kia rồi nhập lại.',
    ],
    [
      'The file {file} could not be read; another program may be using it.',
      'The other files go on.',
      'Close that program and import it again.',
    ],
    true,
  ),
  'scan.secrecy': entry(
    3,
    [
      'Máy này có nối mạng nên không nhận trang quét của tài liệu {level}.',
      'Chưa có trang nào được lưu.',
      'Nhập tài liệu này trên máy độc lập có phê duyệt.',
    ],
    [
      'This machine is connected, so it takes no pages of {level} papers.',
      'No page was saved.',
      'Import them on a standalone machine with an approval.',
    ],
  ),
  'scan.topSecret': entry(
    3,
    [
      'Tài liệu TUYỆT MẬT không được số hóa trên bất kỳ máy nào.',
      'Chưa có trang nào được lưu.',
      'Giữ bản giấy theo quy định về bí mật nhà nước.',
    ],
    ['Top secret papers are never digitised, on any machine.', 'No page was saved.', 'Keep the paper as the rules on state secrets say.'],
  ),
  'scan.noApproval': entry(
    3,
    [
      'Chưa có phê duyệt số hóa tài liệu {level} cho hồ sơ này.',
      'Chưa có trang nào được lưu.',
      'Ghi phê duyệt (người, số, ngày, phạm vi) ở mục Phê duyệt số hóa tài liệu mật rồi nhập lại.',
    ],
    [
      'No approval to digitise {level} papers covers this file.',
      'No page was saved.',
      'Record the approval (who, number, day, scope) and import again.',
    ],
  ),
  'scan.undecided': entry(
    3,
    ['Hồ sơ {file} đang chờ hướng dẫn về độ mật.', 'Chưa có trang nào được lưu.', 'Xác định độ mật và căn cứ của hồ sơ rồi nhập lại.'],
    ['The file {file} waits for guidance on its secrecy.', 'No page was saved.', 'Decide its level with the basis and import again.'],
  ),
  'scan.suspected': entry(
    3,
    [
      'Văn bản này nghi có dấu mật và đang chờ trả lời.',
      'Các trang đã có vẫn còn, không gửi đi đâu.',
      'Trả lời ở Lưu trữ số, mục Nghi có dấu mật.',
    ],
    [
      'This document looks secret and waits for an answer.',
      'Its pages are kept and sent nowhere.',
      'Answer it in the archive, under Looks secret.',
    ],
  ),
  'page.damaged': entry(
    5,
    [
      'Tệp ảnh của trang này bị hỏng hoặc bị sửa.',
      'Chữ đã đọc và các trang khác còn nguyên.',
      'Khôi phục từ bản sao lưu, lấy lại từ tỉnh hoặc quét lại trang.',
    ],
    [
      'The image file of this page is damaged or was altered.',
      'The text and the other pages are intact.',
      'Restore it from a backup or the province, or scan the page again.',
    ],
  ),
  'page.destroyed': entry(
    3,
    [
      'Trang này đã tiêu hủy theo biên bản, không nhận lại và không sửa được{place}.',
      'Bản ghi và chứng cứ tiêu hủy còn nguyên.',
      'Nếu tài liệu còn giá trị, báo người phụ trách lưu trữ.',
    ],
    [
      'This page was destroyed by decision; it is neither taken in again nor changed{place}.',
      'Its record and the proof are kept.',
      'If the paper is still of value, tell whoever keeps the archive.',
    ],
  ),
  'page.missing': entry(
    7,
    ['Ảnh của trang này chưa có trên máy.', 'Chữ đã đọc vẫn tìm được.', 'Chờ đồng bộ hoặc quét lại trang.'],
    ['The image of this page is not on this machine.', 'Its text can still be found.', 'Wait for sync or scan the page again.'],
  ),
  'ocr.timeout': entry(
    5,
    [
      'Trang này đọc quá lâu nên đã dừng.',
      'Ảnh trang đã lưu, các trang khác vẫn được đọc.',
      'Bấm Đọc lại, hoặc quét lại trang cho rõ hơn.',
    ],
    [
      'Reading this page took too long and was stopped.',
      'The image is saved, other pages go on.',
      'Choose Read again, or scan the page more clearly.',
    ],
    true,
  ),
  'ocr.crashed': entry(
    5,
    [
      'Bộ đọc chữ dừng đột ngột ở trang này.',
      'Ảnh trang đã lưu, các trang khác vẫn được đọc.',
      'Bấm Đọc lại; nếu vẫn lỗi, quét lại trang.',
    ],
    [
      'The reader stopped unexpectedly at this page.',
      'The image is saved, other pages go on.',
      'Choose Read again; if it fails again, scan the page anew.',
    ],
    true,
  ),
  'ocr.unavailable': entry(
    5,
    [
      'Bộ đọc chữ không chạy được: dữ liệu ngôn ngữ tiếng Việt thiếu hoặc hỏng.',
      'Ảnh trang và hàng chờ còn nguyên, mọi việc khác làm bình thường.',
      'Cài lại chương trình để có lại dữ liệu ngôn ngữ; các trang chờ sẽ tự được đọc.',
    ],
    [
      'The reader does not start: its Vietnamese language data is missing or damaged.',
      'The images and the queue are intact, everything else works.',
      'Install the program again to get the language data back; the waiting pages are then read by themselves.',
    ],
    true,
  ),
  'recognizer.exited': entry(
    5,
    ['Bộ đọc chữ đã dừng.', 'Hàng chờ còn nguyên, không mất trang nào.', 'Chương trình sẽ tự khởi động lại bộ đọc.'],
    ['The reader has stopped.', 'The queue is intact, no page is lost.', 'It is started again by itself.'],
    true,
  ),
} as const;
