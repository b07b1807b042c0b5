import type { Database } from 'better-sqlite3';

/** Who speaks for the many senders of a petition, and who approved its handling and when. */
export const keepApproval = (db: Database): unknown =>
  db.exec(`
ALTER TABLE petition ADD COLUMN sender_representative TEXT;
ALTER TABLE petition ADD COLUMN approved_by TEXT;
ALTER TABLE petition ADD COLUMN approved_on TEXT;
`);
