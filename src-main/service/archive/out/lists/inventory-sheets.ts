/** Mục lục hồ sơ, mục lục văn bản of Party and State bodies, and the list of files past their retention, as sheets. */
import type { DueFile } from '#shared/contract/window/retention';
import { codeLabel } from '#shared/rules/code-lists/index';
import type { HeaderCell, Sheet, SheetColumn, SheetRow } from '#shared/sheets/sheet';
import type { ChosenFile } from '../choice';
import { dayText, labelOf, splitSymbol, textOf } from '../words';
import { headOf, type Issuer } from './issuer';

/** Title of a column, its width in characters, and what stands in it. */
type Column<T> = readonly [title: string, width: number, value: (row: T, index: number) => string | number | null];

const sheetOf = <T>(columns: readonly Column<T>[], rows: readonly T[]): Pick<Sheet, 'columns' | 'header' | 'rows' | 'marks'> => ({
  columns: columns.map(([, width]): SheetColumn => ({ width })),
  header: [columns.map(([text]): HeaderCell => ({ text }))],
  marks: columns.map((_, index) => String(index + 1)),
  rows: rows.map((row, index): SheetRow => ({ cells: columns.map(([, , value]) => value(row, index)) })),
});

const numberOrNull = (text: string): number | null => (text === '' ? null : Number(text));

/** Number of pages: as written in the inventory, else as counted. */
type FileRow = ChosenFile & { readonly pages: number };

const period = (values: Parameters<typeof textOf>[0]): string =>
  [textOf(values, 'startDate'), textOf(values, 'endDate')].filter(Boolean).map(dayText).join(' - ');

const fileColumns: readonly Column<FileRow>[] = [
  ['Số TT', 6, (_, index) => index + 1],
  ['Hộp số', 8, ({ record }) => textOf(record?.values, 'box')],
  ['Hồ sơ số', 9, ({ record }) => textOf(record?.values, 'fileNumber')],
  ['Mã hồ sơ', 18, ({ record }) => textOf(record?.values, 'code')],
  ['Tiêu đề hồ sơ', 60, ({ record }) => textOf(record?.values, 'title')],
  ['Thời gian tài liệu', 22, ({ record }) => period(record?.values)],
  ['Số văn bản', 9, ({ documents }) => documents.length],
  ['Số tờ', 8, ({ record }) => numberOrNull(textOf(record?.values, 'sheets'))],
  ['Số trang', 8, ({ record, pages }) => numberOrNull(textOf(record?.values, 'pages')) ?? pages],
  ['Thời hạn bảo quản', 13, ({ record }) => labelOf('retention', record?.values, 'retention')],
  ['Độ mật', 10, ({ record }) => labelOf('secrecy', record?.values, 'secrecy')],
  ['Ghi chú', 24, ({ record }) => textOf(record?.values, 'remark')],
];

export const fileListSheet = (issuer: Issuer, rows: readonly FileRow[], subtitle: readonly string[]): Sheet => ({
  name: 'Mục lục hồ sơ',
  head: headOf(issuer),
  title: 'MỤC LỤC HỒ SƠ',
  subtitle,
  paper: { landscape: true },
  ...sheetOf(fileColumns, rows),
  notes: [`Mục lục này có ${rows.length} hồ sơ, ${rows.reduce((sum, { documents }) => sum + documents.length, 0)} văn bản.`],
});

export interface DocumentRow {
  readonly values: Parameters<typeof textOf>[0];
  /** Of the file that it lies in, from which it takes what it does not say itself. */
  readonly file: Parameters<typeof textOf>[0];
  readonly pages: number;
}

const own = ({ values, file }: DocumentRow, field: string): string => textOf(values, field) || textOf(file, field);
const symbol = ({ values }: DocumentRow) => splitSymbol(textOf(values, 'number'), textOf(values, 'symbol'));
const codeOr = (list: Parameters<typeof codeLabel>[0], code: string): string => (code === '' ? '' : codeLabel(list, code, 'vi'));
const pageCount = ({ values, pages }: DocumentRow) => numberOrNull(textOf(values, 'pageCount')) ?? pages;

