import type { Overview } from '#shared/contract/window/work';
import type { Book } from '../../book/book';

/** How many organisations are shown. */
const shown = 6;

/** Organisations that most cases and petitions of the last twelve months are about. */
export function hotSpots(book: Book, today: string): Overview['hotSpots'] {
  const since = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const rows = book.db
    .prepare(`
    SELECT organisation.id AS id, count(DISTINCT "case".n) AS case_count, count(DISTINCT petition.n) AS petition_count
    FROM record AS organisation
    JOIN record_ref ON record_ref.to_id = organisation.id
    LEFT JOIN "case" ON "case".n = record_ref.from_n AND record_ref.field = 'subjects' AND "case".removed = 0 AND "case".opened_on >= @since${book.access.visible('"case".n')}
    LEFT JOIN petition ON petition.n = record_ref.from_n AND record_ref.field = 'accusedOrganisations' AND petition.removed = 0 AND petition.received_on >= @since${book.access.visible('petition.n')}
    WHERE organisation.type = 'organisation' AND organisation.removed_at IS NULL AND record_ref.field IN ('subjects', 'accusedOrganisations')
    GROUP BY organisation.id HAVING case_count + petition_count > 0
    ORDER BY case_count + petition_count DESC, case_count DESC, organisation.title LIMIT ${shown}`)
    .all({ since }) as { id: string; case_count: number; petition_count: number }[];
  return rows.map((row) => ({
    id: row.id,
    title: book.records.titleOf(row.id) ?? '',
    cases: row.case_count,
    petitions: row.petition_count,
  }));
}
