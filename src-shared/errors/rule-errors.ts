import { entry } from './error-entry';

/** Rule packs: reading, keeping and taking them over. */
export const ruleErrors = {
  'rules.notAPack': entry(
    3,
    [
      'Đây không phải gói quy tắc mà phiên bản này hiểu được.',
      'Quy tắc đang dùng không thay đổi.',
      'Kiểm tra lại nội dung, hoặc xin gói mới từ tỉnh.',
    ],
    [
      'This is no rule pack that this version can follow.',
      'The rules in force are unchanged.',
      'Check its content, or ask the province for a new one.',
    ],
  ),
  'rules.builtInPack': entry(
    3,
    ['Gói {id} là gói có sẵn của chương trình, không ghi đè được.', 'Chưa có gì được lưu.', 'Đặt mã khác cho bản của Ủy ban.'],
    ['The pack {id} is built in and cannot be replaced.', 'Nothing was saved.', "Give the committee's copy another id."],
  ),
  'rules.notSigned': entry(
    3,
    ['Tệp này không có chữ ký hợp lệ.', 'Quy tắc đang dùng không thay đổi.', 'Xin lại tệp từ nơi đã xuất; không sửa tệp bằng tay.'],
    [
      'This file bears no valid signature.',
      'The rules in force are unchanged.',
      'Ask again for the file where it was exported; do not edit it by hand.',
    ],
  ),
  'rules.unknownSigner': entry(
    3,
    [
      'Tệp được ký bằng khóa {key}… mà máy này chưa biết.',
      'Chưa có gì được lưu.',
      'Hỏi nơi gửi tám ký tự đầu của khóa, đối chiếu rồi xác nhận.',
    ],
    [
      'The file was signed with a key {key}… that this machine does not know.',
      'Nothing was saved.',
      'Ask the sender for the first eight characters of the key, compare and confirm.',
    ],
  ),
} as const;
