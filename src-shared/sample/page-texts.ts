import { addDays, type Day } from '../rules/day';
import type { MakeId } from './ids';
import { anyone, committee } from './people';
import { fill, twoDigits } from './phrases';
import { formerCommunes, symbolOrgan } from './places';
import type { Random } from './random';
import type { SampleRecord } from './sample-record';

const sentences = [
  'Thực hiện Quyết định của Ủy ban Kiểm tra, Đoàn kiểm tra đã làm việc với {noi} về {viec} trong năm {nam}.',
  'Qua kiểm tra {soLuong} hồ sơ, Đoàn nhận thấy cấp ủy {noi} đã quan tâm lãnh đạo, chỉ đạo {viec}.',
  'Đồng chí {nguoi} giải trình: số tiền {tien} đã được chi cho {viec}, có biên lai kèm theo.',
  'Tuy nhiên, việc ghi chép sổ biên bản của {noi} có tháng chưa đầy đủ, còn bỏ {sinhHoat}.',
  'Chi ủy chưa kịp thời phân công đảng viên theo dõi {viec}, nhất là trong quý {quy} năm {nam}.',
  'Đề nghị {noi} tổ chức kiểm điểm, rút kinh nghiệm và báo cáo kết quả trước ngày {ngay} tháng {thang}.',
  'Ủy ban Kiểm tra yêu cầu nộp lại {tien} vào {quyDan} và công khai trước nhân dân.',
  'Hội nghị có {soLuong} đảng viên dự, đồng chí {nguoi} chủ trì, đồng chí {nguoi2} ghi biên bản.',
  'Sau khi thảo luận, hội nghị biểu quyết với {soLuong} phiếu đồng ý, không có ý kiến khác.',
  'Căn cứ Điều lệ Đảng và quy định về công tác kiểm tra, giám sát, kỷ luật của Đảng;',
  'Nguyên nhân của hạn chế trên là do người đứng đầu chưa thường xuyên đôn đốc, kiểm tra {viec}.',
  'Đối chiếu sổ thu, chi với {soLuong} biên lai cho thấy chênh lệch {tien}, chưa rõ lý do.',
  'Tờ bản đồ và thửa đất số {thua} do đồng chí {nguoi} quản lý được xác minh tại thực địa ngày {ngay}/{thang}/{nam}.',
  'Đảng viên {nguoi} tự nhận hình thức kỷ luật và hứa khắc phục hậu quả trong thời gian sớm nhất.',
  'Các đồng chí trong cấp ủy thống nhất với dự thảo báo cáo, đề nghị bổ sung phần ưu điểm về {viec}.',
  'Đường {duong} được nghiệm thu năm {nam}, kinh phí nhân dân đóng góp {tien} của {ho} hộ.',
] as const;
const matters = [
  'thu, nộp đảng phí',
  'quản lý đất đai',
  'sinh hoạt chi bộ định kỳ',
  'xây dựng nông thôn mới',
  'quản lý, sử dụng quỹ nhân dân đóng góp',
  'giải quyết đơn, thư',
  'học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'thực hành tiết kiệm, chống lãng phí',
  'bàn giao hồ sơ sau sáp nhập',
  'kê khai tài sản, thu nhập',
  'bình xét hộ nghèo',
  'công tác cán bộ',
];
const titles = [
  ['BC', 'BÁO CÁO'],
  ['TB', 'THÔNG BÁO'],
  ['TTr', 'TỜ TRÌNH'],
  ['KH', 'KẾ HOẠCH'],
  ['QĐ', 'QUYẾT ĐỊNH'],
] as const;
const places = [
  ...Array.from({ length: 24 }, (_, i) => `Chi bộ ấp ${i + 1}`),
  ...formerCommunes.flatMap(({ hamlets }) => hamlets.map((hamlet) => `Chi bộ ấp ${hamlet}`)),
];

