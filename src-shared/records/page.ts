import { code, integer, longText, ref, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/**
 * Trang: one scanned page. Its image is a content-addressed file (`image`), its text is indexed for search.
 * The raw text of the reader is kept; where the machine corrected it (syllables, order of table cells) the result stands beside it in
 * `machineText`, and a correction by a person in `correctedText`.
 * Word boxes are large and stay local: they live in a table of the archive, not in the record.
 */
export const page = defineRecordType({
  name: 'page',
  label: label('Trang', 'Page'),
  register: label('Trang', 'Pages'),
  standsAlone: false,
  sort: { field: 'order', direction: 'asc' },
  groups: { page: label('Trang', 'Page') },
  title: (v, titleOf) => `${(v.document && titleOf(v.document)) || v.sourceName || ''}, trang ${v.order ?? '?'}`,
  // A document without symbol and subject is called by its file, which need not be said twice.
  subtitle: (v, titleOf) => (v.document && titleOf(v.document) === v.sourceName ? '' : (v.sourceName ?? '')),
  fields: {
    document: ref(label('Văn bản', 'Document'), ['archiveDocument'], { required: true, column: { width: 300 } }),
    order: integer(label('Trang số', 'Page number'), { required: true, max: 100_000, column: { width: 80, align: 'right' } }),
    image: text(label('Mã ảnh (SHA-256)', 'Image (SHA-256)'), { required: true, max: 64, readOnly: true }),
    originalImage: text(label('Mã ảnh gốc (SHA-256)', 'Original image (SHA-256)'), { max: 64, readOnly: true }),
    mime: text(label('Kiểu tệp', 'Media type'), { required: true, max: 40, readOnly: true }),
    bytes: integer(label('Dung lượng', 'Bytes'), { required: true, max: 9_007_199_254_740_991, readOnly: true }),
    width: integer(label('Rộng (điểm ảnh)', 'Width (px)'), { required: true, max: 100_000, readOnly: true }),
    height: integer(label('Cao (điểm ảnh)', 'Height (px)'), { required: true, max: 100_000, readOnly: true }),
    dpi: integer(label('Độ phân giải (dpi)', 'Resolution (dpi)'), { max: 10_000, readOnly: true }),
    sourceName: text(label('Từ tệp', 'From file'), { max: 300, readOnly: true, search: 'body', column: { width: 200 } }),
    sourceIndex: integer(label('Trang trong tệp', 'Page in file'), { max: 100_000, readOnly: true }),
    state: code(label('Trạng thái', 'State'), 'pageState', { required: true, column: { width: 120 } }),
    textSource: code(label('Nguồn chữ', 'Source of the text'), 'textSource', { readOnly: true }),
    confidence: integer(label('Độ tin cậy (%)', 'Confidence (%)'), { max: 100, readOnly: true, column: { width: 90, align: 'right' } }),
    rotation: integer(label('Xoay (độ)', 'Rotation (degrees)'), { max: 359, readOnly: true }),
    rawText: longText(label('Chữ máy đọc', 'Text as read'), { max: 200_000, readOnly: true, search: 'body' }),
    machineText: longText(label('Chữ máy đã chỉnh', 'Text as corrected by the machine'), { max: 200_000, readOnly: true, search: 'body' }),
    correctedText: longText(label('Chữ đã sửa', 'Corrected text'), { max: 200_000, search: 'body' }),
  },
});
