/** What drawn papers are made of: rows, names, sentences, ends with recipients and signature. */
import { anyone } from '../../../src-shared/sample/people';
import type { Random } from '../../../src-shared/sample/random';
import type { TrueFields } from './manifest';

export interface Block {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}
/** Rows from top to bottom: two columns, a line in the middle, a paragraph, cells of a table. */
export type Row =
  | { readonly kind: 'columns'; readonly left: Block; readonly right: Block }
  | { readonly kind: 'centre' | 'paragraph'; readonly block: Block }
  | { readonly kind: 'cells'; readonly cells: readonly string[]; readonly ruled: boolean }
  | { readonly kind: 'gap'; readonly millimetres: number };

export interface Paper {
  readonly doc: string;
  readonly rows: readonly Row[];
  readonly fields: TrueFields;
}

const PLACES = [
  'Hòa Mỹ',
  'Tân Khai',
  'Đông Phú',
  'Long Thạnh',
  'Vĩnh Hậu',
  'Phước Lộc',
  'An Bình Đông',
  'Trường Xuân',
  'Nghĩa Lâm',
  'Kim Sơn',
];
const DISTRICTS = ['Châu Phú Tây', 'Ea Sơn', 'Thủ Đông', 'Mỹ Khánh', 'Yên Thọ'];
const SUBJECTS = [
  'kiểm tra việc thu, nộp, quản lý và sử dụng đảng phí năm {y}',
  'tình hình thực hiện nhiệm vụ quý II và phương hướng quý III năm {y}',
  'phân công ủy viên phụ trách các chi bộ trực thuộc',
  'thành lập Tổ xác minh đơn của công dân về tuyến mương nội đồng',
  'kết quả giải quyết kiến nghị của cử tri trước kỳ họp thường lệ giữa năm',
  'chấn chỉnh nền nếp sinh hoạt và chế độ báo cáo của chi bộ cơ quan',
];
const SENTENCES = [
  'Sau khi nghe báo cáo, tập thể đã thảo luận kỹ từng nội dung và thống nhất đánh giá việc triển khai còn chậm ở ba chi bộ vùng sâu.',
  'Trong {n} hồ sơ được rút ngẫu nhiên có {m} hồ sơ thiếu biên bản bàn giao, {k} hồ sơ ghi sai ngày tháng và chưa đánh số tờ.',
  'Nguồn kinh phí do nhân dân tự nguyện góp là {t} đồng, đã công khai tại nhà văn hóa và niêm yết đủ ba mươi ngày.',
  'Đoàn đã gặp trực tiếp {k} hộ dân ở cuối tuyến; các hộ đều xác nhận nước về ruộng không đều, nhất là vào vụ hè thu.',
  'Yêu cầu người đứng đầu nghiêm túc rút kinh nghiệm, khắc phục xong trước ngày {d}/{o}/{y} và báo cáo bằng văn bản.',
  'Một số đồng chí tuổi cao, sức yếu được miễn sinh hoạt theo quy định; số còn lại dự họp đầy đủ, ghi chép cẩn thận.',
  'Căn cứ quy chế làm việc và chương trình công tác năm, nay giao bộ phận văn phòng theo dõi, đôn đốc, tổng hợp.',
  'Giá vật tư tăng nhanh làm cho hai gói thầu sửa chữa cầu ván phải dừng, gây khó khăn cho việc đi lại của học sinh.',
  'Qua đối chiếu sổ sách với chứng từ gốc, số tiền chênh lệch là {t} đồng, nguyên nhân do kế toán cộng nhầm cột.',
  'Đề nghị cấp trên xem xét, cho ý kiến về phương án hoán đổi {n} mét vuông đất công ích nằm xen kẽ trong khu dân cư.',
];
const FAMILY = ['Nguyễn', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đỗ', 'Bùi', 'Trương', 'Lâm', 'Mai'];
const GIVEN = [
  'Thị Ngọc Ánh',
  'Văn Quý',
  'Hữu Khoa',
  'Minh Trí',
  'Thanh Thúy',
  'Quang Vũ',
  'Tấn Đạt',
  'Thị Bích Liên',
  'Công Luận',
  'Phước Lành',
];

export const two = (n: number) => String(n).padStart(2, '0');
export const person = (random: Random) => (random.chance(0.5) ? anyone(random) : `${random.pick(FAMILY)} ${random.pick(GIVEN)}`);

export const filled = (random: Random, text: string, year: number) =>
  text.replace(/\{(\w)\}/g, (_, what: string) => {
    switch (what) {
      case 'y':
        return String(year);
      case 't':
        return `${random.int(1, 900)}.${String(random.int(0, 999)).padStart(3, '0')}.000`;
      case 'd':
        return two(random.int(1, 28));
      case 'o':
        return two(random.int(1, 12));
      default:
        return String(random.int(2, 60));
    }
  });

export function basics(random: Random) {
  const year = random.int(1996, 2025);
  const date = { day: random.int(1, 28), month: random.int(1, 12), year };
  const place = random.pick(PLACES);
  return {
    year,
    place,
    number: random.int(1, 180),
    signer: person(random),
    iso: `${year}-${two(date.month)}-${two(date.day)}`,
    dateLine: `${place}, ngày ${two(date.day)} tháng ${two(date.month)} năm ${year}`,
    district: random.pick(DISTRICTS),
    subject: filled(random, random.pick(SUBJECTS), year),
    body: (paragraphs: number): Row[] =>
      Array.from({ length: paragraphs }, (_, i) => ({
        kind: 'paragraph' as const,
        block: {
          text: `${random.chance(0.4) ? `${i + 1}. ` : ''}${filled(random, random.pick(SENTENCES), year)} ${filled(random, random.pick(SENTENCES), year)}`,
        },
      })),
  };
}

export const columns = (left: string, right: string, style: { left?: Partial<Block>; right?: Partial<Block> } = {}): Row => ({
  kind: 'columns',
  left: { text: left, ...style.left },
  right: { text: right, ...style.right },
});
export const centre = (text: string, bold = true): Row => ({ kind: 'centre', block: { text, bold } });
export const gap = (millimetres: number): Row => ({ kind: 'gap', millimetres });
export const bold = { bold: true };

export const ending = (recipients: readonly string[], right: readonly string[], signer: string): Row[] => [
  gap(4),
  ...Array.from({ length: Math.max(recipients.length, right.length) }, (_, i) =>
    columns(recipients[i] ?? '', right[i] ?? '', { right: bold }),
  ),
  gap(16),
  columns('', signer, { right: bold }),
];

export const stateHead = (place: string, symbol: string, dateLine: string): Row[] => [
  columns('ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { left: bold, right: bold }),
  columns(`XÃ ${place.toUpperCase()}`, 'Độc lập - Tự do - Hạnh phúc', { left: bold, right: bold }),
  columns(`Số: ${symbol}`, dateLine, { right: { italic: true } }),
];
