import { date, list, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Danh mục: values that extend a code list of this version, or give its values other labels. Written by the hub only. */
export const codeList = defineRecordType({
  name: 'codeList',
  label: label('Danh mục', 'Code list'),
  register: label('Danh mục của tỉnh', 'Code lists'),
  author: 'hub',
  standsAlone: true,
  sort: { field: 'name', direction: 'asc' },
  groups: { list: label('Danh mục', 'Code list') },
  title: (v) => v.name ?? v.list ?? '',
  subtitle: (v) => v.list ?? '',
  fields: {
    /** Id of the list (rules/code-lists/code-list-id.ts). */
    list: text(label('Mã danh mục', 'List'), { required: true, max: 60, search: 'title', column: { width: 160 } }),
    name: text(label('Tên', 'Name'), { required: true, max: 200, search: 'title', column: { width: 300 } }),
    items: list(label('Các giá trị', 'Values'), {
      code: text(label('Mã', 'Code'), { required: true, max: 60 }),
      vi: text(label('Tên', 'Vietnamese'), { required: true, max: 200 }),
      en: text(label('Tên tiếng Anh', 'English'), { max: 200 }),
      abbreviation: text(label('Viết tắt', 'Abbreviation'), { max: 20 }),
      source: text(label('Nguồn', 'Source'), { max: 200 }),
      validTo: date(label('Dùng đến', 'Until')),
    }),
  },
});
