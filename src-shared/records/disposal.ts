import { code, date, dateTime, integer, list, longText, ref, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/**
 * Đợt tiêu hủy: files whose retention has ended (danh mục tài liệu hết giá trị), what the council found (biên bản), who decided, and after
 * the destruction its proof. What it destroyed stays as records without texts and pages; this record says why. Travels like any
 * other, so every workstation and the hub follow it (service/retention/follow, src-hub/blobs/destroyed).
 */
export const disposal = defineRecordType({
  name: 'disposal',
  label: label('Đợt tiêu hủy', 'Disposal'),
  register: label('Tiêu hủy tài liệu hết giá trị', 'Disposal of papers'),
  standsAlone: true,
  sort: { field: 'year', direction: 'desc' },
  groups: {
    list: label('Danh mục', 'List'),
    council: label('Hội đồng', 'Council'),
    decision: label('Quyết định', 'Decision'),
    proof: label('Chứng cứ', 'Proof'),
  },
  title: (v) => v.name ?? '',
  subtitle: (v) => [v.minutesNumber, v.decisionNumber].filter(Boolean).join(', '),
  fields: {
    name: text(label('Tên đợt', 'Name'), { group: 'list', required: true, max: 300, search: 'title', column: { width: 320 } }),
    year: integer(label('Năm', 'Year'), { group: 'list', required: true, min: 1945, max: 2200, column: { width: 80 } }),
    state: code(label('Trạng thái', 'State'), 'disposalState', { group: 'list', required: true, column: { width: 150 } }),
    secrecy: code(label('Độ mật', 'Secrecy'), 'secrecy', { group: 'list', required: true }),
    reason: longText(label('Lý do', 'Reason'), { group: 'list', max: 2000 }),
    items: list(
      label('Hồ sơ trong danh mục', 'Files on the list'),
      {
        file: ref(label('Hồ sơ', 'File'), ['archiveFile'], { required: true }),
        title: text(label('Tiêu đề', 'Title'), { required: true, max: 1200 }),
        period: text(label('Thời gian', 'Period'), { max: 60 }),
        retention: text(label('Thời hạn bảo quản', 'Retention'), { max: 60 }),
        pages: integer(label('Số trang', 'Pages')),
        reason: text(label('Lý do hết giá trị', 'Why it may go'), { max: 500 }),
        keep: code(label('Ý kiến của hội đồng', 'Opinion of the council'), 'disposalOpinion'),
      },
      { group: 'list' },
    ),
    council: list(
      label('Thành viên hội đồng', 'Council'),
      {
        name: text(label('Họ và tên', 'Name'), { required: true, max: 120 }),
        post: text(label('Chức vụ', 'Post'), { max: 200 }),
        role: text(label('Nhiệm vụ', 'Part'), { max: 100 }),
      },
      { group: 'council' },
    ),
    councilDecision: text(label('Quyết định lập hội đồng', 'Decision on the council'), { group: 'council', max: 200 }),
    minutesNumber: text(label('Biên bản số', 'Minutes'), { group: 'council', max: 60, search: 'body', column: { width: 120 } }),
    minutesOn: date(label('Ngày biên bản', 'Date of the minutes'), { group: 'council', column: { width: 110 } }),
    opinion: longText(label('Ý kiến, kết luận của hội đồng', 'Conclusion'), { group: 'council', max: 5000 }),
    decisionNumber: text(label('Quyết định tiêu hủy số', 'Decision'), { group: 'decision', max: 60, search: 'body' }),
    decisionOn: date(label('Ngày quyết định', 'Date of the decision'), { group: 'decision' }),
    decidedBy: text(label('Người quyết định', 'Decided by'), { group: 'decision', max: 200 }),
    destroyedAt: dateTime(label('Tiêu hủy lúc', 'Destroyed at'), { group: 'proof', readOnly: true }),
    destroyedBy: ref(label('Người thực hiện', 'Carried out by'), ['bookUser'], { group: 'proof', readOnly: true }),
    approvedBy: ref(label('Người duyệt', 'Approved by'), ['bookUser'], { group: 'proof', readOnly: true }),
    fileCount: integer(label('Số hồ sơ đã hủy', 'Files destroyed'), { group: 'proof', readOnly: true }),
    documentCount: integer(label('Số văn bản đã hủy', 'Documents destroyed'), { group: 'proof', readOnly: true }),
    pageCount: integer(label('Số trang đã hủy', 'Pages destroyed'), { group: 'proof', readOnly: true }),
    proof: text(label('SHA-256 của danh sách trang', 'SHA-256 of the list of pages'), { group: 'proof', max: 64, readOnly: true }),
  },
});
