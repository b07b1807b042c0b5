import type { Database } from 'better-sqlite3';
import { columnsOf, tableName } from '#shared/records/columns';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { isSecrecyField, type ValuesLookup } from '#shared/sync/eligible';

type Values = Readonly<Record<string, unknown>>;
/** Of each database: a batch is formed every few seconds. */
const readers = new WeakMap<Database, Map<RecordTypeName, (id: string) => Values | undefined>>();

/**
 * What the rule of secrecy (#shared/sync/eligible) looks at of records, and nothing else of them: reading whole records was a third of forming a batch.
 * Each is read once, as it is now: 500 pages of one file ask for the same document and file.
 */
export function secrecyLookup({ db }: { readonly db: Database }): ValuesLookup {
  const ofTypes = readers.get(db) ?? new Map<RecordTypeName, (id: string) => Values | undefined>();
  readers.set(db, ofTypes);
  const known = new Map<string, Values | undefined>();
  return (type, id) => {
    const place = `${type} ${id}`;
    if (known.has(place)) return known.get(place);
    const read = ofTypes.get(type) ?? readerOf(db, type);
    ofTypes.set(type, read);
    const values = read(id);
    known.set(place, values);
    return values;
  };
}

/** Fields that the rule looks at are text: they stand in their columns as they are. */
function readerOf(db: Database, name: RecordTypeName): (id: string) => Values | undefined {
  const type = recordType(name);
  const columns = columnsOf(type).filter(({ field }) => isSecrecyField(name, field));
  const listed = columns.map(({ column }) => `, t."${column}"`).join('');
  const row = db
    .prepare<[string], (string | null)[]>(`SELECT r.n${listed} FROM record r JOIN "${tableName(type)}" t ON t.n = r.n WHERE r.id = ?`)
    .raw();
  return (id) => {
    const cells = row.get(id);
    return cells && Object.fromEntries(columns.map(({ field }, i) => [field, cells[i + 1]]));
  };
}
