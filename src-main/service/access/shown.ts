import { type Level, levels, rankOf, verdict, type Verdict } from '#shared/secrecy/policy';
import type { Book } from '../book/book';
import { levelOf } from './leave';

export interface Shown {
  readonly level: Level;
  readonly screenshot: Verdict;
  readonly clipboard: Verdict;
}

/** One entry of the log for each person and record within this time, in milliseconds. */
const loggedFor = 3_600_000;
const lastLogged = new WeakMap<Book['db'], Map<string, number>>();

/**
 * What the window shows now: its level, and how it may leave without asking. That a record above THUONG, or one reserved to some people,
 * was looked at is written to the audit log, once an hour.
 */
export function shownRecords(book: Book, ids: readonly string[], now = Date.now()): Shown {
  const { records, access, audit, committee, db } = book;
  const seen = ids.filter((id) => access.sees(id));
  const ranks = seen.map((id) => rankOf(levelOf(records, id)));
  const level = levels[Math.max(0, ...ranks)] ?? 'TUYET_MAT';
  const logged = lastLogged.get(db) ?? new Map<string, number>();
  lastLogged.set(db, logged);
  const reserved = db
    .prepare<[string], number>("SELECT 1 FROM access_rule WHERE removed = 0 AND kind = 'HAN_CHE' AND about = ? LIMIT 1")
    .pluck();
  seen.forEach((id, at) => {
    const type = records.typeOf(id);
    if (!type || ((ranks[at] ?? 0) === 0 && reserved.get(id) === undefined)) return;
    if (now - (logged.get(id) ?? 0) < loggedFor) return;
    logged.set(id, now);
    book.transact(() => audit.append({ action: 'view', type, recordId: id }));
  });
  return { level, screenshot: verdict('screenshot', committee.profile, level), clipboard: verdict('clipboard', committee.profile, level) };
}
