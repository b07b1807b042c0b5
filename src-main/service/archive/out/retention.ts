/** Files whose time of keeping has ended. They are only named here: destroying needs a council and its minutes. */
import type { ExpiredFile } from '#shared/contract/window/out';
import type { Book } from '../../book/book';

/** Years of the codes of TT 05/2025/TT-BNV; 01 is kept for ever, 07 says nothing. */
const years: Readonly<Record<string, number>> = { '02': 70, '03': 50, '04': 30, '05': 20, '06': 10 };

/** First year in which a file need not be kept any more; the years count from the end of the year in which the file was closed. */
export function expiresIn(retention: unknown, endDate: unknown): number | undefined {
  const kept = typeof retention === 'string' ? years[retention] : undefined;
  const end = typeof endDate === 'string' ? Number(endDate.slice(0, 4)) : Number.NaN;
  return kept === undefined || !Number.isInteger(end) ? undefined : end + kept + 1;
}

/** @param today YYYY-MM-DD. The longest overdue first. */
export function expiredFiles({ db }: Pick<Book, 'db'>, today: string): ExpiredFile[] {
  const year = Number(today.slice(0, 4));
  const rows = db
    .prepare<[], { id: string; code: string | null; title: string | null; retention: string; end: string | null; start: string | null }>(
      `SELECT r.id, f.code, f.title, f.retention, f.end_date AS "end", f.start_date AS start
       FROM archive_file f JOIN record r ON r.n = f.n WHERE f.removed = 0 AND f.retention IN ('02', '03', '04', '05', '06')`,
    )
    .all();
  return rows
    .flatMap(({ id, code, title, retention, end, start }) => {
      const last = end ?? start ?? '';
      const expired = expiresIn(retention, last);
      return expired !== undefined && expired <= year ? [{ id, code: code ?? '', title: title ?? '', retention, end: last, expired }] : [];
    })
    .toSorted((a, b) => a.expired - b.expired || a.code.localeCompare(b.code));
}
