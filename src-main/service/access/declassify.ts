import { rankOf } from '#shared/secrecy/policy';
import type { Book } from '../book/book';

/**
 * Giải mật: carries out the decisions whose day has come. The record gets its new level by an ordinary change with the decision as
 * reason, so that it is audited, synced, and released to the hub where it may travel now. A level is only ever lowered.
 * @param today YYYY-MM-DD. Gives how many records were changed.
 */
export function declassify({ records, transact }: Pick<Book, 'records' | 'transact'>, db: Book['db'], today: string): number {
  const due = db
    .prepare<[string], { about: string; level: string | null; basis: string | null }>(
      `SELECT about, level, basis FROM access_rule WHERE removed = 0 AND kind = 'GIAI_MAT' AND "from" IS NOT NULL AND "from" <= ? ORDER BY "from"`,
    )
    .all(today);
  let changed = 0;
  for (const { about, level, basis } of due) {
    const type = records.typeOf(about);
    const now = type && records.get(type, about)?.values['secrecy'];
    const next = level ?? 'THUONG';
    if (!type || rankOf(now) <= rankOf(next)) continue;
    transact(() => records.save([{ type, id: about, values: { secrecy: next } }], { reason: `giải mật: ${basis ?? ''}`.trim() }));
    changed += 1;
  }
  return changed;
}