/** The 24 columns of the Party's list (an archive product that follows 40-HD/VPTW; see docs/packages.md). */
const partyColumns: readonly Column<DocumentRow>[] = [
  ['Số TT', 6, (_, index) => index + 1],
  ['Số của văn bản', 9, (row) => symbol(row).number],
  ['Ký hiệu của văn bản', 14, (row) => symbol(row).notation],
  ['Ngày, tháng, năm văn bản', 12, ({ values }) => dayText(textOf(values, 'issuedOn'))],
  ['Tên cơ quan ban hành', 28, ({ values }) => textOf(values, 'issuer')],
  ['Tên loại văn bản', 14, ({ values }) => labelOf('documentType', values, 'type')],
  ['Trích yếu nội dung', 50, ({ values }) => textOf(values, 'subject')],
  ['Người ký', 18, ({ values }) => textOf(values, 'signer')],
  ['Độ mật', 9, ({ values }) => labelOf('secrecy', values, 'secrecy')],
  ['Loại bản', 11, ({ values }) => labelOf('copyKind', values, 'copyKind')],
  ['Trang số', 8, ({ values }) => textOf(values, 'fromPage')],
  ['Số trang', 8, pageCount],
  ['Số lượng tệp', 8, ({ values, pages }) => numberOrNull(textOf(values, 'fileCount')) ?? (pages > 0 ? 1 : 0)],
  ['Tên tệp', 22, ({ values }) => textOf(values, 'sourceName')],
  ['Thời gian tài liệu', 16, ({ values }) => textOf(values, 'period')],
  ['Chế độ sử dụng', 13, (row) => codeOr('accessMode', own(row, 'accessMode'))],
  ['Từ khóa', 18, ({ values }) => textOf(values, 'keywords')],
  ['Ghi chú', 18, ({ values }) => textOf(values, 'remark')],
  ['Ngôn ngữ', 11, (row) => codeOr('language', own(row, 'language'))],
  ['Bút tích', 16, ({ values }) => textOf(values, 'handwriting')],
  ['Chuyên đề', 16, ({ values }) => textOf(values, 'topic')],
  ['Ký hiệu thông tin', 11, ({ values }) => textOf(values, 'informationSign')],
  ['Mức độ tin cậy', 11, (row) => codeOr('trustLevel', own(row, 'trustLevel'))],
  ['Tình trạng vật lý', 11, (row) => codeOr('physicalState', own(row, 'physicalState'))],
];

/** The 7 columns of State bodies. */
const stateColumns: readonly Column<DocumentRow>[] = [
  ['Số TT', 6, (_, index) => index + 1],
  ['Số, ký hiệu', 16, ({ values }) => textOf(values, 'symbol') || textOf(values, 'number')],
  ['Ngày tháng', 12, ({ values }) => dayText(textOf(values, 'issuedOn'))],
  ['Trích yếu', 52, ({ values }) => [labelOf('documentType', values, 'type'), textOf(values, 'subject')].filter(Boolean).join(' ')],
  ['Tác giả', 28, ({ values }) => textOf(values, 'issuer')],
  ['Tờ số', 8, ({ values }) => textOf(values, 'fromPage')],
  ['Ghi chú', 18, ({ values }) => textOf(values, 'remark')],
];

/** One sheet for each file: a list of documents belongs into the cover of its file. */
export const documentListSheet = (issuer: Issuer, file: ChosenFile, rows: readonly DocumentRow[], form: 'party' | 'state'): Sheet => ({
  name: textOf(file.record?.values, 'code') || 'Chưa xếp hồ sơ',
  head: headOf(issuer),
  title: 'MỤC LỤC VĂN BẢN, TÀI LIỆU',
  subtitle: file.record
    ? [`Hồ sơ ${[textOf(file.record.values, 'code'), textOf(file.record.values, 'title')].filter(Boolean).join(': ')}`]
    : [],
  paper: form === 'party' ? { landscape: true, size: 'A3' } : {},
  ...(form === 'party' ? sheetOf(partyColumns, rows) : sheetOf(stateColumns, rows)),
});

const expiredColumns: readonly Column<DueFile>[] = [
  ['Số TT', 6, (_, index) => index + 1],
  ['Mã hồ sơ', 18, ({ code }) => code],
  ['Tiêu đề hồ sơ', 60, ({ title }) => title],
  ['Kết thúc', 12, ({ end }) => dayText(end)],
  ['Thời hạn bảo quản', 14, ({ retention }) => codeLabel('retention', retention, 'vi')],
  ['Hết hạn từ năm', 10, ({ expired }) => expired],
  ['Ý kiến của hội đồng', 30, () => ''],
];

export const expiredSheet = (issuer: Issuer, rows: readonly DueFile[], today: string): Sheet => ({
  name: 'Hồ sơ hết hạn',
  head: headOf(issuer),
  title: 'DANH MỤC HỒ SƠ HẾT THỜI HẠN BẢO QUẢN',
  subtitle: [`Tính đến ngày ${dayText(today)}`],
  paper: { landscape: true },
  ...sheetOf(expiredColumns, rows),
  notes: ['Danh mục để hội đồng xác định giá trị tài liệu xem xét; hồ sơ chỉ được hủy khi có quyết định.'],
});
