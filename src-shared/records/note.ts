import { code, longText, ref, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Ghi chú: a remark on any record. */
export const note = defineRecordType({
  name: 'note',
  label: label('Ghi chú', 'Note'),
  register: label('Ghi chú', 'Notes'),
  standsAlone: false,
  sort: { field: 'author', direction: 'asc' },
  groups: { note: label('Ghi chú', 'Note') },
  title: (v) => (v.text ?? '').slice(0, 120),
  subtitle: (v, titleOf) => (v.about ? (titleOf(v.about) ?? '') : ''),
  fields: {
    about: ref(
      label('Về', 'About'),
      [
        'organisation',
        'partyMember',
        'petition',
        'case',
        'caseStep',
        'checklistItem',
        'conclusion',
        'duty',
        'disciplinaryDecision',
        'incomingDocument',
        'outgoingDocument',
        'task',
        'archiveFonds',
        'archiveFile',
        'archiveDocument',
        'page',
        'instruction',
      ],
      { required: true, column: { width: 260 } },
    ),
    kind: code(label('Loại', 'Kind'), 'noteKind', { column: { width: 110 } }),
    text: longText(label('Nội dung', 'Text'), { required: true, search: 'title', column: { width: 420 } }),
    author: text(label('Người viết', 'Author'), { max: 120, search: 'body', column: { width: 160 } }),
  },
});
