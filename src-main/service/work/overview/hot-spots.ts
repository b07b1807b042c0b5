import type { Overview } from '#shared/contract/window/work';
import type { Book } from '../../book/book';
import { concernFields } from '../../store/migrations/023-whom-it-concerns';

/** How many organisations are shown. */
const shown = 6;

/**
 * Organisations that most cases and petitions of the last twelve months are about, directly or by a member of theirs; beside them the
 * duties that they are late with.
 */
export function hotSpots(book: Book, today: string): Overview['hotSpots'] {
  const since = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const concerned = (table: string, day: string, kind: number) => `
    SELECT ${kind} AS kind, t.n AS n, f.to_id AS id FROM ${table} t CROSS JOIN record_ref f
    WHERE t.removed = 0 AND t.${day} >= @since${book.access.visible('t.n')} AND f.from_n = t.n AND ${concernFields}`;
  const rows = book.db
    .prepare(`
    WITH concerned AS (${concerned('"case"', 'opened_on', 0)} UNION ALL ${concerned('petition', 'received_on', 1)}),
    placed AS (
      SELECT DISTINCT concerned.kind AS kind, concerned.n AS n, CASE record.type WHEN 'partyMember' THEN party_member.cell ELSE concerned.id END AS id
      FROM concerned JOIN record ON record.id = concerned.id LEFT JOIN party_member ON party_member.n = record.n
    ),
    counted AS (
      SELECT id, sum(kind = 0) AS case_count, sum(kind = 1) AS petition_count FROM placed WHERE id IS NOT NULL GROUP BY id
    )
    SELECT counted.* FROM counted JOIN record ON record.id = counted.id
    WHERE record.type = 'organisation' AND record.removed_at IS NULL
    ORDER BY case_count + petition_count DESC, case_count DESC, record.title LIMIT ${shown}`)
    .all({ since }) as { id: string; case_count: number; petition_count: number }[];
  const late = book.db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM record_ref f JOIN record r ON r.n = f.from_n
      WHERE f.to_id = ? AND f.field = 'organisation' AND r.type = 'duty' AND r.closed = 0 AND r.removed_at IS NULL AND r.due_on < ?${book.access.visible('r.n')}`,
    )
    .pluck();
  return rows.map((row) => ({
    id: row.id,
    title: book.records.titleOf(row.id) ?? '',
    cases: row.case_count,
    petitions: row.petition_count,
    lateDuties: late.get(row.id, today) ?? 0,
  }));
}
