import { periodKindOf, periodName, periodOf, termPeriod, type Period } from '#shared/statistics/period';
import type { Span } from '#shared/statistics/fact';

/** The periods that a year is reported in, in the order of the reporting regime, then its months. */
export const periodsOf = (year: number, term: string): Period[] => {
  const ofTerm = termPeriod(term);
  return [
    periodOf('year', year),
    periodOf('nine', year),
    periodOf('half', year, 1),
    periodOf('half', year, 2),
    ...[1, 2, 3, 4].map((number) => periodOf('quarter', year, number)),
    ...Array.from({ length: 12 }, (_, index) => periodOf('month', year, index + 1)),
    ...(ofTerm ? [ofTerm] : []),
  ];
};

export const spanKey = ({ from, to }: Span): string => `${from}/${to}`;

/** The name of a span, also of one that is no usual period. */
export const spanName = (span: Span, term: string): string => {
  const ofTerm = termPeriod(term);
  return periodName(ofTerm && spanKey(ofTerm) === spanKey(span) ? ofTerm : periodKindOf(span));
};
