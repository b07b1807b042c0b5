import { code, date, longText, ref, refs, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/**
 * Quyết định về quyền xem, giải mật: a petition, case or file that only some people may see, or the day from which a paper has a lower
 * level of secrecy. Travels with the book like any record, so that every workstation of the committee follows it.
 */
export const accessRule = defineRecordType({
  name: 'accessRule',
  label: label('Quyết định quyền xem', 'Access decision'),
  register: label('Quyết định quyền xem, giải mật', 'Access and declassification decisions'),
  standsAlone: false,
  sort: { field: 'from', direction: 'desc' },
  groups: { rule: label('Quyết định', 'Decision') },
  title: (v, titleOf) => (v.about ? (titleOf(v.about) ?? '') : ''),
  subtitle: (v) => v.basis ?? '',
  fields: {
    about: ref(
      label('Về', 'About'),
      ['petition', 'case', 'conclusion', 'disciplinaryDecision', 'incomingDocument', 'outgoingDocument', 'archiveFile', 'archiveDocument'],
      { required: true, column: { width: 320 } },
    ),
    kind: code(label('Loại quyết định', 'Kind'), 'accessRuleKind', { required: true, column: { width: 160 } }),
    members: refs(label('Người được xem', 'Who may see'), ['bookUser'], {
      help: label('Chỉ những người này và chủ nhiệm được xem.', 'These people and the chairman only.'),
    }),
    level: code(label('Độ mật mới', 'New secrecy'), 'secrecy'),
    from: date(label('Từ ngày', 'From'), { column: { width: 120 } }),
    basis: text(label('Căn cứ', 'Basis'), { max: 300, column: { width: 240 } }),
    remark: longText(label('Ghi chú', 'Remark')),
  },
});
