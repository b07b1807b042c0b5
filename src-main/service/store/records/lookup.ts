import type { Database } from 'better-sqlite3';
import { tableName } from '#shared/records/columns';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { recordType } from '#shared/records/registry';
import { foldQuery } from '#shared/text/fold';
import type { Access } from '../../access/access';
import { kindOf } from '../../search/index-writer';

interface Found {
  readonly n: number;
  readonly type: RecordTypeName;
}

export interface Lookups {
  find(types: readonly RecordTypeName[], text: string, limit: number): Found[];
  referrers(id: string, limit: number): Found[];
  countReferrers(id: string): number;
}

export function createLookups(db: Database, access: Pick<Access, 'visible'>): Lookups {
  const referrers = db.prepare<[string, number], Found>(
    'SELECT DISTINCT r.n, r.type FROM record_ref f JOIN record r ON r.n = f.from_n WHERE f.to_id = ? AND r.removed_at IS NULL ORDER BY r.n DESC LIMIT ?',
  );
  const count = db
    .prepare<[string], number>(
      'SELECT count(DISTINCT f.from_n) FROM record_ref f JOIN record r ON r.n = f.from_n WHERE f.to_id = ? AND r.removed_at IS NULL',
    )
    .pluck();
  const latest = (types: readonly RecordTypeName[], limit: number): Found[] =>
    types
      .flatMap((type) =>
        db
          .prepare<[number], number>(
            `SELECT n FROM "${tableName(recordType(type))}" WHERE removed = 0${access.visible('n', type)} ORDER BY n DESC LIMIT ?`,
          )
          .pluck()
          .all(limit)
          .map((n) => ({ n, type })),
      )
      .sort((a, b) => b.n - a.n)
      .slice(0, limit);
  return {
    find: (types, text, limit) => {
      const { terms } = foldQuery(text);
      const kinds = types.map(kindOf);
      const marks = types.map(() => '?').join(', ');
      if (terms.length === 0) return latest(types, limit);
      // Every word may be unfinished: people type the beginnings of a name.
      const match = terms
        .flat()
        .map((word) => `"${word}" *`)
        .join(' ');
      return db
        .prepare<unknown[], Found>(
          `SELECT r.n, r.type FROM search_title s JOIN search_doc d ON d.n = s.rowid JOIN record r ON r.n = s.rowid
         WHERE search_title MATCH ? AND d.kind IN (${marks})${access.visible('d.n', types[0])} ORDER BY s.rank LIMIT ?`,
        )
        .all(match, ...kinds, limit);
    },
    referrers: (id, limit) => referrers.all(id, limit),
    countReferrers: (id) => count.get(id) ?? 0,
  };
}
