import { date, longText, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Gói quy tắc: a rule pack that came after this version (rules/packs/rule-pack.ts). Written by the hub only. */
export const rulePack = defineRecordType({
  name: 'rulePack',
  label: label('Gói quy tắc', 'Rule pack'),
  register: label('Gói quy tắc', 'Rule packs'),
  author: 'hub',
  standsAlone: true,
  sort: { field: 'validFrom', direction: 'desc' },
  yearField: 'validFrom',
  groups: { pack: label('Gói quy tắc', 'Rule pack') },
  title: (v) => [v.packId, v.name].filter(Boolean).join(' · '),
  fields: {
    packId: text(label('Mã gói', 'Pack id'), { required: true, max: 60, search: 'title', column: { width: 120 } }),
    name: text(label('Tên', 'Name'), { required: true, max: 300, search: 'title', column: { width: 380 } }),
    validFrom: date(label('Có hiệu lực từ', 'In force from'), { required: true, column: { width: 120 } }),
    validTo: date(label('Đến', 'Until'), { column: { width: 120 } }),
    /** JSON of a RulePack; what cannot be read as one has no effect. */
    content: longText(label('Nội dung', 'Content'), { required: true, max: 1_000_000 }),
  },
});
