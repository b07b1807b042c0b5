import { checkNotice, type NoticeGap } from '#shared/papers/check-notice';
import { templateFor } from '#shared/papers/choose';
import { paperTemplates } from '#shared/papers/templates/index';
import type { PaperTemplate } from '#shared/papers/template';
import type { ValuesOfType } from '#shared/records/registry';
import { AppError } from '#shared/errors/app-error';
import { requireLeave } from '../access/leave';
import { writeAtomically } from '../archive/atomic-file';
import type { Book } from '../book/book';
import { caseData } from './case-data';
import { fillFile } from './fill-file';
import { ownTemplate } from './own-templates';
import { petitionData } from './petition-data';
import { templateFile } from './word-file';

export interface PaperOrder {
  /** The case, or the petition for a template about one. */
  readonly caseId: string;
  /** A line of the checklist of the case, or the template itself. */
  readonly item?: string | undefined;
  readonly template?: string | undefined;
  readonly today: string;
}

export interface MadePaper {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly gaps: readonly NoticeGap[];
}

/** A paper of a case as a Word file, from the committee's own template where it has one. */
export async function makePaper(book: Book, { caseId, item, template: id, today }: PaperOrder): Promise<MadePaper> {
  const line =
    item === undefined ? undefined : (book.records.get('checklistItem', item)?.values as ValuesOfType<'checklistItem'> | undefined);
  if (item !== undefined && line?.case !== caseId) throw new AppError('record.notFound');
  const template = line ? templateFor(line.name ?? '', line.documentType ?? 'KHAC') : paperTemplates.find((one) => one.id === id);
  if (template === undefined) throw new AppError('record.notFound');
  const data = template.about === 'petition' ? petitionData(book, caseId, today) : caseData(book, caseId, today);
  const file = ownTemplate(book, template.id) ?? (await templateFile(template));
  const bytes = await fillFile(file, { ...data, trich_yeu: subjectOf(template, data) });
  return { name: line?.name ?? template.name, bytes, gaps: template.id === 'thong-bao-ket-luan' ? gapsOf(book, caseId) : [] };
}

/** @throws AppError access.denied, access.secrecy, access.needsSecond: what a case holds leaves with its paper */
export async function writePaper(book: Book, order: PaperOrder, file: string): Promise<Omit<MadePaper, 'bytes'>> {
  const { bytes, ...made } = await makePaper(book, order);
  requireLeave(book, { way: 'export', ids: [order.caseId], what: made.name, reason: made.name });
  await writeAtomically(file, bytes);
  return made;
}

/** Trích yếu with its tags filled; a list of one, so that a paper without one has no empty line. */
function subjectOf({ subject, title }: PaperTemplate, data: Readonly<Record<string, unknown>>): string | string[] {
  const filled = subject.replace(/\{([a-z_]+)\}/g, (_, tag: string) => (typeof data[tag] === 'string' ? (data[tag] as string) : '………'));
  return title === '' ? filled : filled === '' ? [] : [filled];
}

function gapsOf(book: Book, caseId: string): NoticeGap[] {
  const record = book.records.get('case', caseId);
  const of = record?.values as ValuesOfType<'case'>;
  const dutiesOf = (conclusion: string) =>
    book.records
      .list({ type: 'duty', filters: [{ field: 'conclusion', op: 'eq', value: conclusion }], limit: 200 })
      .rows.map(({ values }) => values as ValuesOfType<'duty'>);
  const own = book.records.list({ type: 'conclusion', filters: [{ field: 'case', op: 'eq', value: caseId }] }).rows;
  const subjects = (of.subjects ?? []).flatMap(({ member, organisation }) => [member, organisation].filter((id) => typeof id === 'string'));
  const earlier = subjects
    .flatMap((id) => book.records.list({ type: 'case', filters: [{ field: 'subjects', op: 'has', value: id }], limit: 50 }).rows)
    .filter(({ id }) => id !== caseId)
    .flatMap(({ id }) => book.records.list({ type: 'conclusion', filters: [{ field: 'case', op: 'eq', value: id }] }).rows)
    .filter(({ id }) => dutiesOf(id).some(({ state }) => state !== 'HOAN_THANH'));
  return checkNotice({
    case: of,
    conclusion: own[0]?.values as ValuesOfType<'conclusion'> | undefined,
    duties: own.flatMap(({ id }) => dutiesOf(id)),
    stillOpen: [...new Set(earlier.map(({ title }) => title))],
  });
}
