/**
 * Files whose time of keeping has ended. The periods are data: the list of codes says how many years each is (a committee or province adds
 * its own, "5 năm"), the rule pack of the day proposes which code papers get, with its source.
 */
import type { DueFile, RetentionRule } from '#shared/contract/window/retention';
import { codeLabel } from '#shared/rules/code-lists/index';
import { packFor } from '#shared/rules/packs/index';
import type { Book } from '../book/book';

/** Years of a code of the list retention, by its Vietnamese label; undefined for what is kept for ever or says nothing. */
export function yearsOf(retention: unknown): number | undefined {
  if (typeof retention !== 'string') return undefined;
  const [, years] = /^(\d{1,3})\s+năm\b/.exec(codeLabel('retention', retention, 'vi')) ?? [];
  return years === undefined ? undefined : Number(years);
}

/** First year in which a file need not be kept any more; the years count from the end of the year in which the file was closed. */
export function expiresIn(retention: unknown, endDate: unknown): number | undefined {
  const kept = yearsOf(retention);
  const end = typeof endDate === 'string' ? Number(endDate.slice(0, 4)) : Number.NaN;
  return kept === undefined || !Number.isInteger(end) ? undefined : end + kept + 1;
}

interface Row {
  readonly id: string;
  readonly code: string | null;
  readonly title: string | null;
  readonly retention: string | null;
  readonly secrecy: string | null;
  readonly end: string | null;
  readonly start: string | null;
  readonly pages: number;
}

/** Due in this year or before, the longest overdue first; of what the signed-in person sees. */
export function dueFiles({ db, access }: Pick<Book, 'db' | 'access'>, year: number): DueFile[] {
  const rows = db
    .prepare<[], Row>(
      `SELECT r.id, f.code, f.title, f.retention, f.secrecy, f.end_date AS "end", f.start_date AS start,
         (SELECT count(*) FROM archive_document d JOIN record dr ON dr.n = d.n JOIN page p ON p.document = dr.id AND p.removed = 0
          WHERE d.file = r.id AND d.removed = 0) AS pages
       FROM archive_file f JOIN record r ON r.n = f.n
       WHERE f.removed = 0 AND f.retention IS NOT NULL AND f.state IS NOT 'DA_TIEU_HUY'${access.visible('f.n', 'archiveFile')}`,
    )
    .all();
  return rows
    .flatMap(({ id, code, title, retention, secrecy, end, start, pages }) => {
      const last = end ?? start ?? '';
      const expired = expiresIn(retention, last);
      if (expired === undefined || expired > year) return [];
      return [
        {
          id,
          code: code ?? '',
          title: title ?? '',
          retention: retention ?? '',
          secrecy: secrecy ?? 'THUONG',
          start: start ?? '',
          end: last,
          expired,
          pages,
        },
      ];
    })
    .toSorted((a, b) => a.expired - b.expired || a.code.localeCompare(b.code));
}

/** How many files get due in each of the next years, and how many cannot be told: no year of closing, or the code "other". */
export function dueByYear(
  book: Pick<Book, 'db' | 'access'>,
  from: number,
  years = 10,
): { years: { year: number; files: number }[]; unknown: number } {
  const rows = book.db
    .prepare<[], { retention: string | null; last: string | null; n: number }>(
      `SELECT f.retention, substr(coalesce(f.end_date, f.start_date), 1, 4) AS last, count(*) AS n FROM archive_file f
       WHERE f.removed = 0 AND f.state IS NOT 'DA_TIEU_HUY'${book.access.visible('f.n', 'archiveFile')} GROUP BY 1, 2`,
    )
    .all();
  const counts = new Map<number, number>(Array.from({ length: years }, (_, at) => [from + at, 0] as const));
  let unknown = 0;
  for (const { retention, last, n } of rows) {
    const year = expiresIn(retention, last);
    if (year !== undefined) counts.set(Math.max(year, from), (counts.get(Math.max(year, from)) ?? 0) + n);
    else if (retention !== '01') unknown += n;
  }
  return { years: [...counts].filter(([year]) => year < from + years).map(([year, files]) => ({ year, files })), unknown };
}

/** The table of the rule pack that holds on this day. */
export const retentionRules = (today: string): RetentionRule[] =>
  (packFor(today).retention ?? []).map(({ what, caseTypes, retention, source, unverified }) => ({
    what: { ...what },
    caseTypes: [...caseTypes],
    retention,
    years: yearsOf(retention) ?? null,
    source,
    unverified: unverified === true,
  }));
