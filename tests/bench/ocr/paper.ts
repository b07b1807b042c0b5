/** Fictional papers of communes by rule: what stands on them, and where. Every layout of a header, varied bodies, tables, signatures. */
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

export function makePaper(random: Random): Paper {
  const maker = random.pick([party, party, cell, state, state, letter, petition, minutes, old, list]);
  return maker(random);
}

const two = (n: number) => String(n).padStart(2, '0');
const person = (random: Random) => (random.chance(0.5) ? anyone(random) : `${random.pick(FAMILY)} ${random.pick(GIVEN)}`);

const filled = (random: Random, text: string, year: number) =>
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

function basics(random: Random) {
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

const columns = (left: string, right: string, style: { left?: Partial<Block>; right?: Partial<Block> } = {}): Row => ({
  kind: 'columns',
  left: { text: left, ...style.left },
  right: { text: right, ...style.right },
});
const centre = (text: string, bold = true): Row => ({ kind: 'centre', block: { text, bold } });
const gap = (millimetres: number): Row => ({ kind: 'gap', millimetres });
const bold = { bold: true };

const ending = (recipients: readonly string[], right: readonly string[], signer: string): Row[] => [
  gap(4),
  ...Array.from({ length: Math.max(recipients.length, right.length) }, (_, i) =>
    columns(recipients[i] ?? '', right[i] ?? '', { right: bold }),
  ),
  gap(16),
  columns('', signer, { right: bold }),
];

function party(random: Random): Paper {
  const { place, number, iso, dateLine, subject, signer, district, body } = basics(random);
  const [abbreviation, type] = random.pick([
    ['BC', 'BÁO CÁO'],
    ['QĐ', 'QUYẾT ĐỊNH'],
    ['TB', 'THÔNG BÁO'],
    ['KH', 'KẾ HOẠCH'],
    ['TTr', 'TỜ TRÌNH'],
    ['KL', 'KẾT LUẬN'],
    ['CTr', 'CHƯƠNG TRÌNH'],
  ] as const);
  const inspection = random.chance(0.6);
  const symbol = `${two(number)}-${abbreviation}/${inspection ? random.pick(['UBKTĐU', 'UBKT']) : 'ĐU'}`;
  const above = random.chance(0.5) ? [`ĐẢNG BỘ HUYỆN ${district.toUpperCase()}`] : [];
  const left = [
    ...above,
    `ĐẢNG ỦY XÃ ${place.toUpperCase()}`,
    inspection ? 'ỦY BAN KIỂM TRA' : 'BAN THƯỜNG VỤ',
    ...(random.chance(0.6) ? ['*'] : []),
    `Số ${symbol}`,
  ];
  return {
    doc: 'party',
    fields: { number: symbol, date: iso, type, subject, signer, place },
    rows: [
      ...left.map((text, i) =>
        columns(text, i === 0 ? 'ĐẢNG CỘNG SẢN VIỆT NAM' : i === left.length - 1 ? dateLine : '', {
          left: { bold: i < left.length - 1 },
          right: { bold: i === 0, italic: i > 0 },
        }),
      ),
      gap(6),
      centre(type),
      centre(subject),
      ...(random.chance(0.5) ? [centre('-----', false)] : []),
      gap(4),
      ...body(random.int(4, 6)),
      ...ending(
        ['Nơi nhận:', '- Thường trực Huyện ủy,', '- Các chi bộ trực thuộc,', '- Lưu Văn phòng.'],
        [
          `T/M ${inspection ? 'ỦY BAN KIỂM TRA' : 'BAN THƯỜNG VỤ'}`,
          inspection ? random.pick(['CHỦ NHIỆM', 'PHÓ CHỦ NHIỆM']) : 'PHÓ BÍ THƯ',
        ],
        signer,
      ),
    ],
  };
}

function cell(random: Random): Paper {
  const { place, number, iso, dateLine, subject, signer, body } = basics(random);
  const symbol = `${two(number)}-NQ/CB`;
  return {
    doc: 'cell',
    fields: { number: symbol, date: iso, type: 'NGHỊ QUYẾT', subject, signer, place },
    rows: [
      columns(`ĐẢNG ỦY XÃ ${place.toUpperCase()}`, 'ĐẢNG CỘNG SẢN VIỆT NAM', { right: bold }),
      columns(`CHI BỘ THÔN ${random.int(1, 9)}`, '', { left: bold }),
      columns(`Số ${symbol}`, dateLine, { right: { italic: true } }),
      gap(7),
      centre('NGHỊ QUYẾT'),
      centre(subject),
      gap(5),
      ...body(5),
      ...ending(['Nơi nhận:', '- Đảng ủy xã,', '- Lưu Chi bộ.'], ['T/M CHI BỘ', 'BÍ THƯ'], signer),
    ],
  };
}

const stateHead = (place: string, symbol: string, dateLine: string): Row[] => [
  columns('ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { left: bold, right: bold }),
  columns(`XÃ ${place.toUpperCase()}`, 'Độc lập - Tự do - Hạnh phúc', { left: bold, right: bold }),
  columns(`Số: ${symbol}`, dateLine, { right: { italic: true } }),
];

function state(random: Random): Paper {
  const { place, number, iso, dateLine, subject, signer, body } = basics(random);
  const [abbreviation, type] = random.pick([
    ['QĐ', 'QUYẾT ĐỊNH'],
    ['BC', 'BÁO CÁO'],
    ['KH', 'KẾ HOẠCH'],
    ['TB', 'THÔNG BÁO'],
    ['TTr', 'TỜ TRÌNH'],
  ] as const);
  const symbol = `${number}/${abbreviation}-UBND`;
  const printed = random.chance(0.4) ? `Về việc ${subject}` : subject.charAt(0).toUpperCase() + subject.slice(1);
  const deputy = random.chance(0.4);
  return {
    doc: 'state',
    fields: { number: symbol, date: iso, type, subject: printed, signer, place },
    rows: [
      ...stateHead(place, symbol, dateLine),
      gap(7),
      centre(type),
      centre(printed),
      gap(5),
      ...body(4),
      ...(random.chance(0.5) ? table(random) : []),
      ...ending(
        ['Nơi nhận:', '- UBND huyện;', '- Thường trực HĐND xã;', '- Lưu: VT.'],
        ['TM. ỦY BAN NHÂN DÂN', ...(deputy ? ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] : ['CHỦ TỊCH'])],
        signer,
      ),
    ],
  };
}

function letter(random: Random): Paper {
  const { place, number, iso, dateLine, subject, signer, body } = basics(random);
  const symbol = `${number}/UBND-${random.pick(['VP', 'NC', 'VX'])}`;
  return {
    doc: 'letter',
    fields: { number: symbol, date: iso, signer, place },
    rows: [
      ...stateHead(place, symbol, dateLine),
      columns(`V/v ${subject.split(' ').slice(0, 7).join(' ')}`, '', { left: { italic: true } }),
      gap(6),
      centre('Kính gửi: Các ban, ngành, đoàn thể xã', false),
      gap(4),
      ...body(5),
      ...ending(['Nơi nhận:', '- Như trên;', '- Lưu: VT.'], ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], signer),
    ],
  };
}

