import { code, codes, date, integer, list, longText, ref, refs, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** Vụ việc: one inspection, supervision, denunciation, complaint or discipline case from decision to filing (domain 2, 5.3). */
export const caseRecord = defineRecordType({
  name: 'case',
  label: label('Vụ việc', 'Case'),
  register: label('Sổ vụ việc', 'Register of cases'),
  standsAlone: true,
  sort: { field: 'openedOn', direction: 'desc' },
  yearField: 'openedOn',
  dueField: 'dueOn',
  closed: (v) => v.state === 'LUU_HO_SO' || v.state === 'DINH_CHI' || v.state === 'CHUYEN_THAM_QUYEN' || v.closedOn != null,
  groups: {
    identity: label('Vụ việc', 'Case'),
    subject: label('Đối tượng và nội dung', 'Subject and content'),
    time: label('Thời gian', 'Time'),
    team: label('Đoàn, tổ', 'Team'),
    outcome: label('Kết luận', 'Conclusion'),
  },
  title: (v) => [v.code, v.name].filter(Boolean).join(' · '),
  subtitle: (v, titleOf) =>
    (v.subjects ?? [])
      .map((s) => (s.member && titleOf(s.member)) || (s.organisation && titleOf(s.organisation)) || s.text)
      .filter(Boolean)
      .join(', '),
  fields: {
    code: text(label('Mã hồ sơ', 'File code'), { group: 'identity', required: true, max: 40, search: 'title', column: { width: 110 } }),
    type: code(label('Loại', 'Type'), 'caseType', { group: 'identity', required: true, column: { width: 220 } }),
    name: text(label('Tên vụ việc', 'Name'), { group: 'identity', required: true, max: 300, search: 'title', column: { width: 380 } }),
    state: code(label('Trạng thái', 'State'), 'caseState', { group: 'identity', required: true, column: { width: 150 } }),
    inspectingBody: code(label('Chủ thể kiểm tra', 'Inspecting body'), 'inspectingBody', { group: 'identity', required: true }),
    detectionSource: code(label('Nguồn phát hiện', 'Source of detection'), 'detectionSource', { group: 'identity' }),
    programme: text(label('Chương trình năm', 'Annual programme'), { group: 'identity', max: 200 }),
    term: text(label('Nhiệm kỳ', 'Term'), { group: 'identity', max: 20 }),
    secrecy: code(label('Độ mật', 'Secrecy'), 'secrecy', { group: 'identity', required: true }),
    rulePack: text(label('Gói quy tắc', 'Rule pack'), { group: 'identity', max: 60, readOnly: true }),
    subjects: list(
      label('Đối tượng', 'Subjects'),
      {
        member: ref(label('Đảng viên', 'Member'), ['partyMember']),
        organisation: ref(label('Tổ chức đảng', 'Organisation'), ['organisation']),
        text: text(label('Ghi bằng chữ', 'In words'), { max: 200, search: 'body' }),
        post: text(label('Chức vụ', 'Post'), { max: 200, search: 'body' }),
        role: code(label('Vai trò', 'Role'), 'subjectRole'),
      },
      { group: 'subject' },
    ),
    content: longText(label('Nội dung', 'Content'), { group: 'subject', search: 'body' }),
    items: list(
      label('Nội dung kiểm tra', 'Items'),
      {
        summary: longText(label('Nội dung', 'Content'), { required: true, max: 5000, search: 'body' }),
        fieldMember: code(label('Lĩnh vực (đảng viên)', 'Field (member)'), 'violationMember'),
        fieldOrganisation: code(label('Lĩnh vực (tổ chức)', 'Field (organisation)'), 'violationOrganisation'),
        conclusion: code(label('Kết luận', 'Conclusion'), 'denunciationConclusion'),
      },
      { group: 'subject' },
    ),
    legalBases: list(
      label('Căn cứ', 'Legal bases'),
      { text: text(label('Căn cứ', 'Basis'), { required: true, max: 500, search: 'body' }) },
      { group: 'subject' },
    ),
    petitions: refs(label('Đơn, thư', 'Petitions'), ['petition'], { group: 'subject' }),
    documents: refs(label('Tài liệu', 'Documents'), ['archiveDocument'], { group: 'subject' }),
    periodFrom: date(label('Mốc thời gian từ', 'Period from'), { group: 'time' }),
    periodTo: date(label('Mốc thời gian đến', 'Period to'), { group: 'time' }),
    openedOn: date(label('Ngày mở', 'Opened on'), { group: 'time', required: true, column: { width: 100 } }),
    decisionNumber: text(label('Số quyết định', 'Decision number'), { group: 'time', max: 60, search: 'title' }),
    decisionOn: date(label('Ngày quyết định', 'Decision date'), { group: 'time' }),
    planNumber: text(label('Số kế hoạch', 'Plan number'), { group: 'time', max: 60, search: 'body' }),
    announcedOn: date(label('Ngày triển khai', 'Announced on'), { group: 'time' }),
    durationDays: integer(label('Thời hạn (ngày)', 'Duration (days)'), { group: 'time', max: 3650 }),
    dueOn: date(label('Hạn kết thúc', 'Due on'), { group: 'time', column: { width: 110 } }),
    dueSource: text(label('Nguồn của hạn', 'Source of the deadline'), { group: 'time', max: 300 }),
    extensions: list(
      label('Gia hạn', 'Extensions'),
      {
        days: integer(label('Số ngày', 'Days'), { required: true, max: 3650 }),
        document: text(label('Văn bản', 'Document'), { max: 100 }),
        date: date(label('Ngày', 'Date')),
        reason: text(label('Lý do', 'Reason'), { max: 500 }),
      },
      { group: 'time' },
    ),
    currentStep: ref(label('Bước hiện tại', 'Current step'), ['caseStep'], { group: 'time', readOnly: true }),
    leader: text(label('Trưởng đoàn', 'Head of team'), { group: 'team', max: 120, search: 'body', column: { width: 160 } }),
    team: list(
      label('Thành viên', 'Members'),
      {
        name: text(label('Họ tên', 'Name'), { required: true, max: 120, search: 'body' }),
        post: text(label('Chức vụ', 'Post'), { max: 200 }),
        role: code(label('Vai trò', 'Role'), 'teamRole'),
        task: text(label('Nhiệm vụ', 'Task'), { max: 500 }),
      },
      { group: 'team' },
    ),
    outcome: codes(label('Kết luận chung', 'Outcome'), 'caseOutcome', { group: 'outcome' }),
    outcomeText: longText(label('Nội dung kết luận', 'Conclusion text'), { group: 'outcome', search: 'body' }),
    closedOn: date(label('Ngày kết thúc', 'Closed on'), { group: 'outcome' }),
    archiveFile: ref(label('Hồ sơ lưu trữ', 'Archive file'), ['archiveFile'], { group: 'outcome' }),
    previousCase: ref(label('Chuyển từ vụ việc', 'Continues case'), ['case'], { group: 'outcome' }),
  },
});
