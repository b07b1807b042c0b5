import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { sealedSize } from '../blobs/cipher';
import { folderObjects } from '../blobs/folder-objects';
import type { ObjectStore } from '../blobs/object-store';
import type { Database, Sql } from '../database/database';
import { confirmDurablePoint, readDurablePoint } from '../scopes/durable-point';
import { keysName, type Manifest, manifestName, scansFolder, tableFile } from './manifest';
import { backupTables } from './tables';
import { writeTable } from './write-table';

export interface BackupSource {
  readonly database: Database;
  readonly objects: ObjectStore;
  readonly keysFile: string;
  readonly hub: string;
}

/**
 * Writes all that the hub holds to `dir`, while it goes on serving: the tables as they were at one moment, the scans as they lie (encrypted),
 * the keys. Again into the same folder it replaces the tables and adds new scans; the former backup stays whole until the
 * new one is. When it is finished, what it holds counts as durable.
 */
export async function backup({ database, objects, keysFile, hub }: BackupSource, dir: string): Promise<Manifest> {
  const madeAt = new Date().toISOString();
  const tablesFolder = `tables-${madeAt.replace(/[^0-9TZ]/g, '')}`;
  await mkdir(path.join(dir, tablesFolder), { recursive: true, mode: 0o700 });
  const { made, point } = await database.snapshot(async (sql) => {
    const durable = await readDurablePoint(sql);
    const tables: Manifest['tables'] = [];
    for (const table of await backupTables(sql)) {
      const written = await writeTable(sql, table, path.join(dir, tablesFolder, tableFile(table.name)));
      tables.push({ name: table.name, columns: [...table.columns], ...written });
    }
    const scans = await copyScans(sql, objects, folderObjects(path.join(dir, scansFolder)));
    return { made: { format: 1 as const, hub, schema: await schemaOf(sql), madeAt, tablesFolder, tables, scans }, point: durable };
  });
  await writeWhole(path.join(dir, keysName), await readFile(keysFile, 'utf8'));
  await writeWhole(path.join(dir, manifestName), JSON.stringify(made, null, 2));
  for (const name of await readdir(dir))
    if (name.startsWith('tables-') && name !== tablesFolder) await rm(path.join(dir, name), { recursive: true, force: true });
  await dropDestroyed(database, folderObjects(path.join(dir, scansFolder)));
  await confirmDurablePoint(database, point);
  return made;
}

/** A scan is in the store before the database knows of it and is never changed, so those of the moment are all there. */
async function copyScans(sql: Sql, from: ObjectStore, to: ObjectStore): Promise<Manifest['scans']> {
  const sum = { count: 0, bytes: 0 };
  for (let last = ''; ; ) {
    const rows = await sql.query<{ hash: string; bytes: number }>('SELECT hash, bytes FROM blob WHERE hash > $1 ORDER BY hash LIMIT 1000', [
      last,
    ]);
    for (const { hash, bytes } of rows) {
      const size = sealedSize(bytes);
      if ((await to.size(hash)) !== size) await to.put(hash, size, () => from.read(hash));
      sum.count++;
      sum.bytes += bytes;
      last = hash;
    }
    if (rows.length === 0) return sum;
  }
}

/** Scans that were destroyed since the former backup leave it with that one. */
async function dropDestroyed(sql: Sql, scans: ObjectStore): Promise<void> {
  const gone = await sql.query<{ hash: string }>(
    'SELECT DISTINCT d.hash FROM destroyed_blob d WHERE NOT EXISTS (SELECT 1 FROM blob b WHERE b.hash = d.hash)',
  );
  for (const { hash } of gone) await scans.remove(hash);
}

const schemaOf = async (sql: Sql): Promise<number> =>
  (await sql.query<{ n: number }>('SELECT max(number) AS n FROM schema_version'))[0]?.n ?? 0;

async function writeWhole(name: string, text: string): Promise<void> {
  const handle = await open(`${name}.part`, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${name}.part`, name);
}