function petition(random: Random): Paper {
  const { place, iso, dateLine, signer, body } = basics(random);
  const type = random.pick(['ĐƠN TỐ CÁO', 'ĐƠN KIẾN NGHỊ', 'ĐƠN KHIẾU NẠI', 'BẢN TỰ KIỂM ĐIỂM']);
  const subject = `(V/v ${random.pick(['tranh chấp lối đi chung với hộ liền kề', 'chi sai quỹ phúc lợi của ấp', 'chưa nhận tiền bồi thường cây trái'])})`;
  return {
    doc: 'petition',
    fields: { date: iso, type, subject, signer, place },
    rows: [
      centre('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      centre('Độc lập - Tự do - Hạnh phúc'),
      gap(4),
      columns('', dateLine, { right: { italic: true } }),
      gap(4),
      centre(type),
      centre(subject, false),
      gap(4),
      { kind: 'paragraph', block: { text: `Kính gửi: Ủy ban Kiểm tra Đảng ủy xã ${place}.` } },
      {
        kind: 'paragraph',
        block: { text: `Tôi tên là ${signer}, sinh năm ${random.int(1940, 1990)}, thường trú tại ấp ${random.int(1, 9)}, xã ${place}.` },
      },
      ...body(4),
      gap(4),
      columns('', type.startsWith('BẢN') ? 'NGƯỜI TỰ KIỂM ĐIỂM' : 'NGƯỜI LÀM ĐƠN', { right: bold }),
      columns('', '(Ký, ghi rõ họ tên)', { right: { italic: true } }),
      gap(16),
      columns('', signer, { right: bold }),
    ],
  };
}

function minutes(random: Random): Paper {
  const { place, number, iso, dateLine, signer, body } = basics(random);
  const symbol = `${two(number)}-BB/ĐU`;
  const subject = `họp Ban Thường vụ Đảng ủy xã ${place} phiên tháng ${random.int(1, 12)}`;
  return {
    doc: 'minutes',
    fields: { number: symbol, date: iso, type: 'BIÊN BẢN', subject, signer, place },
    rows: [
      columns(`ĐẢNG ỦY XÃ ${place.toUpperCase()}`, 'ĐẢNG CỘNG SẢN VIỆT NAM', { right: bold }),
      columns('BAN THƯỜNG VỤ', '', { left: bold }),
      columns(`Số ${symbol}`, dateLine, { right: { italic: true } }),
      gap(6),
      centre('BIÊN BẢN'),
      centre(subject),
      gap(4),
      ...body(6),
      gap(5),
      columns('NGƯỜI GHI BIÊN BẢN', 'CHỦ TRÌ HỘI NGHỊ', { left: bold, right: bold }),
      gap(16),
      columns(person(random), signer, { left: bold, right: bold }),
    ],
  };
}

function old(random: Random): Paper {
  const { place, number, iso, signer, body } = basics(random);
  const year = random.int(1962, 1975);
  const [, month = '1', day = '1'] = iso.split('-').map(String);
  const symbol = `${number} ${random.pick(['TC/UB', 'VP/UB', 'NN/UB'])}`;
  return {
    doc: 'old',
    fields: { number: symbol, date: `${year}-${month}-${day}`, type: 'THÔNG BÁO CỦA ỦY BAN HÀNH CHÍNH', signer, place },
    rows: [
      columns('ỦY BAN HÀNH CHÍNH', 'VIỆT NAM DÂN CHỦ CỘNG HÒA', { right: bold }),
      columns(`XÃ ${place.toUpperCase()}`, 'Độc lập - Tự do - Hạnh phúc'),
      columns(`Số ${symbol}`, `${place}, ngày ${Number(day)} tháng ${Number(month)} năm ${year}`),
      gap(6),
      centre('THÔNG BÁO CỦA ỦY BAN HÀNH CHÍNH'),
      gap(4),
      ...body(5).map((row) => (row.kind === 'paragraph' ? { ...row, block: { text: `- ${row.block.text.replace(/^\d+\. /, '')}` } } : row)),
      ...ending(['Nơi gửi:', '- Các hợp tác xã,', '- Lưu văn thư.'], ['TM. ỦY BAN HÀNH CHÍNH XÃ', 'CHỦ TỊCH'], signer),
    ],
  };
}

function list(random: Random): Paper {
  const { place, number, iso, dateLine, signer, body } = basics(random);
  const symbol = `${two(number)}-DS/ĐU`;
  const subject = 'đảng viên được đề nghị xét tặng kỷ niệm chương';
  const ruled = random.chance(0.7);
  return {
    doc: 'list',
    fields: { number: symbol, date: iso, type: 'DANH SÁCH', subject, signer, place },
    rows: [
      columns(`ĐẢNG ỦY XÃ ${place.toUpperCase()}`, 'ĐẢNG CỘNG SẢN VIỆT NAM', { left: bold, right: bold }),
      columns(`Số ${symbol}`, dateLine, { right: { italic: true } }),
      gap(6),
      centre('DANH SÁCH'),
      centre(subject),
      gap(4),
      { kind: 'cells', ruled, cells: ['TT', 'Họ và tên', 'Năm sinh', 'Ngày vào Đảng', 'Đơn vị'] },
      ...Array.from(
        { length: random.int(8, 16) },
        (_, i): Row => ({
          kind: 'cells',
          ruled,
          cells: [
            String(i + 1),
            person(random),
            String(random.int(1938, 1995)),
            `${two(random.int(1, 28))}/${two(random.int(1, 12))}/${random.int(1960, 2018)}`,
            `Chi bộ thôn ${random.int(1, 9)}`,
          ],
        }),
      ),
      gap(4),
      ...body(1),
      ...ending([], ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ'], signer),
    ],
  };
}

const table = (random: Random): Row[] => [
  { kind: 'cells', ruled: true, cells: ['TT', 'Nội dung', 'Kế hoạch', 'Thực hiện'] },
  ...['Sửa cầu ván', 'Nạo vét kênh', 'Hỗ trợ hộ nghèo', 'Mua sắm thiết bị'].map(
    (name, i): Row => ({
      kind: 'cells',
      ruled: true,
      cells: [String(i + 1), name, `${random.int(10, 400)}.000.000`, `${random.int(10, 400)}.500.000`],
    }),
  ),
];
