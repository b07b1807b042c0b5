import { codeItem } from '../rules/code-lists/index';
import { addDays, dayNumber, dayOf, type Day } from '../rules/day';
import type { MakeId } from './ids';
import type { SampleTree } from './organisations';
import { anyone } from './people';
import { twoDigits } from './phrases';
import { commune, formerCommunes, merger } from './places';
import type { Random } from './random';
import type { SampleRecord } from './sample-record';

interface Term {
  readonly name: string;
  readonly from: Day;
  readonly to: Day /** Share of its files that is scanned, in percent. */;
  readonly scanned: number;
}

const terms: readonly Term[] = [
  { name: 'Trước 2010', from: '2003-02-10', to: '2010-06-30', scanned: 100 },
  { name: '2010–2015', from: '2010-07-01', to: '2015-06-30', scanned: 70 },
  { name: '2015–2020', from: '2015-07-01', to: '2020-06-30', scanned: 30 },
  { name: '2020–2025', from: '2020-07-01', to: merger.lastDay, scanned: 0 },
];

const fileTitles: readonly (readonly [title: string, retention: string])[] = [
  ['Chương trình kiểm tra, giám sát toàn khóa', '01'],
  ['Kiểm tra chấp hành tại các chi bộ', '05'],
  ['Thi hành kỷ luật đảng viên năm {nam}', '01'],
  ['Giải quyết tố cáo tại {chiBo}', '01'],
  ['Giám sát chuyên đề thu nộp đảng phí', '05'],
  ['Biên bản họp Ủy ban Kiểm tra năm {nam}', '05'],
  ['Kiểm tra tài chính đảng năm {nam}', '05'],
  ['Báo cáo tổng kết nhiệm kỳ', '01'],
  ['Báo cáo tháng, quý năm {nam}', '06'],
  ['Đơn, thư năm {nam}', '06'],
];

const documentKinds = [
  ['QD', 'về việc thành lập Đoàn kiểm tra'],
  ['KH', 'kiểm tra, giám sát năm {nam}'],
  ['BC', 'kết quả kiểm tra tại {chiBo}'],
  ['BB', 'họp Ủy ban Kiểm tra'],
  ['TTR', 'về việc đề nghị thi hành kỷ luật'],
  ['TB', 'kết luận kiểm tra đối với {chiBo}'],
  ['BKD', 'của đảng viên {chiBo}'],
  ['CV', 'về việc cung cấp hồ sơ, tài liệu'],
] as const;

export interface Archive {
  /** Fonds of the present committee, for the files of its own cases. */
  readonly currentFonds: string;
  /** Batches: one for each fonds. */
  readonly batches: readonly SampleRecord[][];
  readonly fileIds: readonly string[];
}

/** Four closed or open fonds; the former communes' files in boxes by term, the older terms scanned first. */
export function archiveRecords(random: Random, makeId: MakeId, tree: SampleTree, size: number): Archive {
  const fileIds: string[] = [];
  const batches = formerCommunes.map((former, index) => {
    const oldest = former.name === commune ? `${former.name} (cũ)` : former.name;
    const fonds = makeId(merger.firstDay);
    const records: SampleRecord[] = [
      {
        type: 'archiveFonds',
        id: fonds,
        values: {
          code: `PH.${former.prefix}`,
          name: `Đảng bộ xã ${oldest}`,
          organisation: tree.former[index]?.id,
          from: former.since.slice(0, 4),
          to: '2025-06',
          closed: true,
          store: `Kho ${index + 1}`,
          lists: '01',
          accessMode: '02',
          shelfMetres: random.int(240, 900),
          oldCode: `P${index + 11}`,
          unitHistory: `Xã ${former.name} thành lập ${former.since.split('-').reverse().join('/')}, kết thúc hoạt động ngày 30/6/2025 để nhập vào xã ${commune} mới.`,
          fondsHistory: 'Giao nhận về kho xã mới tháng 7/2025, có biên bản và mục lục kèm theo.',
        },
      },
    ];
    let box = 10;
    for (const term of terms) {
      for (let boxes = Math.max(1, Math.round(2 * size)); boxes > 0; boxes--) {
        box += 1;
        for (let number = 1; number <= 5; number++)
          records.push(
            ...fileRecords(
              random,
              makeId,
              fonds,
              { prefix: former.prefix, hamlets: former.hamlets, store: index + 1, box, number },
              term,
              fileIds,
            ),
          );
      }
    }
    return records;
  });
  const currentFonds = makeId(merger.firstDay);
  batches.push([
    {
      type: 'archiveFonds',
      id: currentFonds,
      values: {
        code: 'PH.TTH',
        name: `Đảng bộ xã ${commune}`,
        organisation: tree.committee.id,
        from: '2025-07',
        closed: false,
        store: 'Kho 1',
        lists: '01',
        accessMode: '02',
      },
    },
  ]);
  return { currentFonds, batches, fileIds };
}

