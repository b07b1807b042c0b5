/**
 * Clears away what this machine still has of destroyed papers and removed personal data, on the workstation that decided it and on
 * every other one that learns of it by sync or from a restored backup: images and thumbnails, words, proposals, the index, the values
 * that audit log and outbox remember. Everything here may be done twice, and goes on after a kill where it stood.
 */
import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { destroyedFields } from '#shared/secrecy/personal';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { isRecordTypeName } from '#shared/records/registry';
import { databaseName } from '../book/assemble-book';
import type { Book } from '../book/book';
import { clearRemains } from './remains';

export interface ImageFiles {
  /** Takes image and thumbnail off this machine for good. */
  destroy(hash: string): Promise<void>;
}

/** Pages that are destroyed, and what belongs to their file, of which nothing is noted yet. */
const undone = `SELECT r.id, r.type FROM main.record r WHERE r.id NOT IN (SELECT record_id FROM main.erasure) AND r.id IN (
  SELECT fr.id FROM archive_file f JOIN record fr ON fr.n = f.n WHERE f.state = 'DA_TIEU_HUY'
  UNION SELECT dr.id FROM archive_file f JOIN record fr ON fr.n = f.n JOIN archive_document d ON d.file = fr.id JOIN record dr ON dr.n = d.n WHERE f.state = 'DA_TIEU_HUY'
  UNION SELECT pr.id FROM page p JOIN record pr ON pr.n = p.n WHERE p.state = 'DA_TIEU_HUY'
  UNION SELECT nr.id FROM archive_file f JOIN record fr ON fr.n = f.n JOIN record_ref x ON x.to_id = fr.id AND x.field = 'about' JOIN record nr ON nr.n = x.from_n AND nr.type = 'note' WHERE f.state = 'DA_TIEU_HUY'
  UNION SELECT nr.id FROM page p JOIN record pr ON pr.n = p.n JOIN record_ref x ON x.to_id = pr.id AND x.field = 'about' JOIN record nr ON nr.n = x.from_n AND nr.type = 'note' WHERE p.state = 'DA_TIEU_HUY')`;

/** Notes what is to be cleared; gives how many records. Belongs into the transaction that destroys, and is called when others did. */
export function noteDestroyed(db: Book['db']): number {
  const note = db.prepare("INSERT OR IGNORE INTO erasure (record_id, type, fields, state) VALUES (?, ?, ?, 'waiting')");
  let noted = 0;
  for (const { id, type } of db.prepare<[], { id: string; type: RecordTypeName }>(undone).all())
    noted += note.run(id, type, JSON.stringify(destroyedFields[type] ?? [])).changes;
  for (const { about, fields } of db
    .prepare<[], { about: string; fields: string | null }>(
      `SELECT e.about, json_group_array(DISTINCT v.value) AS fields FROM data_erasure e, json_each(coalesce(e.fields, '[]')) v WHERE e.removed = 0
       GROUP BY e.about HAVING count(DISTINCT v.value) > coalesce((SELECT json_array_length(x.fields) FROM erasure x WHERE x.record_id = e.about), 0)`,
    )
    .all()) {
    const type = db.prepare<[string], string>('SELECT type FROM main.record WHERE id = ?').pluck().get(about);
    if (type === undefined) continue;
    db.prepare("INSERT OR REPLACE INTO erasure (record_id, type, fields, state) VALUES (?, ?, ?, 'waiting')").run(
      about,
      type,
      fields ?? '[]',
    );
    noted += 1;
  }
  return noted;
}

