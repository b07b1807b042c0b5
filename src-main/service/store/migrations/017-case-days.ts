import type { Database } from 'better-sqlite3';

/** In which kind of days the time limit of a case is counted. */
export const keepDayKind = (db: Database): unknown => db.exec('ALTER TABLE "case" ADD COLUMN duration_kind TEXT');
