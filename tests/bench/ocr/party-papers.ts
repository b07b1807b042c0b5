/** Papers of committees in the forms of all generations (uỷ and ủy, QĐ/KT, special zones, teams), and those of councils and the Front. */
import type { Random } from '../../../src-shared/sample/random';
import { basics, bold, centre, columns, ending, gap, type Paper, person, type Row, two } from './paper-parts';

type Maker = (random: Random) => Paper;
type Typed = readonly [abbreviation: string, type: string];

const TYPES: readonly Typed[] = [
  ['BC', 'BÁO CÁO'],
  ['QĐ', 'QUYẾT ĐỊNH'],
  ['TB', 'THÔNG BÁO'],
  ['KH', 'KẾ HOẠCH'],
  ['KL', 'KẾT LUẬN'],
  ['HD', 'HƯỚNG DẪN'],
  ['CT', 'CHỈ THỊ'],
  ['QC', 'QUY CHẾ'],
  ['CTr', 'CHƯƠNG TRÌNH'],
  ['TTr', 'TỜ TRÌNH'],
];
const ABOUT = [
  'kết luận kiểm tra khi có dấu hiệu vi phạm đối với đồng chí {p}, Phó Chủ tịch Ủy ban nhân dân xã',
  'thành lập Đoàn kiểm tra khi có dấu hiệu vi phạm đối với Chi bộ Khu phố {n}',
  'thi hành kỷ luật bằng hình thức khiển trách đối với đảng viên {p}',
  'kết quả giám sát chuyên đề đối với Ban Chi ủy Chi bộ ấp {n} trong việc lãnh đạo thực hiện nghị quyết của cấp trên',
  'công tác kiểm tra, giám sát và thi hành kỷ luật trong Đảng quý {n} năm {y}',
  'giải quyết tố cáo đối với đồng chí {p}',
  'về việc chuẩn y kết quả bầu cử Ủy ban Kiểm tra Đảng ủy nhiệm kỳ {y} - {z}',
];

const about = (random: Random, year: number): string =>
  random
    .pick(ABOUT)
    .replace('{p}', person(random))
    .replace('{n}', String(random.int(1, 9)))
    .replace('{y}', String(year))
    .replace('{z}', String(year + 5));

const asOld = (text: string): string => text.replace(/ỦY/g, 'UỶ').replace(/ủy/g, 'uỷ').replace(/Ủy/g, 'Uỷ');

/** Left the bodies and the number, right the title in the first row and the date in the last. */
const head = (left: readonly string[], title: string, dateLine: string, motto?: string): Row[] =>
  left.map((text, i) =>
    columns(text, i === 0 ? title : i === 1 && motto !== undefined ? motto : i === left.length - 1 ? dateLine : '', {
      left: { bold: i > 0 && i < left.length - 1 },
      right: { bold: i === 0 || (i === 1 && motto !== undefined), italic: i === left.length - 1 },
    }),
  );

const PARTY = 'ĐẢNG CỘNG SẢN VIỆT NAM';
const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

