/**
 * Family names of Vietnam: few hundred, and the hundred here are those of nearly everybody. A name that begins with none of them, but
 * with one that differs in its marks only, was misread: Đỉnh Đức Thủy is Đinh Đức Thủy. Given names can be any syllable and stay.
 */
import { fold } from '../text/fold';

const NAMES =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý An Âu Bạch Bành Bế Biện Bồ Ca Cái Cao Cầm Cấn Châu Chế Chu Chử Cù Cung Dư Diệp Doãn Đàm Đào Đậu Điền Điêu Đinh Đoàn Đồng Đổng Đường Giang Giáp Hà Hạ Hán Hàn Hàng Hứa Khổng Khúc Kiều Kim La Lã Lại Lâm Lăng Liễu Lò Lô Lộc Lục Lư Lữ Lương Lưu Mã Mạc Mai Mẫn Mông Nghiêm Ngụy Nhâm Nhan Nhữ Ninh Nông Ngọ Ông Phí Phó Phù Phùng Phương Quách Quan Quản Quảng Sầm Sơn Sử Sùng Tạ Tăng Tần Thạch Thái Thân Thẩm Thi Thiều Thịnh Tiêu Tô Tôn Tống Trà Trang Triệu Trình Trịnh Trương Từ Tưởng Tường Ung Ứng Uông Văn Vi Viên Vương Vưu Xa Y Yên'.split(
    ' ',
  );
const known = new Set(NAMES);
const byLetters = new Map<string, string[]>();
for (const name of NAMES) byLetters.set(fold(name), [...(byLetters.get(fold(name)) ?? []), name]);

/** Of a whole name. */
export const isFamilyName = (name: string): boolean => known.has(name.split(' ')[0] ?? '');

export function withFamilyName(name: string): string {
  const [first = '', ...rest] = name.split(' ');
  if (known.has(first)) return name;
  const candidates = byLetters.get(fold(first)) ?? [];
  return candidates.length === 1 ? [candidates[0], ...rest].join(' ') : name;
}
