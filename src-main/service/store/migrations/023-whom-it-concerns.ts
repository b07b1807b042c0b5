import type { Database } from 'better-sqlite3';

/** The fields by which a case or petition names whom it concerns; queries repeat the condition so that the index is used. */
export const concernFields = "field IN ('subjects', 'accusedOrganisations', 'accusedMembers')";

/**
 * Hot spots of the overview begin with the cases and petitions of a year and ask whom they concern; the table itself is ordered by whom
 * something concerns. Only these fields are indexed, so that other saves cost nothing more.
 */
export function indexConcern(db: Database): void {
  db.exec(`CREATE INDEX record_ref_concern ON record_ref (from_n, to_id) WHERE ${concernFields}`);
}