const inspection: Maker = (random) => {
  const { place, year, number, iso, dateLine, signer, district, body } = basics(random);
  const [abbreviation, type] = random.pick(TYPES);
  const kind = random.pick(['XÃ', 'XÃ', 'PHƯỜNG', 'THỊ TRẤN', 'ĐẶC KHU']);
  const old = random.chance(0.3);
  const symbol = `${two(number)}-${abbreviation}/${old ? 'KT' : 'UBKTĐU'}`;
  const subject = about(random, year);
  const deputy = random.chance(0.4);
  const above = random.chance(0.3) ? [`ĐẢNG BỘ TỈNH ${district.toUpperCase()}`] : [];
  const left = [...above, `ĐẢNG ỦY ${kind} ${place.toUpperCase()}`, 'ỦY BAN KIỂM TRA', '*', `Số ${symbol}`];
  return {
    doc: 'inspection',
    fields: { number: symbol, date: iso, type, subject: old ? asOld(subject) : subject, signer, place },
    rows: [
      ...head(old ? left.map(asOld) : left, PARTY, dateLine),
      ...(random.chance(0.2) ? [columns('MẬT', '', { left: bold })] : []),
      gap(6),
      centre(type),
      centre(old ? asOld(subject) : subject),
      centre('-----', false),
      gap(3),
      ...(type === 'TỜ TRÌNH' ? [centre(`Kính trình: Ban Thường vụ Đảng ủy`, false)] : []),
      ...['Căn cứ Điều lệ Đảng Cộng sản Việt Nam;', 'Căn cứ Quy chế làm việc của Ủy ban Kiểm tra Đảng ủy;'].map(
        (text): Row => ({ kind: 'paragraph', block: { text } }),
      ),
      ...body(random.int(3, 4)),
      ...ending(
        ['Nơi nhận:', '- Ban Thường vụ Đảng ủy,', '- Các chi bộ trực thuộc,', '- Lưu Ủy ban Kiểm tra.'],
        [`T/M ${old ? 'UỶ' : 'ỦY'} BAN KIỂM TRA`, ...(deputy ? ['K/T CHỦ NHIỆM', 'PHÓ CHỦ NHIỆM'] : ['CHỦ NHIỆM'])],
        signer,
      ),
    ],
  };
};

/** Công văn of the Party: no heading, its subject in the left column. */
const partyLetter: Maker = (random) => {
  const { place, number, iso, dateLine, signer, body } = basics(random);
  const office = random.chance(0.3);
  const symbol = `${two(number)}-CV/${office ? 'VPĐU' : random.pick(['UBKTĐU', 'ĐU', 'UBKT'])}`;
  return {
    doc: 'party-letter',
    fields: { number: symbol, date: iso, signer, place },
    rows: [
      ...head([`ĐẢNG ỦY XÃ ${place.toUpperCase()}`, office ? 'VĂN PHÒNG' : 'ỦY BAN KIỂM TRA', '*', `Số ${symbol}`], PARTY, dateLine),
      columns('về việc báo cáo thống kê sáu tháng', '', { left: { italic: true } }),
      gap(6),
      centre('Kính gửi: Các chi bộ trực thuộc Đảng ủy xã', false),
      gap(4),
      ...body(5),
      ...ending(
        ['Nơi nhận:', '- Như trên,', '- Lưu Văn phòng.'],
        office ? ['T/L BAN THƯỜNG VỤ', 'CHÁNH VĂN PHÒNG'] : ['T/M ỦY BAN KIỂM TRA', 'PHÓ CHỦ NHIỆM'],
        signer,
      ),
    ],
  };
};

const team: Maker = (random) => {
  const { place, year, number, iso, dateLine, signer, body } = basics(random);
  const symbol = `${two(number)}-BC/ĐKT`;
  const subject = about(random, year);
  return {
    doc: 'team',
    fields: { number: symbol, date: iso, type: 'BÁO CÁO', subject, signer, place },
    rows: [
      ...head([`ỦY BAN KIỂM TRA ĐẢNG ỦY XÃ ${place.toUpperCase()}`, 'ĐOÀN KIỂM TRA', '*', `Số ${symbol}`], PARTY, dateLine),
      gap(6),
      centre('BÁO CÁO'),
      centre(subject),
      gap(5),
      ...body(5),
      ...ending(['Nơi nhận:', '- Ủy ban Kiểm tra Đảng ủy,', '- Lưu hồ sơ.'], ['T/M ĐOÀN KIỂM TRA', 'TRƯỞNG ĐOÀN'], signer),
    ],
  };
};

