/** Phiếu tin (the card of a file, 14 points) and bìa hồ sơ (its cover), one sheet each, to be printed and laid into the box. */
import type { Values } from '#shared/records/record-type';
import type { Sheet, SheetRow } from '#shared/sheets/sheet';
import type { ChosenFile } from '../choice';
import { dayText, labelOf, textOf } from '../words';
import { headOf, type Issuer } from './issuer';

export interface Card extends ChosenFile {
  readonly fonds: Values | undefined;
  readonly pages: number;
}

const pair = (name: string, value: string): SheetRow => ({ cells: [name, value] });
const columns = [{ width: 30 }, { width: 58 }];
const header = [[{ text: 'Mục' }, { text: 'Nội dung' }]];

const amounts = ({ record, documents, pages }: Card): string =>
  [
    `${documents.length} văn bản`,
    textOf(record?.values, 'sheets') && `${textOf(record?.values, 'sheets')} tờ`,
    `${textOf(record?.values, 'pages') || pages} trang`,
  ]
    .filter(Boolean)
    .join(', ');

const days = (values: Values | undefined): [string, string] => [dayText(textOf(values, 'startDate')), dayText(textOf(values, 'endDate'))];

export function cardSheet(_issuer: Issuer, card: Card): Sheet {
  const values = card.record?.values;
  const [start, end] = days(values);
  return {
    name: textOf(values, 'code') || 'Phiếu tin',
    title: 'PHIẾU TIN',
    columns,
    header,
    rows: [
      pair('1. Kho lưu trữ', textOf(values, 'store') || textOf(card.fonds, 'store')),
      pair('2. Phông', [textOf(card.fonds, 'code'), textOf(card.fonds, 'name')].filter(Boolean).join(' · ')),
      pair('3. Số lưu trữ', ''),
      pair('    a) Mục lục số', textOf(values, 'inventory') || textOf(card.fonds, 'lists')),
      pair('    b) Hộp số', textOf(values, 'box')),
      pair('    c) Hồ sơ số', textOf(values, 'fileNumber')),
      pair('4. Ký hiệu thông tin', textOf(values, 'informationSign')),
      pair('5. Tiêu đề hồ sơ', textOf(values, 'title')),
      pair('6. Chú giải', textOf(values, 'annotation')),
      pair('7. Thời gian', [start && `bắt đầu ${start}`, end && `kết thúc ${end}`].filter(Boolean).join(', ')),
      pair('8. Ngôn ngữ', labelOf('language', values, 'language')),
      pair('9. Số lượng tài liệu', amounts(card)),
      pair('10. Bút tích', textOf(values, 'handwriting')),
      pair('11. Thời hạn bảo quản', labelOf('retention', values, 'retention')),
      pair('12. Chế độ sử dụng', labelOf('accessMode', values, 'accessMode')),
      pair('13. Tình trạng vật lý', labelOf('physicalState', values, 'physicalState')),
      pair('14. Ghi chú', textOf(values, 'remark')),
    ],
  };
}

export function coverSheet(issuer: Issuer, card: Card): Sheet {
  const values = card.record?.values;
  const [start, end] = days(values);
  return {
    name: textOf(values, 'code') || 'Bìa hồ sơ',
    head: headOf(issuer),
    title: 'HỒ SƠ',
    subtitle: [textOf(values, 'title')],
    columns,
    header,
    rows: [
      pair('Mã hồ sơ', textOf(values, 'code')),
      pair('Từ ngày', start),
      pair('Đến ngày', end),
      pair('Số lượng', amounts(card)),
      pair('Phông số', [textOf(card.fonds, 'code'), textOf(card.fonds, 'name')].filter(Boolean).join(' · ')),
      pair('Mục lục số', textOf(values, 'inventory') || textOf(card.fonds, 'lists')),
      pair('Hộp số', textOf(values, 'box')),
      pair('Hồ sơ số', textOf(values, 'fileNumber')),
      pair('Thời hạn bảo quản', labelOf('retention', values, 'retention')),
      pair('Độ mật', labelOf('secrecy', values, 'secrecy')),
    ],
  };
}
