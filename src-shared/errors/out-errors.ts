import { entry } from './error-entry';

const untouchedVi = 'Dữ liệu trong kho còn nguyên, chưa có gì được ghi ra.';
const untouchedEn = 'The archive is untouched; nothing was written.';

/** What leaves the archive as files, and packages that come in. */
export const outErrors = {
  'out.nothing': entry(
    7,
    ['Chỗ đã chọn không có hồ sơ hay văn bản nào.', untouchedVi, 'Chọn hồ sơ, hộp hoặc phông có tài liệu rồi xuất lại.'],
    ['There is no file or document in what was chosen.', untouchedEn, 'Choose files, a box or a fonds with papers in it.'],
  ),
  'out.secrecy': entry(
    3,
    [
      'Tài liệu độ mật {level} không được xuất khỏi máy này ({title}).',
      untouchedVi,
      'Làm việc này trên máy độc lập có phê duyệt, hoặc bỏ tài liệu đó khỏi phần chọn.',
    ],
    [
      'Papers of the level {level} do not leave this machine ({title}).',
      untouchedEn,
      'Do it on a standalone machine with an approval, or leave the paper out.',
    ],
  ),
  'out.incomplete': entry(
    3,
    [
      '{count} ô bắt buộc của gói còn trống; đầu tiên: {first}.',
      'Chưa có gì được ghi ra.',
      'Điền các ô trong danh sách rồi đóng gói lại, hoặc chọn để riêng các hồ sơ chưa đủ.',
    ],
    [
      '{count} mandatory elements of the package are empty; the first: {first}.',
      'Nothing was written.',
      'Fill in what the list names and package again, or choose to leave incomplete files out.',
    ],
  ),
  'out.exists': entry(
    3,
    ['Đã có {name} ở nơi lưu.', 'Tệp đang có không bị đụng tới.', 'Chọn tên khác hoặc thư mục khác.'],
    ['There is a {name} already.', 'It was not touched.', 'Choose another name or folder.'],
  ),
  'package.notOne': entry(
    3,
    ['{name} không phải gói SIP hay AIP: không thấy METS.xml.', 'Kho lưu trữ không đổi.', 'Chọn đúng thư mục gói hoặc tệp ZIP của gói.'],
    ['{name} is no SIP or AIP: it has no METS.xml.', 'The archive is unchanged.', 'Choose the folder or the ZIP of a package.'],
  ),
  'package.damaged': entry(
    5,
    ['Gói {name} không nguyên vẹn: {problem}.', 'Kho lưu trữ không đổi; các gói khác vẫn nhận được.', 'Xin bên giao chép lại gói này.'],
    [
      'The package {name} is not intact: {problem}.',
      'The archive is unchanged; other packages can still be taken in.',
      'Ask for this package again.',
    ],
  ),
  'package.tooLarge': entry(
    3,
    ['Gói {name} quá lớn ({what}).', 'Kho lưu trữ không đổi.', 'Xin bên giao chia nhỏ gói.'],
    ['The package {name} is too large ({what}).', 'The archive is unchanged.', 'Ask for it in smaller packages.'],
  ),
} as const;