/** Of these records, the ones of which something was destroyed or removed. */
export const goneOf = ({ db }: Pick<Book, 'db'>, ids: readonly string[]): string[] =>
  db
    .prepare<[string], string>('SELECT record_id FROM erasure WHERE record_id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(ids));

interface Waiting {
  readonly record_id: string;
  readonly type: string;
  readonly fields: string;
  readonly state: 'waiting' | 'unsent';
}

/** Clears what is noted. Gives how many records were cleared now. */
export async function clearAway(book: Book, files: ImageFiles): Promise<number> {
  const { db } = book;
  const open = db.prepare<[], Waiting>("SELECT record_id, type, fields, state FROM erasure WHERE state <> 'done'").all();
  if (open.length === 0) {
    if (book.syncState.get<boolean>(compactKey) === true) compact(book);
    return 0;
  }
  const first = open.filter(({ state }) => state === 'waiting');
  const images = imagesOf(
    db,
    first.map(({ record_id }) => record_id),
  );
  const settle = db.prepare('UPDATE erasure SET state = ? WHERE record_id = ?');
  // Freed pages of the database are overwritten at once, beyond what is done always.
  db.pragma('secure_delete = ON');
  let cleared = 0;
  try {
    book.transact(() => {
      for (const { record_id: id, type, fields } of open) {
        if (!isRecordTypeName(type)) continue;
        const isDone = clearRemains(book, { type, id, fields: JSON.parse(fields) as string[] });
        clearTables(db, id);
        settle.run(isDone ? 'done' : 'unsent', id);
        if (isDone) cleared += 1;
      }
      for (const image of images) dropImage(db, image);
      if (cleared > 0) book.syncState.set(compactKey, true);
    });
    for (const image of images) await files.destroy(image);
    if (first.length > 0) dropWords(db);
    if (cleared > 0) compact(book);
  } finally {
    db.pragma('secure_delete = FAST');
  }
  return cleared;
}

/** Images that only destroyed pages show, and what pages were before they were cut or turned. */
function imagesOf(db: Book['db'], ids: readonly string[]): ReadonlySet<string> {
  const named = db.prepare<[string], { image: string | null; original: string | null }>(
    'SELECT p.image, p.original_image AS original FROM page p JOIN record r ON r.n = p.n WHERE r.id = ?',
  );
  const changed = db.prepare<[string], string>('SELECT changes FROM page_change WHERE instr(changes, ?) > 0').pluck();
  const living = db.prepare<[string, string], number>(
    "SELECT 1 FROM page WHERE (image = ? OR original_image = ?) AND state IS NOT 'DA_TIEU_HUY' LIMIT 1",
  );
  const images = new Set<string>();
  for (const id of ids) {
    for (const { image, original } of named.all(id)) for (const one of [image, original]) if (one !== null) images.add(one);
    for (const changes of changed.all(id)) for (const [hash] of changes.matchAll(/\b[0-9a-f]{64}\b/g)) images.add(hash);
  }
  for (const image of images) if (living.get(image, image) !== undefined) images.delete(image);
  return images;
}

/** The deleted rows leave the index when its parts are merged; then words that stand nowhere else leave the list of words. */
function dropWords(db: Book['db']): void {
  for (const index of ['search', 'search_title']) db.prepare(`INSERT INTO ${index} (${index}) VALUES ('optimize')`).run();
  db.exec(`CREATE VIRTUAL TABLE temp.search_vocabulary USING fts5vocab('main', 'search', 'row');
DELETE FROM search_word WHERE word NOT IN (SELECT term FROM temp.search_vocabulary);
DROP TABLE temp.search_vocabulary;
DELETE FROM named_person WHERE id NOT IN (SELECT person FROM named_in)`);
}

/** What the archive keeps beside a record. */
function clearTables(db: Book['db'], id: string): void {
  for (const [table, column] of [
    ['page_words', 'page_id'],
    ['ocr_job', 'page_id'],
    ['import_page', 'page_id'],
    ['import_source', 'document_id'],
    ['extraction', 'document_id'],
    ['verify_lease', 'document_id'],
    ['act_change', 'record_id'],
    ['sheet_import_row', 'record_id'],
  ] as const)
    db.prepare(`DELETE FROM ${table} WHERE ${column} = ?`).run(id);
  db.prepare('DELETE FROM page_change WHERE instr(changes, ?) > 0').run(id);
}

/** It is neither sent nor asked for any more. */
function dropImage(db: Book['db'], hash: string): void {
  db.prepare('DELETE FROM sync_blob WHERE hash = ?').run(hash);
  db.prepare('DELETE FROM sync_wanted WHERE hash = ?').run(hash);
}

/** Set until the database was written anew after values were cleared. */
const compactKey = 'retention.compact';

/**
 * Writes the database anew, so that no freed page holds what was there, and empties its log. On a full disk, or while something is being
 * read from it, it is done at the next opening.
 */
function compact({ db, dir, syncState }: Book): void {
  for (const name of readdirSync(dir)) if (name.startsWith(`${basename(databaseName)}.before-`)) rmSync(join(dir, name), { force: true });
  try {
    db.exec('VACUUM');
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'SQLITE_FULL' || code === 'SQLITE_ERROR' || code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return;
    throw error;
  }
  syncState.set(compactKey, false);
  db.pragma('wal_checkpoint(TRUNCATE)');
}
