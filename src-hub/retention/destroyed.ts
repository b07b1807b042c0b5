/**
 * The hub follows a destruction that it learns of by sync: the scans of the destroyed pages are dropped, and an upload of one of them
 * counts as taken and is thrown away, so no workstation sends it for ever; the texts go as well (destroyed-records, clear-log). It follows only
 * what a disposal with minutes and a decision covers (projection.disposal); the state of a page alone destroys nothing.
 */
import type { Database, Sql } from '../database/database';
import { textArray } from '../database/text-array';
import type { BatchEffects } from '../log/core/hub-store';
import type { BlobStore } from '../blobs/blob-store';
import { noteRecords } from './destroyed-records';

const destroyedState = 'DA_TIEU_HUY';
const telling: ReadonlySet<string> = new Set(['page', 'archiveFile', 'disposal']);
const erasureType = 'dataErasure';

/** Notes, in the transaction of a batch, that it tells of a destruction or of a removal of personal data, or brings more of what was removed. */
export async function noteDestruction(sql: Sql, commune: string, { records }: Pick<BatchEffects, 'records'>): Promise<void> {
  if (records.some(({ type, state }) => type === erasureType || (telling.has(type) && state.fields['state'] === destroyedState)))
    await sql.query('INSERT INTO destruction_due (commune) VALUES ($1) ON CONFLICT DO NOTHING', [commune]);
  if (records.length > 0)
    await sql.prepared(
      'uncleared',
      'UPDATE destroyed_record SET cleared = false, changes = changes + 1 WHERE commune = $1 AND id = ANY ($2::text[])',
      [commune, textArray(records.map(({ id }) => id))],
    );
}

/** An image that only destroyed pages show; pages before they were cut count as well. */
const destroyedImages = `
  SELECT DISTINCT i.image AS hash, x.id AS disposal FROM projection.page p
    JOIN projection.archive_document d ON d.commune = p.commune AND d.id = p.document
    JOIN projection.archive_file f ON f.commune = p.commune AND f.id = d.file AND f.state = '${destroyedState}'
    JOIN projection.disposal x ON x.commune = p.commune AND x.id = f.disposal AND x.state = '${destroyedState}'
      AND x.minutes_number IS NOT NULL AND x.decision_number IS NOT NULL
    CROSS JOIN LATERAL (VALUES (p.image), (p.original_image)) AS i (image)
  WHERE p.commune = $1 AND p.state = '${destroyedState}' AND i.image IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM projection.page o WHERE o.commune = $1 AND (o.image = i.image OR o.original_image = i.image) AND o.state <> '${destroyedState}')
    AND NOT EXISTS (SELECT 1 FROM destroyed_blob b WHERE b.commune = $1 AND b.hash = i.image)`;

/** Drops what communes destroyed since it was asked last; gives how many scans left the store. Goes on where a kill stopped it. */
export async function followDestructions(database: Database, blobs: Pick<BlobStore, 'drop'>): Promise<number> {
  const due = await database.query<{ commune: string }>('SELECT commune FROM destruction_due');
  let dropped = 0;
  for (const { commune } of due) dropped += await database.transaction((sql) => follow(sql, blobs, commune));
  return dropped;
}

/** The same for many who ask at once: whoever asks while one look is under way waits for the next, which all of them share. */
export function sharedFollowing(follow: () => Promise<unknown>): () => Promise<unknown> {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Promise<unknown> | undefined;
  return () =>
    (next ??= underWay
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return (underWay = follow());
      }));
}

async function follow(sql: Sql, blobs: Pick<BlobStore, 'drop'>, commune: string): Promise<number> {
  // First, as a batch does: what is noted meanwhile waits, and comes after.
  await sql.query('SELECT 1 FROM scope WHERE commune = $1 FOR UPDATE', [commune]);
  const mine = await sql.query('DELETE FROM destruction_due WHERE commune = $1 RETURNING commune', [commune]);
  if (mine.length === 0) return 0;
  const gone = await sql.query<{ hash: string }>(
    `INSERT INTO destroyed_blob (commune, hash, disposal) SELECT $1, hash, min(disposal) FROM (${destroyedImages}) found GROUP BY hash ON CONFLICT DO NOTHING RETURNING hash`,
    [commune],
  );
  const hashes = gone.map(({ hash }) => hash);
  await sql.query('DELETE FROM blob_holder WHERE commune = $1 AND hash = ANY ($2)', [commune, hashes]);
  await sql.query('DELETE FROM upload WHERE commune = $1 AND hash = ANY ($2)', [commune, hashes]);
  // Another commune may hold the same scan: then it stays, for that one alone.
  const orphans = await sql.query<{ hash: string }>(
    'DELETE FROM blob b WHERE b.hash = ANY ($1) AND NOT EXISTS (SELECT 1 FROM blob_holder h WHERE h.hash = b.hash) RETURNING b.hash',
    [hashes],
  );
  await noteRecords(sql, commune);
  // Before the commit: a kill between leaves rows that are dropped once more, never scans that nothing names.
  for (const { hash } of orphans) await blobs.drop(hash);
  return orphans.length;
}

/** Of these, what the commune destroyed. */
export async function destroyedOf(sql: Sql, commune: string, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await sql.query<{ hash: string }>('SELECT hash FROM destroyed_blob WHERE commune = $1 AND hash = ANY ($2)', [
    commune,
    hashes,
  ]);
  return new Set(rows.map(({ hash }) => hash));
}