interface Place {
  readonly prefix: string;
  readonly hamlets: readonly string[];
  readonly store: number;
  readonly box: number;
  readonly number: number;
}

function fileRecords(random: Random, makeId: MakeId, fonds: string, place: Place, term: Term, fileIds: string[]): SampleRecord[] {
  const first = dayNumber(term.from);
  const startDate = dayOf(random.int(first, dayNumber(term.to) - 200));
  const endDate = addDays(startDate, random.int(40, 190));
  const names = { nam: startDate.slice(0, 4), chiBo: `Chi bộ ấp ${random.pick(place.hamlets)}` };
  const put = (text: string): string => text.replace('{nam}', names.nam).replace('{chiBo}', names.chiBo);
  const [title, retention] = random.pick(fileTitles);
  const scanned = random.int(1, 100) <= term.scanned;
  const state = !scanned ? 'CHUA_QUET' : term.scanned === 100 ? 'DA_XONG' : random.pick(['DA_XONG', 'CHO_KIEM_TRA', 'DANG_DOC']);
  const id = makeId(merger.firstDay);
  fileIds.push(id);
  const documents: SampleRecord[] = [];
  let page = 1;
  if (scanned) {
    for (let order = 1, count = random.int(4, 9); order <= count; order++) {
      const [type, subject] = random.pick(documentKinds);
      const issuedOn = addDays(startDate, Math.floor(((order - 1) * 40) / count) + random.int(0, 3));
      const pageCount = random.int(1, 6);
      const symbol =
        type === 'BB' || type === 'BKD'
          ? undefined
          : `${twoDigits(random.int(1, 190))}-${codeItem('documentType', type)?.abbreviation}/${issuedOn < '2010' ? 'KT' : 'UBKT'}`;
      documents.push({
        type: 'archiveDocument',
        id: makeId(merger.firstDay),
        values: {
          file: id,
          order,
          archiveCode: `${place.prefix}.${names.nam}.${place.box}.${twoDigits(place.number)}.${String(order).padStart(7, '0')}`,
          fromPage: page,
          pageCount,
          type,
          ...(symbol ? { symbol, number: symbol.split('-')[0] } : {}),
          issuedOn,
          issuer: 'Ủy ban Kiểm tra',
          subject: put(`${codeItem('documentType', type)?.label.vi} ${subject}`),
          signer: anyone(random),
          signerPost: 'Chủ nhiệm',
          secrecy: 'THUONG',
          copyKind: random.weighted([
            ['BAN_CHINH', 8],
            ['PHO_TO', 2],
          ]),
          verification:
            state === 'DA_XONG' ? 'DA_XEM' : state === 'CHO_KIEM_TRA' ? random.pick(['DA_XEM', 'CAN_XEM', 'CHO_XEM']) : 'CHO_XEM',
          language: '01',
          retention,
          accessMode: '02',
          trustLevel: '02',
          physicalState: random.weighted([
            ['01', 4],
            ['02', 5],
            ['03', 1],
          ]),
        },
      });
      page += pageCount;
    }
  }
  const pages = scanned ? page - 1 : random.int(20, 90);
  return [
    {
      type: 'archiveFile',
      id,
      values: {
        code: `${place.prefix}.${names.nam}.${place.box}.${twoDigits(place.number)}`,
        title: put(title),
        fonds,
        term: term.name,
        startDate,
        endDate,
        retention,
        accessMode: '02',
        secrecy: 'THUONG',
        state,
        store: `Kho ${place.store}`,
        shelf: `Giá ${1 + (place.box % 6)}`,
        box: String(place.box),
        inventory: '01',
        fileNumber: twoDigits(place.number),
        oldCode: `${place.box}/${place.number}`,
        language: '01',
        ...(scanned ? { documents: documents.length } : {}),
        sheets: Math.ceil(pages / 1.6),
        pages,
        physicalState: random.weighted([
          ['01', 3],
          ['02', 6],
          ['03', 1],
        ]),
        trustLevel: '02',
        purpose: 'TRA_CUU',
        keywords: [random.pick(['kỷ luật', 'đảng phí', 'tố cáo', 'giám sát', 'tài chính']), names.chiBo],
      },
    },
    ...documents,
  ];
}
