import { code, date, longText, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/**
 * Gói quy tắc của Ủy ban: a rule pack that the committee edited as its own copy or took over from a signed file. It holds beside the built-in
 * packs and those of the province; one of the same id stands before them.
 */
export const committeePack = defineRecordType({
  name: 'committeePack',
  label: label('Gói quy tắc của Ủy ban', "Committee's rule pack"),
  register: label('Gói quy tắc của Ủy ban', "Committee's rule packs"),
  standsAlone: true,
  sort: { field: 'validFrom', direction: 'desc' },
  yearField: 'validFrom',
  groups: { pack: label('Gói quy tắc', 'Rule pack'), origin: label('Nguồn', 'Origin') },
  title: (v) => [v.packId, v.name].filter(Boolean).join(' · '),
  fields: {
    packId: text(label('Mã gói', 'Pack id'), { group: 'pack', required: true, max: 60, search: 'title', column: { width: 120 } }),
    name: text(label('Tên', 'Name'), { group: 'pack', required: true, max: 300, search: 'title', column: { width: 380 } }),
    validFrom: date(label('Có hiệu lực từ', 'In force from'), { group: 'pack', required: true, column: { width: 120 } }),
    validTo: date(label('Đến', 'Until'), { group: 'pack', column: { width: 120 } }),
    /** JSON of a RulePack; what cannot be read as one has no effect. */
    content: longText(label('Nội dung', 'Content'), { group: 'pack', required: true, max: 1_000_000 }),
    basedOn: text(label('Lập từ gói', 'Based on'), { group: 'origin', max: 60 }),
    origin: code(label('Nguồn', 'Origin'), 'packOrigin', { group: 'origin', required: true, column: { width: 140 } }),
    /** Ed25519 key that signed the file, base64url. */
    signer: text(label('Khóa ký', 'Signed by key'), { group: 'origin', max: 64 }),
    decidedBy: text(label('Văn bản của Ủy ban', 'Decision of the committee'), { group: 'origin', max: 300, search: 'body' }),
    remark: longText(label('Lý do sửa', 'Why it was changed'), { group: 'origin', search: 'body' }),
  },
});
