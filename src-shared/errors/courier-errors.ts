import { entry } from './error-entry';

const untouchedVi = 'Dữ liệu trên máy còn nguyên.';
const untouchedEn = 'The data on this machine is intact.';
const goodPartVi = 'Phần đọc được đã nhận; dữ liệu trên máy còn nguyên.';
const goodPartEn = 'What could be read was taken over; the data on this machine is intact.';

/** Sync by USB stick: the stick itself, the bundles on it, enrolment by files. */
export const courierErrors = {
  'courier.busy': entry(
    3,
    ['Đang ghi hoặc đọc USB.', untouchedVi, 'Chờ xong hoặc bấm Dừng rồi làm lại.'],
    ['A stick is being written or read.', untouchedEn, 'Wait until it is done, or stop it first.'],
    true,
  ),
  'courier.cancelled': entry(
    3,
    ['Đã dừng theo yêu cầu.', 'Phần đã xong được giữ; dữ liệu trên máy còn nguyên.', 'Làm lại lúc nào cũng được, không mất gì.'],
    ['Stopped as asked.', 'What was finished stays; the data on this machine is intact.', 'Do it again at any time; nothing is lost.'],
  ),
  'courier.noFolder': entry(
    7,
    ['Không mở được thư mục {dir}.', untouchedVi, 'Cắm lại USB và chọn đúng ổ.'],
    ['The folder {dir} could not be opened.', untouchedEn, 'Plug the stick in again and choose its drive.'],
  ),
  'courier.stickGone': entry(
    8,
    [
      'USB đã bị rút ra hoặc không đọc ghi được nữa.',
      'Dữ liệu trên máy còn nguyên; phần đã xong trên USB vẫn dùng được.',
      'Cắm lại USB rồi làm lại; chương trình làm tiếp phần còn thiếu.',
    ],
    [
      'The stick was pulled out or can no longer be read or written.',
      'The data on this machine is intact; finished parts on the stick stay good.',
      'Plug it in and do it again; what is missing is made up for.',
    ],
    true,
  ),
  'courier.stickFull': entry(
    8,
    [
      'USB không còn chỗ trống.',
      'Dữ liệu trên máy còn nguyên; các phần đã ghi xong vẫn dùng được.',
      'Xóa bớt tệp khác trên USB, hoặc dùng USB lớn hơn, rồi ghi lại.',
    ],
    [
      'There is no room left on the stick.',
      'The data on this machine is intact; parts that were finished stay good.',
      'Remove other files from the stick or use a larger one, then write again.',
    ],
  ),
  'courier.readOnly': entry(
    8,
    ['Không ghi được vào USB (USB bị khóa ghi hoặc không có quyền).', untouchedVi, 'Gạt khóa ghi trên USB hoặc dùng USB khác rồi ghi lại.'],
    ['The stick cannot be written (locked, or no rights).', untouchedEn, 'Unlock the stick or use another one, then write again.'],
  ),
  'courier.readBack': entry(
    8,
    ['Đọc lại tệp {file} thấy khác với lúc ghi: USB có thể đã hỏng.', untouchedVi, 'Dùng USB khác rồi ghi lại.'],
    ['The file {file} read back differently: the stick may be worn out.', untouchedEn, 'Use another stick and write again.'],
  ),
  'courier.partTooLarge': entry(
    8,
    ['USB không chứa được tệp lớn như vậy.', untouchedVi, 'Chọn cỡ phần nhỏ hơn (dưới 4 GB) rồi ghi lại.'],
    ['The stick does not take a file of that size.', untouchedEn, 'Choose smaller parts (below 4 GB) and write again.'],
  ),
  'courier.nothingHere': entry(
    7,
    ['Trên USB không có gói nào cho đơn vị này.', untouchedVi, 'Kiểm tra lại USB, hoặc xin tỉnh ghi gói trả lời.'],
    ['There is no bundle for this committee on the stick.', untouchedEn, 'Check the stick, or ask the province for its answer.'],
  ),
  'courier.cutOff': entry(
    3,
    ['Gói {file} bị cụt.', goodPartVi, 'Phần còn thiếu sẽ có trong gói lần sau; không cần làm gì thêm.'],
    ['The bundle {file} is cut off.', goodPartEn, 'What it lacks comes with the next bundle; nothing needs to be done.'],
  ),
  'courier.damaged': entry(
    3,
    ['Gói {file} bị hỏng hoặc bị sửa.', goodPartVi, 'Phần còn thiếu sẽ có trong gói lần sau; nên thay USB.'],
    ['The bundle {file} is damaged or was altered.', goodPartEn, 'What it lacks comes with the next bundle; the stick should be replaced.'],
  ),
  'courier.notABundle': entry(
    3,
    ['Tệp {file} không phải gói đồng bộ.', untouchedVi, 'Bỏ qua tệp này; nếu là gói của tỉnh, xin ghi lại.'],
    ['The file {file} is not a sync bundle.', untouchedEn, 'Leave it; if the province made it, ask for it again.'],
  ),
  'courier.notForUs': entry(
    3,
    ['Gói {file} được mã hóa cho nơi khác nên không mở được ở đây.', untouchedVi, 'Mang gói đến đúng nơi nhận.'],
    ['The bundle {file} is encrypted to somebody else and cannot be opened here.', untouchedEn, 'Bring it to its receiver.'],
  ),
  'courier.foreignCommittee': entry(
    3,
    ['Gói {file} của một ủy ban khác.', untouchedVi, 'Mang gói đến đúng ủy ban.'],
    ['The bundle {file} belongs to another committee.', untouchedEn, 'Bring it to that committee.'],
  ),
  'courier.foreignHub': entry(
    3,
    ['Gói {file} là của một máy chủ tỉnh khác.', untouchedVi, 'Mang gói đến đúng nơi, hoặc đăng ký lại máy này.'],
    ['The bundle {file} belongs to another hub.', untouchedEn, 'Bring it there, or enrol this machine again.'],
  ),
  'courier.badSignature': entry(
    3,
    ['Chữ ký của gói {file} không đúng.', untouchedVi, 'Không dùng gói này; báo cho tỉnh.'],
    ['The signature of the bundle {file} is wrong.', untouchedEn, 'Do not use it; tell the province.'],
  ),
  'courier.revoked': entry(
    3,
    ['Gói {file} do máy đã bị thu hồi ghi.', untouchedVi, 'Đăng ký lại máy đó nếu còn dùng.'],
    ['The bundle {file} was written by a revoked machine.', untouchedEn, 'Enrol that machine again if it is still in use.'],
  ),
  'courier.unknownDevice': entry(
    3,
    ['Gói {file} do máy chưa đăng ký ghi.', untouchedVi, 'Đăng ký máy đó trước rồi đọc lại gói.'],
    [
      'The bundle {file} was written by a machine that is not enrolled.',
      untouchedEn,
      'Enrol that machine first, then read the bundle again.',
    ],
  ),
  'courier.newerFormat': entry(
    3,
    ['Gói {file} do bản chương trình mới hơn ghi.', untouchedVi, 'Cập nhật chương trình rồi đọc lại gói.'],
    ['The bundle {file} was written by a newer version.', untouchedEn, 'Update the program and read it again.'],
  ),
  'courier.noRecipient': entry(
    3,
    ['Chưa có khóa nhận của tỉnh nên chưa ghi được gói.', untouchedVi, 'Đăng ký lại máy này với tỉnh (qua mạng hoặc bằng hai tệp).'],
    ['The hub’s key for bundles is not known yet.', untouchedEn, 'Enrol this machine again (by network or with the two files).'],
  ),
  'courier.noRequest': entry(
    3,
    ['Máy này chưa ghi tệp xin đăng ký nào đang chờ trả lời.', untouchedVi, 'Ghi tệp xin đăng ký trước, rồi mang đến tỉnh.'],
    ['This machine awaits no answer to an enrolment request.', untouchedEn, 'Write the request first and bring it to the province.'],
  ),
  'courier.noAnswer': entry(
    7,
    ['Trên USB không có trả lời đăng ký cho máy này.', untouchedVi, 'Kiểm tra lại USB, hoặc xin tỉnh xử lý tệp xin đăng ký.'],
    [
      'There is no enrolment answer for this machine on the stick.',
      untouchedEn,
      'Check the stick, or ask the province to answer the request.',
    ],
  ),
  'courier.otherProfile': entry(
    3,
    ['Máy chủ này dùng cho máy {hub}, máy này là máy {workstation}.', untouchedVi, 'Xin mã đăng ký của đúng máy chủ tỉnh.'],
    ['This hub serves {hub} machines, this one is {workstation}.', untouchedEn, 'Ask for a code of the right hub.'],
  ),
} as const;
