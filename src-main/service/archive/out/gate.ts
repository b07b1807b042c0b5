/**
 * The one place where papers begin to leave the archive: PDFs, lists, packages and minutes all ask here, with everything that they mean
 * to write out, before the first byte is written.
 */
import { AppError } from '#shared/errors/app-error';
import { codeLabel } from '#shared/rules/code-lists/index';
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

const levels = ['THUONG', 'MAT', 'TOI_MAT', 'TUYET_MAT'];

/** A level that is not known counts as the highest. */
export const highestLevel = (secrecies: readonly unknown[]): string => {
  const ranks = secrecies.filter((level) => typeof level === 'string' && level !== '').map((level) => levels.indexOf(String(level)));
  return ranks.includes(-1) ? 'TUYET_MAT' : (levels[Math.max(0, ...ranks)] ?? 'TUYET_MAT');
};

/**
 * Divides what is to leave into what may and what may not. On a machine with a network only ordinary papers leave; TUYET_MAT leaves none.
 * @throws AppError out.nothing; out.secrecy when nothing of it may leave
 */
export function beginExport<L extends Leaving>({ committee }: Pick<Book, 'committee'>, leaving: readonly L[]): Passed<L> {
  const [first] = leaving;
  if (first === undefined) throw new AppError('out.nothing');
  const highest = levels.indexOf(committee.profile === 'standalone' ? 'TOI_MAT' : 'THUONG');
  const may = ({ secrecy }: L) => levels.indexOf(secrecy) <= highest && levels.includes(secrecy);
  const allowed = leaving.filter(may);
  if (allowed.length === 0) throw new AppError('out.secrecy', { level: codeLabel('secrecy', first.secrecy, 'vi'), title: first.title });
  return { allowed, withheld: leaving.filter((one) => !may(one)) };
}
