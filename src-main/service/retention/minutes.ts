import { disposalMinutes } from '#shared/papers/disposal-minutes';
import type { ValuesOfType } from '#shared/records/registry';
import { codeLabel } from '#shared/rules/code-lists/index';
import { AppError } from '#shared/errors/app-error';
import { requireLeave } from '../access/leave';
import { writeAtomically } from '../archive/atomic-file';
import type { Book } from '../book/book';
import { headData } from '../papers/case-data';
import { fillFile, type PaperData } from '../papers/fill-file';
import { templateFile } from '../papers/word-file';
import { itemsToDestroy, planOf } from './proposal';

const dmy = (day: string | null | undefined): string | undefined => (day ? day.slice(0, 10).split('-').reverse().join('/') : undefined);

/** Everything that the minutes of a disposal say; what is not known is a dotted blank. @throws AppError record.notFound */
export function minutesData(book: Book, id: string, today: string): PaperData {
  const v = book.records.get('disposal', id)?.values as ValuesOfType<'disposal'> | undefined;
  if (v === undefined) throw new AppError('record.notFound');
  const plan = planOf(book, id, today);
  const isDone = v.state === 'DA_TIEU_HUY';
  const nameOf = (user: string | null | undefined) => (user ? book.records.titleOf(user) : undefined);
  const go = itemsToDestroy(v.items);
  return {
    ...headData(book, v.minutesOn ?? today),
    so_ky_hieu: v.minutesNumber ?? undefined,
    ten_dot: v.name,
    quyet_dinh_hoi_dong: v.councilDecision ?? undefined,
    ngay_bien_ban: dmy(v.minutesOn),
    thanh_vien: (v.council ?? []).map(({ name, post, role }, at) => ({ stt: at + 1, ho_ten: name, chuc_vu: post, vai_tro: role })),
    so_ho_so: isDone ? v.fileCount : plan.files,
    so_van_ban: isDone ? v.documentCount : plan.documents,
    so_trang: isDone ? v.pageCount : plan.pages,
    ket_luan: v.opinion ?? undefined,
    ho_so_huy: go.map(({ title, period, retention, pages, reason }, at) => ({
      stt: at + 1,
      tieu_de: title,
      thoi_gian: period,
      thoi_han: retention,
      trang: pages ?? 0,
      ly_do: reason,
    })),
    ho_so_giu: (v.items ?? []).filter(({ keep }) => keep === 'GIU').map(({ title }, at) => ({ stt: at + 1, tieu_de: title })),
    so_quyet_dinh: v.decisionNumber ?? undefined,
    ngay_quyet_dinh: dmy(v.decisionOn),
    nguoi_quyet_dinh: v.decidedBy ?? undefined,
    ket_qua: isDone
      ? [
          {
            luc: v.destroyedAt?.replace('T', ' ').slice(0, 16),
            ho_so: v.fileCount,
            van_ban: v.documentCount,
            trang: v.pageCount,
            nguoi_lam: nameOf(v.destroyedBy),
            nguoi_duyet: nameOf(v.approvedBy) ?? 'không có người thứ hai',
            ma: v.proof,
          },
        ]
      : [],
    do_mat: v.secrecy && v.secrecy !== 'THUONG' ? [codeLabel('secrecy', v.secrecy, 'vi').toUpperCase()] : [],
    trich_yeu: `họp Hội đồng xác định giá trị tài liệu, ${v.name ?? ''}`,
  };
}

/** @throws AppError record.notFound, access.secrecy, access.needsSecond, store.io */
export async function writeMinutes(book: Book, { id, path, today }: { id: string; path: string; today: string }): Promise<string> {
  const data = minutesData(book, id, today);
  const bytes = await fillFile(await templateFile(disposalMinutes), data);
  requireLeave(book, { way: 'export', ids: [id], what: disposalMinutes.name, reason: disposalMinutes.name });
  const file = path.toLowerCase().endsWith('.docx') ? path : `${path}.docx`;
  await writeAtomically(file, bytes);
  return file;
}
