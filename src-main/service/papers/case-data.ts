import { codeLabel } from '#shared/rules/code-lists/index';
import type { ValuesOfType } from '#shared/records/registry';
import { packFor } from '#shared/rules/packs/index';
import { AppError } from '#shared/errors/app-error';
import type { Book } from '../book/book';
import type { StoredRecord } from '../store/record-store';
import { dayInWords, placeOf } from '../work/statistics/sheet-frame';
import type { PaperData } from './fill-file';

export const dmy = (day: string | null | undefined): string | undefined => (day ? day.split('-').reverse().join('/') : undefined);
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Everything that a paper of a case may say, by the tags of the templates; what is not known is absent. */
export function caseData(book: Book, caseId: string, today: string): PaperData {
  const record = book.records.get('case', caseId);
  if (record === undefined) throw new AppError('record.notFound');
  const v = record.values as ValuesOfType<'case'>;
  const titleOf = (id: string | null | undefined): string | undefined => (id ? book.records.titleOf(id) : undefined);
  const of = <T extends StoredRecord['type']>(type: T, field = 'case') =>
    book.records.list({ type, filters: [{ field, op: 'eq', value: caseId }], limit: 500 }).rows;
  const subjects = (v.subjects ?? []).filter(({ role }) => !role || role === 'DOI_TUONG' || role === 'NGUOI_KHIEU_NAI');
  const named = subjects.map(({ member, organisation, text, post }) =>
    [member ? `đồng chí ${titleOf(member) ?? ''}` : (titleOf(organisation) ?? text ?? ''), post].filter(Boolean).join(', '),
  );
  const managing = (v.subjects ?? []).find(({ role }) => role === 'QUAN_LY')?.organisation;
  const [conclusion] = of('conclusion').map(({ values }) => values as ValuesOfType<'conclusion'>);
  const conclusionIds = of('conclusion').map(({ id }) => id);
  const duties = conclusionIds.flatMap((id) =>
    book.records
      .list({ type: 'duty', filters: [{ field: 'conclusion', op: 'eq', value: id }], limit: 200 })
      .rows.map(({ values }) => values as ValuesOfType<'duty'>),
  );
  const [decision] = of('disciplinaryDecision').map(({ values }) => values as ValuesOfType<'disciplinaryDecision'>);
  const papers = of('checklistItem')
    .map(({ values }) => values as ValuesOfType<'checklistItem'>)
    .filter(({ state }) => state === 'CO');
  const outcome = (v.outcome ?? []).map((code) => codeLabel('caseOutcome', code, 'vi'));
  const subjectKind = subjects.some(({ member }) => member) ? 'DV' : 'TCD';
  const forms = subjectKind === 'DV' ? ['KHIEN_TRACH', 'CANH_CAO', 'CACH_CHUC', 'KHAI_TRU'] : ['KHIEN_TRACH', 'CANH_CAO', 'GIAI_TAN'];
  return {
    ...headData(book, today),
    ma_ho_so: v.code,
    ten_vu_viec: v.name,
    viec: lower(packFor(v.openedOn ?? today).caseTypes.find(({ type }) => type === v.type)?.label.vi ?? 'kiểm tra'),
    doi_tuong: named.join('; ') || undefined,
    don_vi_quan_ly: titleOf(managing) ?? (subjectKind === 'TCD' ? book.committee.partyCommittee : undefined),
    noi_dung: v.content,
    nguon_phat_hien: v.detectionSource ? lower(codeLabel('detectionSource', v.detectionSource, 'vi')) : undefined,
    moc_tu: dmy(v.periodFrom),
    moc_den: dmy(v.periodTo),
    so_quyet_dinh: v.decisionNumber,
    ngay_quyet_dinh: dmy(v.decisionOn),
    so_ke_hoach: v.planNumber,
    thoi_han_ngay: v.durationDays,
    han: dmy(v.dueOn),
    ngay_trien_khai: dmy(v.announcedOn),
    ngay_hop: dmy(conclusion?.issuedOn ?? v.closedOn),
    truong_doan: v.leader,
    nguoi_theo_doi: v.monitor ?? v.leader,
    nguoi_chu_tri: v.leader,
    thanh_vien: (v.team ?? []).map(({ name, post, role, task }, index) => ({
      stt: index + 1,
      ho_ten: name,
      chuc_vu: post,
      vai_tro: role ? codeLabel('teamRole', role, 'vi') : 'Thành viên',
      nhiem_vu: task,
    })),
    can_cu: (v.legalBases ?? []).map(({ text }) => ({ noi_dung: text })),
    noi_dung_kiem_tra: (v.items ?? []).map(({ summary, conclusion: found }, index) => ({
      stt: index + 1,
      noi_dung: summary,
      ket_luan: found ? codeLabel('denunciationConclusion', found, 'vi') : undefined,
    })),
    lich: (v.schedule ?? []).map(({ day, time, place, with: whom, purpose }) => ({
      ngay: dmy(day),
      gio: time,
      noi: place,
      voi: whom,
      viec: purpose,
    })),
    uu_diem: conclusion?.strengths,
    khuyet_diem: conclusion?.shortcomings ?? v.outcomeText,
    ket_luan_chung: v.outcomeText ?? (outcome.length > 0 ? outcome.join('; ') : undefined),
    yeu_cau: duties.map((duty, index) => ({
      stt: index + 1,
      noi_dung: duty.name,
      don_vi: titleOf(duty.organisation) ?? titleOf(duty.member),
      giam_sat: duty.supervisingUnit ?? 'Ủy ban Kiểm tra',
      huong_dan: duty.guidingUnit,
      phu_trach: duty.committeeMember,
      han: dmy(duty.dueOn),
    })),
    hinh_thuc_ky_luat: decision?.form ? lower(codeLabel('disciplineForm', decision.form, 'vi')) : undefined,
    vi_pham: decision?.violationText,
    tong_bieu_quyet: decision?.votersTotal,
    co_mat: decision?.votersPresent,
    phieu: (decision?.votes ?? []).map(({ form, votes }) => ({
      hinh_thuc: form ? codeLabel('disciplineForm', form, 'vi') : '',
      so_phieu: votes,
    })),
    hinh_thuc_bieu_quyet: forms.map((form) => ({ ten: codeLabel('disciplineForm', form, 'vi') })),
    so_tai_lieu: papers.length,
    tai_lieu: papers.map((paper, index) => ({
      stt: index + 1,
      ten: paper.name,
      so_ngay: [titleOf(paper.document)?.split(' · ')[0], dmy(paper.doneOn)].filter(Boolean).join(', '),
      to_so: '',
      ghi_chu: paper.remark ?? '',
    })),
    do_mat: v.secrecy && v.secrecy !== 'THUONG' ? [codeLabel('secrecy', v.secrecy, 'vi').toUpperCase()] : [],
  };
}

/** What stands in the head of every paper of the committee. */
export const headData = ({ committee }: Book, today: string): PaperData => ({
  cap_tren: committee.partyCommittee.toUpperCase(),
  co_quan: 'ỦY BAN KIỂM TRA',
  dang_uy_hoa: committee.partyCommittee.toUpperCase(),
  dia_danh: placeOf(committee.partyCommittee),
  ngay: dayInWords(today),
  so_ky_hieu: undefined,
});