const selfCriticism: Maker = (random) => {
  const { place, year, iso, dateLine, signer, body } = basics(random);
  const type = random.pick(['BẢN KIỂM ĐIỂM CÁ NHÂN', 'BẢN TỰ KIỂM ĐIỂM', 'BẢN TƯỜNG TRÌNH']);
  const subject = type === 'BẢN TƯỜNG TRÌNH' ? '(V/v chi tiền quỹ xây dựng nhà văn hóa)' : `Năm ${year}`;
  return {
    doc: 'self',
    fields: { date: iso, type, subject, signer, place },
    rows: [
      columns(`ĐẢNG BỘ XÃ ${place.toUpperCase()}`, PARTY, { right: bold }),
      columns(`CHI BỘ ẤP ${random.int(1, 12)}`, dateLine, { left: bold, right: { italic: true } }),
      gap(8),
      centre(type),
      centre(subject, false),
      gap(4),
      { kind: 'paragraph', block: { text: `Họ và tên: ${signer}. Ngày sinh: 12/3/1961. Chức vụ: Chi ủy viên.` } },
      ...body(5),
      gap(3),
      columns('', type === 'BẢN TƯỜNG TRÌNH' ? 'NGƯỜI TƯỜNG TRÌNH' : 'NGƯỜI TỰ KIỂM ĐIỂM', { right: bold }),
      gap(16),
      columns('', signer, { right: bold }),
    ],
  };
};

/** A minute of a talk: its day and place stand in a sentence, not in a line of their own. */
const talk: Maker = (random) => {
  const { place, year, signer, body } = basics(random);
  const subject = `(V/v ${random.pick(['thẩm tra, xác minh nội dung đơn tố cáo', 'làm việc với người bị tố cáo', 'giao nhận hồ sơ, tài liệu'])})`;
  return {
    doc: 'talk',
    fields: { type: 'BIÊN BẢN LÀM VIỆC', subject, signer },
    rows: [
      centre(STATE),
      centre(MOTTO),
      gap(6),
      centre('BIÊN BẢN LÀM VIỆC'),
      centre(subject, false),
      gap(4),
      {
        kind: 'paragraph',
        block: {
          text: `Hôm nay, vào hồi 8 giờ 30 phút, ngày ${random.int(1, 28)} tháng ${random.int(1, 12)} năm ${year}, tại trụ sở Ủy ban nhân dân xã ${place}, chúng tôi gồm có:`,
        },
      },
      { kind: 'paragraph', block: { text: `1. Ông ${person(random)} - Chủ nhiệm Ủy ban Kiểm tra, Tổ trưởng;` } },
      ...body(5),
      gap(3),
      columns('NGƯỜI LÀM VIỆC', 'TỔ TRƯỞNG', { left: bold, right: bold }),
      gap(16),
      columns(person(random), signer, { left: bold, right: bold }),
    ],
  };
};

/** Councils, the Front and unions, the year within the number where the paper is a rule. */
const stateBody: Maker = (random) => {
  const { place, year, number, iso, dateLine, subject, signer, body } = basics(random);
  const [organ, abbreviation, type, sign, post, authority] = random.pick([
    ['HỘI ĐỒNG NHÂN DÂN', 'NQ', 'NGHỊ QUYẾT', 'HĐND', 'CHỦ TỊCH', 'TM. HỘI ĐỒNG NHÂN DÂN'],
    ['ỦY BAN NHÂN DÂN', 'QĐ', 'QUYẾT ĐỊNH', 'UBND', 'CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN'],
    ['ỦY BAN MTTQ VIỆT NAM', 'BC', 'BÁO CÁO', 'MTTQ', 'CHỦ TỊCH', 'TM. BAN THƯỜNG TRỰC'],
  ] as const);
  const symbol = `${number}/${random.chance(0.4) && abbreviation !== 'BC' ? `${year}/` : ''}${abbreviation}-${sign}`;
  return {
    doc: 'body',
    fields: { number: symbol, date: iso, type, subject: `Về việc ${subject}`, signer, place },
    rows: [
      ...head([organ, `XÃ ${place.toUpperCase()}`, `Số: ${symbol}`], STATE, dateLine, MOTTO),
      gap(6),
      centre(type),
      centre(`Về việc ${subject}`),
      gap(5),
      ...body(5),
      ...ending(['Nơi nhận:', '- Thường trực HĐND huyện;', '- UBND xã;', '- Lưu: VT.'], [authority, post], signer),
    ],
  };
};

export const partyPapers: readonly Maker[] = [inspection, inspection, inspection, partyLetter, team, selfCriticism, talk, stateBody];
