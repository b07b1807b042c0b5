import { boolean, code, integer, longText, partialDate, ref, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Phông lưu trữ: all papers of one Party committee, closed when the unit ends (domain 5.6 e). */
export const archiveFonds = defineRecordType({
  name: 'archiveFonds',
  label: label('Phông lưu trữ', 'Archive fonds'),
  register: label('Phông lưu trữ', 'Archive fonds'),
  standsAlone: true,
  sort: { field: 'name', direction: 'asc' },
  groups: { fonds: label('Phông', 'Fonds'), history: label('Lịch sử', 'History') },
  title: (v) => v.name ?? '',
  subtitle: (v) => v.code ?? '',
  fields: {
    code: text(label('Mã phông', 'Fonds code'), { group: 'fonds', required: true, max: 50, search: 'title', column: { width: 120 } }),
    name: text(label('Tên phông', 'Name'), { group: 'fonds', required: true, max: 300, search: 'title', column: { width: 360 } }),
    organisation: ref(label('Tổ chức', 'Organisation'), ['organisation'], { group: 'fonds', column: { width: 240 } }),
    archiveCode: text(label('Mã cơ quan lưu trữ', 'Archive code'), { group: 'fonds', max: 50 }),
    from: partialDate(label('Từ', 'From'), { group: 'fonds', column: { width: 90 } }),
    to: partialDate(label('Đến', 'To'), { group: 'fonds', column: { width: 90 } }),
    closed: boolean(label('Đã đóng', 'Closed'), { group: 'fonds', column: { width: 80 } }),
    store: text(label('Kho', 'Store room'), { group: 'fonds', max: 100 }),
    lists: text(label('Mục lục số', 'Inventory numbers'), { group: 'fonds', max: 100 }),
    term: text(label('Giai đoạn, nhiệm kỳ', 'Period or term'), { group: 'fonds', max: 60 }),
    shelf: text(label('Giá', 'Shelf'), { group: 'fonds', max: 50 }),
    boxes: text(label('Hộp', 'Boxes'), { group: 'fonds', max: 100 }),
    shelfMetres: integer(label('Mét giá (cm)', 'Shelf length (cm)'), { group: 'fonds', max: 10_000_000 }),
    accessMode: code(label('Chế độ sử dụng', 'Access'), 'accessMode', { group: 'fonds' }),
    unitHistory: longText(label('Lịch sử đơn vị hình thành phông', 'History of the unit'), { group: 'history', search: 'body' }),
    fondsHistory: longText(label('Lịch sử phông', 'History of the fonds'), { group: 'history', search: 'body' }),
    formerUnit: text(label('Đơn vị cũ', 'Former unit'), { group: 'history', max: 300, search: 'body' }),
    oldCode: text(label('Mã phông cũ', 'Former code'), { group: 'history', max: 50, search: 'body' }),
  },
});
