import type { PaperTemplate } from '#shared/papers/template';
import { each, heading, say } from '#shared/papers/template';
import type { Span } from '#shared/statistics/fact';
import { narrativeOf, type NarrativeSection } from '#shared/statistics/narrative';
import { periodKindOf, periodName } from '#shared/statistics/period';
import { writeAtomically } from '../../archive/atomic-file';
import type { Book } from '../../book/book';
import { headData } from '../../papers/case-data';
import { fillFile } from '../../papers/fill-file';
import { templateFile } from '../../papers/word-file';
import { countForm } from './count-form';

export const narrative = (book: Book, { unit, from, to }: Span & { readonly unit?: string | undefined }): NarrativeSection[] =>
  narrativeOf((form) => countForm(book, { form, from, to, unit }).result);

const template: PaperTemplate = {
  id: 'bao-cao-thong-ke',
  name: 'Báo cáo công tác kiểm tra, giám sát',
  documentType: 'BC',
  title: 'BÁO CÁO',
  subject: 'kết quả công tác kiểm tra, giám sát và thi hành kỷ luật đảng',
  kind: 'paper',
  lines: each('muc', heading('{tieu_de}'), ...each('doan', say('{.}'))),
  signer: ['T/M ỦY BAN KIỂM TRA', 'CHỦ NHIỆM'],
  recipients: ['Ủy ban Kiểm tra Tỉnh ủy,', 'Ban Thường vụ Đảng ủy,', 'Lưu Ủy ban Kiểm tra.'],
  serves: [],
};

/** The report as a Word file; parts that people write themselves have room. */
export async function writeNarrative(
  book: Book,
  query: Span & { readonly unit?: string | undefined; readonly today: string },
  file: string,
): Promise<void> {
  const period = periodName(periodKindOf(query));
  const sections = narrative(book, query);
  await writeAtomically(
    file,
    await fillFile(await templateFile(template), {
      ...headData(book, query.today),
      trich_yeu: [template.subject, period.charAt(0).toLowerCase() + period.slice(1)],
      do_mat: [],
      muc: sections.map(({ title, paragraphs }) => ({
        tieu_de: title,
        doan: paragraphs.length > 0 ? paragraphs : ['……………………………………………………………………………………'],
      })),
    }),
  );
}
