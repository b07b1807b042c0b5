import { text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/**
 * Cán bộ dùng sổ: a person who works with the book of a workstation, under the id by which ops and the audit log name them, so that every
 * workstation of the committee can say who changed something. Written by the program when the book is opened.
 */
export const bookUser = defineRecordType({
  name: 'bookUser',
  label: label('Cán bộ dùng sổ', 'User of the book'),
  register: label('Cán bộ dùng sổ', 'Users of the book'),
  standsAlone: false,
  sort: { field: 'name', direction: 'asc' },
  groups: { person: label('Cán bộ', 'Person') },
  title: (v) => v.name ?? '',
  subtitle: (v) => v.post ?? '',
  fields: {
    name: text(label('Họ và tên', 'Name'), { required: true, max: 120, personName: true, column: { width: 220 } }),
    post: text(label('Chức vụ', 'Post'), { max: 120, column: { width: 200 } }),
  },
});
