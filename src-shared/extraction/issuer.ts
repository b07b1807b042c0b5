/** Cơ quan ban hành: the lines in capitals of the left column, put into ordinary letters and joined where a name needs the one above it. */
import { fold } from '../text/fold';
import { middle, type Piece } from './lines';
import { isRule } from './subject';
import { isUpperCase } from './vocabulary';

export interface IssuerRead {
  /** Ủy ban Kiểm tra Đảng ủy xã An Phú. */
  readonly name: string;
  readonly pieces: readonly Piece[];
  /** The lines as printed, top to bottom. */
  readonly lines: readonly string[];
}

export function readIssuer(left: readonly Piece[], number: Piece | undefined): IssuerRead | undefined {
  const above = left.filter((piece) => !isRule(piece) && (number === undefined || middle(piece) < middle(number) - number.height / 2));
  const lines = above.filter(({ text }) => isUpperCase(text) && !/^(TUYỆT MẬT|TỐI MẬT|MẬT|KHẨN|HỎA TỐC|THƯỢNG KHẨN)$/u.test(text.trim()));
  if (lines.length === 0) return undefined;
  const texts = lines.map(({ text }) => tidy(text));
  const own = startOfName(texts);
  return { name: nameOf(texts.slice(own)), pieces: lines.slice(own), lines: texts };
}

const tidy = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, '').replace(/\s+/g, ' ');

const PARTS_OF_A_BODY =
  /^(uy ban kiem tra|ban chap hanh|ban thuong vu|van phong|ban (to chuc|tuyen giao|dan van|noi chinh|xay dung dang)|doan kiem tra|to kiem tra|ban chi dao)/;
const KINDS_OF_PLACE = /^(xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tinh|dac khu)\b/;
/** A name goes on from the line above it with a kind of place (ỦY BAN NHÂN DÂN / XÃ AN PHÚ) or needs it (ĐẢNG ỦY XÃ AN PHÚ / ỦY BAN KIỂM TRA). */
function startOfName(lines: readonly string[]): number {
  let start = lines.length - 1;
  while (start > 0 && (KINDS_OF_PLACE.test(fold(lines[start]!)) || PARTS_OF_A_BODY.test(fold(lines[start]!)))) {
    start--;
    if (
      PARTS_OF_A_BODY.test(fold(lines[start + 1]!)) &&
      !KINDS_OF_PLACE.test(fold(lines[start]!)) &&
      !PARTS_OF_A_BODY.test(fold(lines[start]!))
    )
      break;
  }
  return start;
}

function nameOf(lines: readonly string[]): string {
  const last = lines.at(-1) ?? '';
  const ordered =
    lines.length > 1 && PARTS_OF_A_BODY.test(fold(last)) && !KINDS_OF_PLACE.test(fold(last)) ? [last, ...lines.slice(0, -1)] : lines;
  return inOrdinaryLetters(ordered.join(' '));
}

/** Longest first; what is not among them is a proper name and gets capitals. */
const ORDINARY: readonly string[] = [
  'Ban Chấp hành Trung ương',
  'Ủy ban Kiểm tra',
  'Ủy ban nhân dân',
  'Ủy ban hành chính',
  'Ủy ban Mặt trận Tổ quốc Việt Nam',
  'Hội đồng nhân dân',
  'Ban Chấp hành',
  'Ban Thường vụ',
  'Ban Tổ chức',
  'Ban Tuyên giáo',
  'Ban Dân vận',
  'Ban Nội chính',
  'Ban Xây dựng Đảng',
  'Ban Chỉ đạo',
  'Đảng ủy',
  'Đảng bộ',
  'Huyện ủy',
  'Tỉnh ủy',
  'Thành ủy',
  'Thị ủy',
  'Quận ủy',
  'Chi bộ',
  'Chi ủy',
  'Văn phòng',
  'Đoàn kiểm tra',
  'Tổ kiểm tra',
  'Công an',
  'Ban chỉ huy quân sự',
  'Hội Nông dân',
  'Hội Cựu chiến binh',
  'Hội Liên hiệp Phụ nữ',
  'Đoàn Thanh niên',
  'Trường',
  'Trạm Y tế',
  'trung học cơ sở',
  'trung học phổ thông',
  'tiểu học',
  'mầm non',
  'mẫu giáo',
  'thị trấn',
  'thị xã',
  'thành phố',
  'đặc khu',
  'khu phố',
  'tổ dân phố',
  'phường',
  'huyện',
  'quận',
  'tỉnh',
  'thôn',
  'xã',
  'ấp',
  'xóm',
  'khóm',
  'và',
  'của',
  'các',
].sort((a, b) => b.split(' ').length - a.split(' ').length); // prettier-ignore
const ordinaryByFold = new Map(ORDINARY.map((term) => [fold(term), term]));

export function inOrdinaryLetters(capitals: string): string {
  const words = capitals.split(/\s+/);
  const out: string[] = [];
  for (let i = 0; i < words.length; ) {
    let taken = 0;
    for (let count = Math.min(6, words.length - i); count > 0 && taken === 0; count--) {
      const term = ordinaryByFold.get(fold(words.slice(i, i + count).join(' ')));
      if (term === undefined) continue;
      out.push(term);
      taken = count;
    }
    if (taken === 0) {
      out.push(properWord(words[i]!));
      taken = 1;
    }
    i += taken;
  }
  const name = out.join(' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const properWord = (word: string): string => {
  const lower = word.toLowerCase();
  return /^[ivxlc]+$/i.test(word) && word.length <= 4 && /[ivx]/i.test(word) && !/[aeouy]/i.test(word)
    ? word
    : lower.charAt(0).toUpperCase() + lower.slice(1);
};
