import { entry } from './error-entry';

/** The way to the provincial hub. */
export const syncErrors = {
  'sync.unreachable': entry(
    6,
    ['Không kết nối được máy chủ tỉnh.', 'Dữ liệu đã lưu an toàn trên máy này.', 'Các thay đổi sẽ tự gửi khi có mạng; không cần làm gì.'],
    [
      'The provincial hub could not be reached.',
      'The data is safe on this machine.',
      'Changes are sent when the line is back; nothing needs to be done.',
    ],
    true,
  ),
  'sync.hubBusy': entry(
    6,
    ['Máy chủ tỉnh đang bận.', 'Dữ liệu đã lưu an toàn trên máy này.', 'Sẽ tự gửi lại sau {seconds} giây; không cần làm gì.'],
    [
      'The provincial hub is busy.',
      'The data is safe on this machine.',
      'Sent again by itself in {seconds} seconds; nothing needs to be done.',
    ],
    true,
  ),
  'sync.hubFull': entry(
    6,
    [
      'Máy chủ tỉnh hết chỗ lưu.',
      'Dữ liệu đã lưu an toàn trên máy này.',
      'Báo cho Ủy ban Kiểm tra Tỉnh ủy; các thay đổi sẽ tự gửi khi máy chủ có chỗ.',
    ],
    [
      'The provincial hub has no room left.',
      'The data is safe on this machine.',
      'Tell the provincial committee; changes are sent when the hub has room.',
    ],
    true,
  ),
  'sync.notEnrolled': entry(
    6,
    ['Máy này chưa đăng ký với máy chủ tỉnh.', 'Dữ liệu đã lưu an toàn trên máy này.', 'Xin mã đăng ký của tỉnh rồi nhập ở mục Đồng bộ.'],
    [
      'This machine is not enrolled with the provincial hub.',
      'The data is safe on this machine.',
      'Ask the province for an enrolment code and enter it under Sync.',
    ],
  ),
  'sync.badCode': entry(
    4,
    ['Mã đăng ký không đúng, đã dùng hoặc đã hết hạn.', 'Dữ liệu không thay đổi.', 'Nhập lại đúng 10 ký tự, hoặc xin tỉnh mã mới.'],
    ['The enrolment code is wrong, used or expired.', 'The data is unchanged.', 'Enter the 10 characters again, or ask for a new code.'],
  ),
  'sync.plainAddress': entry(
    3,
    [
      'Địa chỉ này không mã hóa đường truyền nên chưa đăng ký.',
      'Chưa có gì được gửi đi.',
      'Nhập địa chỉ bắt đầu bằng https:// do tỉnh cung cấp.',
    ],
    [
      'This address does not encrypt what is sent, so nothing was enrolled.',
      'Nothing was sent.',
      'Enter the address that begins with https:// as the province gave it.',
    ],
  ),
  'sync.revoked': entry(
    6,
    ['Tỉnh đã thu hồi quyền đồng bộ của máy này.', 'Dữ liệu trên máy còn nguyên.', 'Liên hệ Ủy ban Kiểm tra Tỉnh ủy.'],
    ['The province has revoked this machine.', 'The data on it is intact.', 'Contact the provincial committee.'],
  ),
  'sync.version': entry(
    6,
    [
      'Phiên bản của máy này và của máy chủ tỉnh cách nhau quá xa.',
      'Dữ liệu trên máy còn nguyên; các thay đổi vẫn chờ gửi.',
      'Nâng cấp bản cũ hơn trong hai bên.',
    ],
    [
      'The versions of this machine and of the provincial hub are too far apart.',
      'The data on this machine is intact; changes go on waiting.',
      'Upgrade the older of the two.',
    ],
  ),
  'sync.hubRefused': entry(
    6,
    ['Máy chủ tỉnh từ chối: {reason}.', 'Dữ liệu trên máy còn nguyên.', 'Xem mục Đồng bộ để biết cần bổ sung gì.'],
    ['The hub refused: {reason}.', 'The data on this machine is intact.', 'See Sync for what needs to be mended.'],
  ),
  'sync.badAnswer': entry(
    6,
    ['Máy chủ trả lời không đúng giao thức.', 'Dữ liệu trên máy còn nguyên.', 'Kiểm tra địa chỉ máy chủ; sẽ tự thử lại.'],
    ['The hub answered outside the protocol.', 'The data on this machine is intact.', 'Check the address of the hub; it is tried again.'],
    true,
  ),
  'sync.standalone': entry(
    3,
    ['Máy độc lập không nối mạng.', 'Dữ liệu an toàn trên máy này.', 'Máy này chỉ trao đổi qua USB.'],
    ['A standalone machine opens no network.', 'The data is safe on this machine.', 'It exchanges by USB only.'],
  ),
} as const;