function heading(random: Random, noi: string, day: { readonly ngay: string; readonly thang: string; readonly nam: string }): string[] {
  const { name } = random.pick(formerCommunes);
  const [abbreviation, title] = random.pick(titles);
  return [
    `ĐẢNG ỦY XÃ ${name.toUpperCase()}    ĐẢNG CỘNG SẢN VIỆT NAM`,
    'ỦY BAN KIỂM TRA',
    '*',
    `${name}, ngày ${day.ngay} tháng ${day.thang} năm ${day.nam}`,
    `Số ${twoDigits(random.int(1, 240))}-${abbreviation}/${symbolOrgan}`,
    title,
    `${random.pick(matters)} tại ${noi}`,
    '-----',
  ];
}

/** Text of one page as a reader gives it, 1,200 to 2,000 characters, the first page of a paper with its heading. */
export function pageText(random: Random, first: boolean): string {
  const noi = random.pick(places);
  const day = { ngay: String(random.int(1, 28)), thang: String(random.int(1, 12)), nam: String(random.int(2008, 2025)) };
  const head = first ? heading(random, noi, day) : [];
  const goal = random.int(1200, 1800);
  const lines: string[] = [...head];
  let length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  while (length < goal) {
    const sentence = random.pick(sentences);
    const people: Record<string, string> = sentence.includes('{nguoi') ? { nguoi: anyone(random), nguoi2: anyone(random) } : {};
    const line = fill(random, sentence, { ...day, noi, viec: random.pick(matters), soLuong: String(random.int(3, 64)), ...people });
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join('\n');
}

const pagesPerDocument = 4;
const documentsPerFile = 25;

/** Files and documents with pages of text and no image files, in batches of one file each; for measuring only. */
export function* pageTextBatches(random: Random, makeId: MakeId, fonds: string, count: number, today: Day): Generator<SampleRecord[]> {
  for (let done = 0, fileNumber = 1; done < count; fileNumber++) {
    const file = makeId(today);
    const batch: SampleRecord[] = [
      {
        type: 'archiveFile',
        id: file,
        values: {
          code: `TTH.D.${fileNumber}`,
          title: `Hồ sơ đo tốc độ số ${fileNumber}`,
          fonds,
          startDate: '2008',
          endDate: '2025',
          retention: '05',
          accessMode: '02',
          secrecy: 'THUONG',
          state: 'DA_XONG',
          box: String(Math.ceil(fileNumber / 8)),
          fileNumber: String(fileNumber),
          language: '01',
        },
      },
    ];
    for (let order = 1; order <= documentsPerFile && done < count; order++) {
      const document = makeId(today);
      const pageCount = Math.min(pagesPerDocument, count - done);
      const texts = Array.from({ length: pageCount }, (_, i) => pageText(random, i === 0));
      batch.push({
        type: 'archiveDocument',
        id: document,
        values: {
          file,
          order,
          fromPage: (order - 1) * pagesPerDocument + 1,
          pageCount,
          type: 'BC',
          issuedOn: addDays('2008-01-01', random.int(0, 6_300)),
          issuer: 'Ủy ban Kiểm tra',
          subject: `${random.pick(matters)} tại ${random.pick(places)}`,
          signer: committee.chair.name,
          secrecy: 'THUONG',
          verification: 'DA_XEM',
        },
      });
      texts.forEach((rawText, i) => {
        batch.push({
          type: 'page',
          id: makeId(today),
          values: {
            document,
            order: i + 1,
            image: random.hex(64),
            mime: 'image/jpeg',
            bytes: random.int(180_000, 900_000),
            width: 1654,
            height: 2339,
            dpi: 200,
            sourceName: `quet-${fileNumber}-${order}.pdf`,
            sourceIndex: i + 1,
            state: 'DA_DOC',
            textSource: 'OCR',
            confidence: random.int(78, 97),
            rotation: 0,
            rawText,
          },
        });
      });
      done += pageCount;
    }
    yield batch;
  }
}
