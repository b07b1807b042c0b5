import type { QualityError, QualityRate, QualityReport } from '#shared/contract/window/quality';
import { recordTypes } from '#shared/records/registry';
import { codeLabel } from '#shared/rules/code-lists/index';

export type Cell = string | number | null;

const rate = (value: number | null): number | null => (value === null ? null : Math.round(value) / 10);
const part = (title: string, rows: readonly QualityRate[]): Cell[][] => [
  [title, 'Số văn bản', 'Số trường', 'Số lỗi', 'Tỷ lệ lỗi (%)'],
  ...rows.map(({ name, documents, fields, errors, permille }): Cell[] => [name || '(không rõ)', documents, fields, errors, rate(permille)]),
  [],
];

/** Rates and error log as one sheet, for Excel. */
export function tableOf(report: QualityReport, errors: readonly QualityError[]): { name: string; documentIds: string[]; rows: Cell[][] } {
  const labels = recordTypes.archiveDocument.fields as Readonly<Record<string, { readonly label: { readonly vi: string } }>>;
  return {
    name: 'Kiểm tra chất lượng số hóa',
    documentIds: [...new Set(errors.map(({ documentId }) => documentId))],
    rows: [
      ...part('Theo người làm', report.people),
      ...part('Theo phông, nhiệm kỳ, hộp', report.places),
      ...part('Theo loại lỗi', report.kinds),
      ...part('Máy đọc, theo trường', report.machine),
      ['Nhật ký lỗi: thời điểm', 'Lần', 'Đợt', 'Văn bản', 'Trường', 'Loại lỗi', 'Sai', 'Sửa thành', 'Người phát hiện', 'Người làm'],
      ...errors.map((one): Cell[] => [
        one.at,
        one.level,
        one.place,
        one.document,
        labels[one.field]?.label.vi ?? one.field,
        codeLabel('qualityErrorKind', one.kind, 'vi'),
        one.from,
        one.to,
        one.foundBy,
        one.madeBy || 'Máy đọc',
      ]),
    ],
  };
}
