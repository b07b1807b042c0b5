/**
 * Disks of workstations. To migrate a database, to read its schema and to compile statements takes longer than all that a run does with it, so
 * connections are kept with their statements, and what they hold is replaced.
 */
import Database from 'better-sqlite3';
import { migrate } from '#service/store/migrate';

type Row = readonly unknown[];
/** All rows of a database, by table. Never changed. */
export type DiskImage = ReadonlyMap<string, readonly Row[]>;
export type Statement = Database.Statement<unknown[], unknown>;

export interface MemoryDisk {
  readonly db: Database.Database;
  /** Compiled once for each connection and shape. */
  statement(sql: string, shape?: 'pluck' | 'raw'): Statement;
  image(): DiskImage;
  load(image: DiskImage): void;
  /** Nobody uses it any more. */
  release(): void;
}

const free: MemoryDisk[] = [];
let asNew: DiskImage | undefined;

/** A disk with these rows; without: as a new book has it. */
export function takeDisk(image?: DiskImage): MemoryDisk {
  const disk = free.pop() ?? createDisk();
  asNew ??= disk.image();
  disk.load(image ?? asNew);
  return disk;
}

let template: Buffer | undefined;

function newDatabase(): Buffer {
  const db = new Database(':memory:');
  migrate(db);
  // Search has no part in the simulation.
  for (const table of ['search', 'search_title']) db.exec(`DROP TABLE ${table}`);
  return db.serialize();
}

function createDisk(): MemoryDisk {
  const db = new Database((template ??= newDatabase()));
  const statements = new Map<string, Statement>();
  const statement: MemoryDisk['statement'] = (sql, shape) => {
    const key = `${shape ?? ''} ${sql}`;
    let made = statements.get(key);
    if (!made) {
      made = db.prepare<unknown[], unknown>(sql);
      if (shape) made[shape]();
      statements.set(key, made);
    }
    return made;
  };
  const tables = tablesOf(db);
  const filled = db
    .prepare<[], string>(tables.map(({ name }) => `SELECT '${name}' WHERE EXISTS (SELECT 1 FROM "${name}")`).join(' UNION ALL '))
    .pluck();
  /** Most tables are empty all the time. */
  const withRows = (): typeof tables => {
    const names = new Set(filled.all());
    return tables.filter(({ name }) => names.has(name));
  };
  let last: { readonly changes: number; readonly image: DiskImage } | undefined;
  const disk: MemoryDisk = {
    db,
    statement,
    image() {
      const changes = statement('SELECT total_changes()', 'pluck').get() as number;
      if (last?.changes === changes) return last.image;
      const image = new Map(withRows().map(({ name, read }) => [name, statement(read, 'raw').all() as Row[]] as const));
      last = { changes, image };
      return image;
    },
    load(image) {
      db.pragma('foreign_keys = OFF');
      db.exec('BEGIN');
      for (const { name } of withRows()) statement(`DELETE FROM "${name}"`).run();
      for (const { name, write } of tables) for (const row of image.get(name) ?? []) statement(write).run(...row);
      db.exec('COMMIT');
      db.pragma('foreign_keys = ON');
    },
    release: () => void free.push(disk),
  };
  return disk;
}

/** How the rows of each table are read and written, with the number that SQLite gives a row where the table has none of its own. */
function tablesOf(db: Database.Database): { name: string; read: string; write: string }[] {
  const all = db.pragma('table_list') as { schema: string; name: string; type: string; wr: number }[];
  return all
    .filter(({ schema, name, type }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'))
    .map(({ name, wr }) => {
      const given = (db.pragma(`table_info("${name}")`) as { name: string }[]).map((column) => `"${column.name}"`);
      const columns = wr === 1 ? given : ['rowid', ...given];
      const marks = columns.map(() => '?').join();
      return {
        name,
        read: `SELECT ${columns.join()} FROM "${name}"`,
        write: `INSERT INTO "${name}" (${columns.join()}) VALUES (${marks})`,
      };
    });
}
