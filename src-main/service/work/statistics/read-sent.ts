import type { Span } from '#shared/statistics/fact';
import { type KeptFigures, readKept } from '#shared/statistics/snapshot';
import type { Book } from '../../book/book';
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

/**
 * What was sent of a form, the latest first; of one organisation, or of the whole committee.
 * @param begun only periods that begin as this one and end before it
 */
export function sentFigures(book: Book, form: string, unit: string | undefined, begun?: Span): SentFigures[] {
  return readValues(
    book,
    {
      type: 'statSnapshot',
      fields: ['unit', 'from', 'to', 'period', 'takenOn', 'takenBy', 'sentNumber', 'content'],
      where: `stat_snapshot.form = ?${begun ? ' AND stat_snapshot."from" = ? AND stat_snapshot."to" < ?' : ''}`,
      ids: true,
    },
    form,
    ...(begun ? [begun.from, begun.to] : []),
  )
    .filter(({ values }) => (values.unit ?? undefined) === unit)
    .flatMap(({ record, values }) => {
      const kept = readKept(values.content ?? '');
      if (!kept) return [];
      const { from, to, period, takenOn, takenBy, sentNumber } = values;
      return [
        {
          id: record.id,
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
