import { AppError } from '#shared/errors/app-error';
import { periodKindOf, periodName } from '#shared/statistics/period';
import { type KeptFigures, keepFigures, readKept } from '#shared/statistics/snapshot';
import type { Span } from '#shared/statistics/fact';
import type { Book } from '../../book/book';
import { countForm, type FormQuery } from './count-form';
import { readValues } from './read-values';

export interface SentFigures {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly period: string;
  readonly takenOn: string;
  readonly takenBy: string;
  readonly sentNumber: string;
  readonly kept: KeptFigures;
}

/** What was sent of a form, the latest first; of one organisation, or of the whole committee. */
export function sentFigures(book: Book, form: string, unit: string | undefined): SentFigures[] {
  return readValues(
    book,
    'statSnapshot',
    ['unit', 'from', 'to', 'period', 'takenOn', 'takenBy', 'sentNumber', 'content'],
    'stat_snapshot.form = ?',
    form,
  )
    .filter(({ values }) => (values.unit ?? undefined) === unit)
    .flatMap(({ id, values }) => {
      const kept = readKept(values.content ?? '');
      if (!kept) return [];
      const { from, to, period, takenOn, takenBy, sentNumber } = values;
      return [
        {
          id,
          from: from ?? '',
          to: to ?? '',
          period: period ?? '',
          takenOn: takenOn ?? '',
          takenBy: takenBy ?? '',
          sentNumber: sentNumber ?? '',
          kept,
        },
      ];
    })
    .sort((a, b) => (a.takenOn !== b.takenOn ? (a.takenOn < b.takenOn ? 1 : -1) : a.id < b.id ? 1 : -1));
}

/** Keeps the figures of these forms as they stand, in one transaction. Gives how many. */
export function takeFigures(
  book: Book,
  {
    forms,
    unit,
    today,
    sentNumber,
    ...span
  }: Span & {
    readonly forms: readonly string[];
    readonly unit?: string | undefined;
    readonly today: string;
    readonly sentNumber?: string | undefined;
  },
): number {
  if (span.from > span.to) throw new AppError('stats.badPeriod', { from: span.from, to: span.to });
  const period = periodName(periodKindOf(span));
  return book.records.save(
    forms.map((form) => ({
      type: 'statSnapshot' as const,
      values: {
        form,
        period,
        from: span.from,
        to: span.to,
        unit: unit ?? null,
        takenOn: today,
        takenBy: book.user.name,
        sentNumber: sentNumber ?? null,
        content: JSON.stringify(keepFigures(countForm(book, { form, unit, ...span } satisfies FormQuery).result)),
      },
    })),
  ).length;
}
