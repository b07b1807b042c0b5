/** Fictional papers of communes by rule: what stands on them, and where. Every layout of a header, varied bodies, tables, signatures. */
import type { Random } from '../../../src-shared/sample/random';
import { basics, bold, centre, columns, ending, gap, type Paper, person, type Row, stateHead, two } from './paper-parts';
import { partyPapers } from './party-papers';

/** `kinds`: `first` draws of the kinds that there were first, so that a seed gives the pages that were measured then; `all` of every kind. */
export function makePaper(random: Random, kinds: 'first' | 'all' = 'all'): Paper {
  const first = [party, party, cell, state, state, letter, petition, minutes, old, list];
  return random.pick(kinds === 'first' ? first : [...first, ...partyPapers])(random);
}

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
