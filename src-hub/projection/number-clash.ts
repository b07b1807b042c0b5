import { officialNumbers } from '#shared/records/official-number';
import { recordType } from '#shared/records/registry';
import { openLevel } from '#shared/sync/eligible';
import { quote, tableOf } from './tables';

/** DDL of `projection.number_clash`: official numbers that more than one record of a commune holds, for people to renumber (protocol, section 3). */
export function numberClashView(): string {
  const parts = officialNumbers.flatMap(({ type, field, within, register }) => {
    const table = tableOf(type);
    const column = (name: string): string => quote(table?.byField.get(name)?.name ?? name);
    if (!table) return [];
    const { yearField } = recordType(type);
    const shared = within.map((name) =>
      name === '$year'
        ? `extract(year FROM ${column(yearField ?? '')})::text`
        : name === '$secret'
          ? `CASE WHEN coalesce(${column('secrecy')}, '${openLevel}') <> '${openLevel}' THEN 'MAT' END`
          : `${column(name)}::text`,
    );
    return [
      `SELECT commune, '${register}' AS register, '${type}' AS type, array_to_string(ARRAY[${shared.join(', ')}], ' ') AS within,
         ${column(field)} AS number, array_agg(id ORDER BY id) AS records
       FROM ${table.name} WHERE removed_at IS NULL AND ${column(field)} IS NOT NULL
       GROUP BY commune, ${[...shared, column(field)].join(', ')} HAVING count(*) > 1`,
    ];
  });
  return `CREATE OR REPLACE VIEW projection.number_clash AS ${parts.join(' UNION ALL ')};
    COMMENT ON VIEW projection.number_clash IS 'Số bị cấp trùng';`;
}
