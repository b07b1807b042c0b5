import { AppError } from '#shared/errors/app-error';
import type { ValuesOfType } from '#shared/records/registry';
import { codeLabel } from '#shared/rules/code-lists/index';
import type { Book } from '../book/book';
import { dmy, headData } from './case-data';
import type { PaperData } from './fill-file';

/**
 * Everything that a paper about a petition may say, by the tags of the templates. The sender is not among it: those fields are sealed, and a
 * file leaves the book.
 */
export function petitionData(book: Book, petitionId: string, today: string): PaperData {
  const record = book.records.get('petition', petitionId);
  if (record === undefined) throw new AppError('record.notFound');
  const v = record.values as ValuesOfType<'petition'>;
  const named = [...(v.accusedMembers ?? []), ...(v.accusedOrganisations ?? [])].flatMap((id) => book.records.titleOf(id) ?? []);
  const forward = (v.forwards ?? []).at(-1);
  return {
    ...headData(book, today),
    so_den: v.number === undefined || v.number === null ? undefined : String(v.number),
    ngay_den: dmy(v.receivedOn),
    loai_don: v.kind ? codeLabel('petitionKind', v.kind, 'vi') : undefined,
    nguon_den: v.source ? codeLabel('petitionSource', v.source, 'vi') : undefined,
    doi_tuong: [...named, v.accusedText].filter(Boolean).join('; ') || undefined,
    noi_dung: v.summary,
    noi_dung_don: (v.items ?? []).map(({ summary }, index) => ({ stt: index + 1, noi_dung: summary })),
    noi_nhan_don: forward?.to,
    so_ky_hieu: forward?.letter,
    phan_loai: v.classification ? codeLabel('petitionClassification', v.classification, 'vi') : undefined,
    ly_do_phan_loai: v.classificationReason,
    huong_xu_ly: v.handling ? codeLabel('petitionHandling', v.handling, 'vi') : undefined,
    han: dmy(v.dueOn),
    ket_qua: v.result,
    do_mat: v.secrecy && v.secrecy !== 'THUONG' ? [codeLabel('secrecy', v.secrecy, 'vi').toUpperCase()] : [],
  };
}
