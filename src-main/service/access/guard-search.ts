import { verdict, type WayOut } from '#shared/secrecy/policy';
import type { Book } from '../book/book';
import type { SearchHit, SearchService } from '../search/search-service';
import { levelOf } from './leave';
import { type LevelOf, openLevels } from './level';

/** Search as the signed-in person may use it: of papers above what a snippet may show, the title alone. */
export function guardSearch({ search, access, committee, db }: Book): SearchService {
  const anySecret = db.prepare<[], number>("SELECT 1 FROM record WHERE secrecy <> 'THUONG' LIMIT 1").pluck();
  // Prepared when it is first needed: opening a book does not wait for it.
  let levels: (() => LevelOf) | undefined;
  const guardedBy =
    (level: LevelOf) =>
    (hit: SearchHit): SearchHit =>
      verdict('snippet', committee.profile, level(hit.id)) === 'free' ? hit : { ...hit, snippet: [] };
  return {
    ...search,
    search: (query) => {
      const result = search.search(query);
      // What they see is at most as secret as their clearance.
      if (verdict('snippet', committee.profile, access.account.clearance) === 'free' || anySecret.get() === undefined) return result;
      levels ??= openLevels(db);
      const guarded = guardedBy(levels());
      const groups = result.groups.map((group) => ({ ...group, hits: group.hits.map(guarded) }));
      return { ...result, hits: result.hits.map(guarded), groups };
    },
  };
}

/** Whether a record may be shown by a way that leaves no choice to ask: a terminal, a notification. */
export const mayShow = ({ records, committee }: Pick<Book, 'records' | 'committee'>, way: WayOut, id: string): boolean =>
  verdict(way, committee.profile, levelOf(records, id)) === 'free';
