/** Danh mục tài liệu hết giá trị: a disposal with files that are due, and what still stands before its destruction. */
import type { DisposalPlan, Hindrance } from '#shared/contract/window/retention';
import type { ValuesOfType } from '#shared/records/registry';
import { codeLabel } from '#shared/rules/code-lists/index';
import { levels, rankOf } from '#shared/secrecy/policy';
import { AppError } from '#shared/errors/app-error';
import type { Book } from '../book/book';
import { dueFiles, expiresIn } from './due';

type Items = NonNullable<ValuesOfType<'disposal'>['items']>;

/** Puts files that are due by the end of this year on a new list. @throws AppError retention.notDue, access.denied */
export function propose(book: Book, { year, fileIds, today }: { year: number; fileIds: readonly string[]; today: string }): string {
  book.access.require('destroy');
  const due = new Map(dueFiles(book, Math.min(year, Number(today.slice(0, 4)))).map((file) => [file.id, file]));
  const chosen = [...new Set(fileIds)].map((id) => {
    const file = due.get(id);
    if (file === undefined) throw new AppError('retention.notDue', { file: book.records.titleOf(id) ?? '' });
    return file;
  });
  const items = chosen.map(({ id, code, title, retention, start, end, pages, expired }) => ({
    file: id,
    title: [code, title].filter(Boolean).join(' · '),
    period: [start, end].filter(Boolean).join(' – '),
    retention: codeLabel('retention', retention, 'vi'),
    pages,
    reason: `Hết thời hạn bảo quản từ năm ${expired}`,
    keep: 'HUY',
  }));
  const secrecy = levels[Math.max(...chosen.map((file) => rankOf(file.secrecy)))] ?? 'THUONG';
  const [saved] = book.records.save([
    { type: 'disposal', values: { name: `Danh mục tài liệu hết giá trị năm ${year}`, year, state: 'DU_THAO', secrecy, items } },
  ]);
  if (saved === undefined) throw new Error('a save of one change gives one record');
  return saved.id;
}

/** Files of a disposal that are to be destroyed. */
export const itemsToDestroy = (items: Items | null | undefined): Items => (items ?? []).filter(({ keep }) => keep !== 'GIU');

/** @throws AppError record.notFound */
export function planOf(book: Book, id: string, today: string): DisposalPlan {
  const record = book.records.get('disposal', id);
  if (record === undefined || record.removedAt !== null) throw new AppError('record.notFound');
  const v = record.values as ValuesOfType<'disposal'>;
  const items = itemsToDestroy(v.items);
  const hindrances: { why: Hindrance; what: string }[] = [];
  const add = (isMissing: boolean, why: Hindrance, what = ''): void => {
    if (isMissing) hindrances.push({ why, what });
  };
  add(v.state !== 'DA_XET', 'state', codeLabel('disposalState', v.state ?? '', 'vi'));
  add(items.length === 0, 'nothing');
  add(!v.minutesNumber || !v.minutesOn || !v.opinion, 'minutes');
  add((v.council ?? []).length < 3, 'council');
  add(!v.decisionNumber || !v.decisionOn || !v.decidedBy, 'decision');
  let [documents, pages] = [0, 0];
  for (const { file, title } of items) {
    const values = book.records.get('archiveFile', file ?? '')?.values;
    const expired = expiresIn(values?.['retention'], values?.['endDate'] ?? values?.['startDate']);
    add(
      values === undefined || values['state'] === 'DA_TIEU_HUY' || expired === undefined || expired > Number(today.slice(0, 4)),
      'notDue',
      title ?? '',
    );
    const found = countsOf(book, file ?? '');
    documents += found.documents;
    pages += found.pages;
  }
  const asked = book.approvals.needed() && !book.approvals.isReady('destroy', id);
  add(asked, 'approval');
  return { id, files: items.length, documents, pages, hindrances };
}

function countsOf({ db }: Book, file: string): { documents: number; pages: number } {
  const row = db
    .prepare<[string], { documents: number; pages: number }>(
      `SELECT count(DISTINCT d.n) AS documents, count(p.n) AS pages FROM archive_document d JOIN record r ON r.n = d.n
       LEFT JOIN page p ON p.document = r.id AND p.removed = 0 WHERE d.file = ? AND d.removed = 0`,
    )
    .get(file);
  return row ?? { documents: 0, pages: 0 };
}
