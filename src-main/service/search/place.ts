import type { ChosenFacets } from '#shared/contract/window/finding';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { foldWords } from '#shared/text/fold';
import type { Access } from '../access/access';
import { columnFacets } from './facet-values';
import { kindOf } from './index-writer';
import type { Place } from './rank';

export interface PlaceQuery {
  readonly kinds?: readonly RecordTypeName[] | undefined;
  readonly years?: readonly number[] | undefined;
  readonly fileId?: string | undefined;
  readonly facets?: ChosenFacets | undefined;
}

/** Where records must belong, as conditions over search_doc d and the row `s.rowid` of the index. */
export function placeOf(query: PlaceQuery, nOf: { get(id: string): number | undefined }, access: Pick<Access, 'visible'>): Place {
  const parts: { sql: string; values: readonly (number | string)[] }[] = [];
  const among = (column: string, values: readonly number[]): void => {
    if (values.length > 0) parts.push({ sql: `d.${column} IN (${values.map(() => '?').join(', ')})`, values });
  };
  among('kind', (query.kinds ?? []).map(kindOf));
  among('year', query.years ?? []);
  if (query.fileId !== undefined) {
    // A file that is not here holds nothing: no n is 0. Pages of a file came one after the other: only that stretch of the index is read.
    const file = nOf.get(query.fileId) ?? 0;
    parts.push({
      sql: 'd.file = ? AND s.rowid BETWEEN (SELECT min(n) FROM search_doc WHERE file = ?) AND (SELECT max(n) FROM search_doc WHERE file = ?)',
      values: [file, file, file],
    });
  }
  for (const facet of columnFacets) {
    const chosen = query.facets?.[facet] ?? [];
    if (chosen.length > 0)
      parts.push({
        sql: `d.${facet} IN (SELECT id FROM facet_value WHERE facet = '${facet}' AND value IN (${chosen.map(() => '?').join(', ')}))`,
        values: chosen,
      });
  }
  const people = query.facets?.person ?? [];
  if (people.length > 0)
    parts.push({
      sql: `d.document IN (SELECT i.document FROM named_in i JOIN named_person p ON p.id = i.person WHERE p.folded IN (${people.map(() => '?').join(', ')}))`,
      values: people.map(foldWords),
    });
  return { sql: parts.map(({ sql }) => ` AND ${sql}`).join('') + access.visible('d.n'), params: parts.flatMap(({ values }) => values) };
}
