/**
 * The one place where papers begin to leave the archive: PDFs, lists, packages and minutes all ask here, with everything that they mean
 * to write out, before the first byte is written.
 */
import { AppError } from '#shared/errors/app-error';
import { codeLabel } from '#shared/rules/code-lists/index';
import { levels, rankOf, verdict } from '#shared/secrecy/policy';
import type { Book } from '../../book/book';

export interface Leaving {
  readonly id: string;
  readonly title: string;
  /** Highest level of the paper and of the file that it lies in. */
  readonly secrecy: string;
}

export interface Passed<L extends Leaving> {
  readonly allowed: readonly L[];
  /** Stays here, and is named in lists and minutes as held back. */
  readonly withheld: readonly L[];
}

/** Of papers that wait for guidance, or look secret and were not answered. */
export const undecidedLevel = 'TUYET_MAT';

/** A level that is not known counts as the highest, nothing given as the lowest. */
export const highestLevel = (secrecies: readonly unknown[]): string => {
  const given = secrecies.filter((level) => typeof level === 'string' && level !== '');
  return levels[Math.max(0, ...given.map(rankOf))] ?? undecidedLevel;
};

/**
 * Divides what is to leave into what the policy of secrecy lets go as a file and what it holds back.
 * @throws AppError out.nothing; out.secrecy when nothing of it may leave
 */
export function beginExport<L extends Leaving>({ committee }: Pick<Book, 'committee'>, leaving: readonly L[]): Passed<L> {
  const [first] = leaving;
  if (first === undefined) throw new AppError('out.nothing');
  const may = ({ secrecy }: L) => verdict('export', committee.profile, secrecy) !== 'never';
  const allowed = leaving.filter(may);
  if (allowed.length === 0) throw new AppError('out.secrecy', { level: codeLabel('secrecy', first.secrecy, 'vi'), title: first.title });
  return { allowed, withheld: leaving.filter((one) => !may(one)) };
}
