import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { sealedSize, unseal } from '../blobs/cipher';
import { folderObjects } from '../blobs/folder-objects';
import type { ObjectStore } from '../blobs/object-store';
import type { Database, Sql } from '../database/database';
import { migrate, migrations } from '../database/migrate';
import { openHubKeys } from '../keys/hub-keys';
import { ensureTables } from '../projection/ensure-tables';
import { confirmDurablePoint, readDurablePoint, renewOwnIncarnations } from '../scopes/durable-point';
import { keysName, type Manifest, manifest, manifestName, scansFolder, tableFile } from './manifest';
import { checkTable, readTable } from './read-table';

export interface RestoreTarget {
  /** An empty one: nothing may have been written to it. */
  readonly database: Database;
  readonly objects: ObjectStore;
  /** Where the keys are put; it must not exist, or hold the keys of the same hub. */
  readonly keysFile: string;
}

/**
 * Brings a backup back: everything is checked before anything is written, and the tables stand or fall together. A backup of an older
 * version is brought to this one.
 * @throws Error in words when the folder holds no whole backup, or the target is not empty or another hub's
 */
export async function restore({ database, objects, keysFile }: RestoreTarget, dir: string): Promise<Manifest> {
  const found = manifest.parse(JSON.parse(await readFile(path.join(dir, manifestName), 'utf8')));
  if (found.schema > (migrations.at(-1)?.number ?? 0)) throw new Error('this backup was made by a newer hub: upgrade this one first');
  const fileOf = (table: string): string => path.join(dir, found.tablesFolder, tableFile(table));
  for (const table of found.tables) await checkTable(table, fileOf(table.name));
  await mustBeEmpty(database);
  await takeKeys(path.join(dir, keysName), keysFile, found.hub);

  const { storage } = await openHubKeys(keysFile);
  await migrate(database, found.schema);
  await database.transaction(async (sql) => {
    for (const table of found.tables) await readTable(sql, table, fileOf(table.name));
    await renewOwnIncarnations(sql);
    await bringScans(sql, folderObjects(path.join(dir, scansFolder)), objects, storage);
  });
  await migrate(database);
  await database.transaction((sql) => ensureTables(sql));
  await confirmDurablePoint(database, await readDurablePoint(database));
  return found;
}

async function mustBeEmpty(database: Database): Promise<void> {
  const [row] = await database.query<{ known: boolean }>("SELECT to_regclass('public.device') IS NOT NULL AS known");
  if (row?.known && (await database.query('SELECT 1 FROM device LIMIT 1')).length > 0)
    throw new Error('this database is in use by a hub already; a backup is restored into an empty one');
}

async function takeKeys(from: string, to: string, hub: string): Promise<void> {
  const idIn = async (name: string): Promise<string> => (JSON.parse(await readFile(name, 'utf8')) as { id: string }).id;
  if ((await idIn(from)) !== hub) throw new Error('the keys in this backup are those of another hub');
  const present = await idIn(to).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (present === hub) return;
  if (present !== undefined) throw new Error(`${to} holds the keys of another hub`);
  await mkdir(path.dirname(to), { recursive: true });
  await copyFile(from, `${to}.part`);
  await rename(`${to}.part`, to);
}

/** Every scan is decrypted and compared with its name before it counts. */
async function bringScans(sql: Sql, from: ObjectStore, to: ObjectStore, key: Buffer): Promise<void> {
  for (let last = ''; ; ) {
    const rows = await sql.query<{ hash: string; bytes: number }>('SELECT hash, bytes FROM blob WHERE hash > $1 ORDER BY hash LIMIT 1000', [
      last,
    ]);
    for (const { hash, bytes } of rows) {
      last = hash;
      const digest = createHash('sha256');
      for await (const chunk of unseal(key, hash, from.read(hash))) digest.update(chunk);
      if (digest.digest('hex') !== hash) throw new Error(`the backup is damaged: scan ${hash}`);
      await to.put(hash, sealedSize(bytes), () => from.read(hash));
    }
    if (rows.length === 0) return;
  }
}
