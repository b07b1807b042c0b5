import { type Level, levels, rankOf, verdict, type Verdict } from '#shared/secrecy/policy';
import type { Book } from '../book/book';
import { levelOf } from './leave';

export interface Shown {
  readonly level: Level;
  readonly screenshot: Verdict;
  readonly clipboard: Verdict;
}

/** One entry of the log for each person and record within this time, in milliseconds: of what is guarded, and of everything else. */
const loggedFor = { guarded: 3_600_000, other: 86_400_000 };
const lastLogged = new WeakMap<Book['db'], Map<string, number>>();

/**
 * What the window shows now: its level, and how it may leave without asking. That somebody looked at a record is written to the audit log once
 * a day, and once an hour where it is above THUONG or reserved to some people.
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
    if (!type) return;
    const isGuarded = (ranks[at] ?? 0) > 0 || reserved.get(id) !== undefined;
    const before = logged.get(id);
    if (before !== undefined && now - before < loggedFor[isGuarded ? 'guarded' : 'other']) return;
    logged.set(id, now);
    book.transact(() => audit.append({ action: 'view', type, recordId: id }));
  });
  return { level, screenshot: verdict('screenshot', committee.profile, level), clipboard: verdict('clipboard', committee.profile, level) };
}
