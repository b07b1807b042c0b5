import { AppError } from '#shared/errors/app-error';
import { periodKindOf, periodName } from '#shared/statistics/period';
import { keepFigures } from '#shared/statistics/snapshot';
import type { Span } from '#shared/statistics/fact';
import type { Book } from '../../book/book';
import { countForm, type FormQuery } from './count-form';

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
