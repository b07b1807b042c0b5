import { longText, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Mẫu văn bản của Ủy ban: a template that the committee changed in Word; it stands before the one of the program. */
export const paperTemplate = defineRecordType({
  name: 'paperTemplate',
  label: label('Mẫu văn bản', 'Paper template'),
  register: label('Mẫu văn bản của Ủy ban', "Committee's templates"),
  standsAlone: false,
  sort: { field: 'template', direction: 'asc' },
  groups: { template: label('Mẫu', 'Template') },
  title: (v) => v.name ?? v.template ?? '',
  fields: {
    /** Id of the template that it replaces (papers/templates.ts). */
    template: text(label('Mã mẫu', 'Template'), { required: true, max: 60, search: 'title', column: { width: 140 } }),
    name: text(label('Tên', 'Name'), { required: true, max: 300, search: 'title', column: { width: 360 } }),
    /** The file in Base64. */
    content: longText(label('Tệp', 'File'), { required: true, max: 2_000_000 }),
  },
});
