import type { Sheet, SheetRow } from '#shared/sheets/sheet';
import { type BranchFormId, branchFormNote, branchParts } from '#shared/branch-forms/branch-form';
import type { Book } from '../../book/book';
import { dayInWords, placeOf } from '../statistics/sheet-frame';

/** Marks of the rows of part 1; read again by unfold-form.ts. */
export const headMarks = { organisation: '1.1', form: '1.2', year: '1.3', period: '1.4', receivedOn: '1.5', sentBy: '1.6' } as const;

export interface BlankForm {
  readonly form: BranchFormId;
  readonly year: number;
  readonly period: string;
  readonly today: string;
  /** A branch; none: one sheet to be copied. Several: a sheet for each. */
  readonly branches: readonly string[];
}

/** The empty form for branches: a number or text beside each line, which the program reads again by the marks in the first column. */
export function blankForms(book: Book, { form, year, period, today, branches }: BlankForm): Sheet[] {
  const { committee } = book;
  return (branches.length > 0 ? branches : ['']).map((branch) => ({
    name: branch === '' ? form : branch,
    head: {
      upper: committee.partyCommittee.toUpperCase(),
      issuer: branch === '' ? 'CHI BỘ …………' : branch.toUpperCase(),
      placeAndDate: `${placeOf(committee.partyCommittee)}, ${dayInWords(today)}`,
    },
    title: `BÁO CÁO CÔNG TÁC KIỂM TRA, GIÁM SÁT (MẪU ${form})`,
    columns: [{ width: 7 }, { width: 52 }, { width: 30 }],
    header: [[{ text: 'Mã' }, { text: 'Chỉ tiêu' }, { text: 'Số, nội dung' }]],
    rows: [
      { cells: ['', '1. Thông tin', null], weight: 'group' },
      { cells: [headMarks.organisation, 'Chi bộ', branch] },
      { cells: [headMarks.form, 'Mẫu', form] },
      { cells: [headMarks.year, 'Năm', String(year)] },
      { cells: [headMarks.period, 'Kỳ', period] },
      { cells: [headMarks.receivedOn, 'Ngày nộp (dd/mm/yyyy)', null] },
      { cells: [headMarks.sentBy, 'Người nộp', null] },
      ...branchParts(form).flatMap(({ title, items }): SheetRow[] => [
        { cells: ['', title, null], weight: 'group' },
        ...items.map(({ mark, label }): SheetRow => ({ cells: [mark, label, null] })),
      ]),
    ],
    notes: ['Không phát sinh thì ghi 0. Không đổi cột Mã.', branchFormNote],
    signatures: { right: { lines: ['T/M CHI BỘ', 'BÍ THƯ'] } },
  }));
}
