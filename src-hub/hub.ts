import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { folderStore } from './blobs/folder-store';
import type { HubOptions } from './config';
import { type Database, openDatabase } from './database/database';
import { startEmbedded } from './database/embedded';
import { migrate } from './database/migrate';
import { newCode } from './enrol/code';
import { revoke } from './devices/device';
import { buildServer } from './http/server';
import { keysFileOf, openHubKeys } from './keys/hub-keys';
import { ensureTables } from './projection/tables';

/** A hub that runs. */
export interface Hub {
  /** http://host:port, where workstations enrol. */
  readonly url: string;
  readonly pgUrl: string;
  readonly database: Database;
  /** A one-time enrolment code for a workstation of the commune, 10 characters. */
  newCode(commune: string): Promise<string>;
  revoke(device: string): Promise<boolean>;
  /** Finishes the requests under way, then ends the database. Calling it twice does no harm. */
  stop(): Promise<void>;
}

export interface HubDatabase {
  readonly database: Database;
  readonly pgUrl: string;
  /** Ends the connections, and the embedded PostgreSQL if this process started it. */
  close(): Promise<void>;
  /** The same, and ends the embedded PostgreSQL whoever started it. */
  shutDown(): Promise<void>;
}

/** The hub's database, brought to this version. */
export async function openHubDatabase(options: Pick<HubOptions, 'dir' | 'pgUrl' | 'pgPort'>): Promise<HubDatabase> {
  const postgres = options.pgUrl ? undefined : await startEmbedded(path.join(options.dir, 'postgres'), options.pgPort);
  const pgUrl = options.pgUrl ?? postgres?.url ?? '';
  const database = openDatabase(pgUrl);
  const shutDown = async (): Promise<void> => {
    await database.close();
    await postgres?.stop();
  };
  const close = postgres?.started ? shutDown : () => database.close();
  try {
    await migrate(database);
    await database.transaction((sql) => ensureTables(sql));
  } catch (error) {
    await close();
    throw error;
  }
  return { database, pgUrl, close, shutDown };
}

export async function startHub(options: HubOptions): Promise<Hub> {
  await mkdir(options.dir, { recursive: true });
  const keys = await openHubKeys(keysFileOf(options.dir));
  const { database, pgUrl, close, shutDown } = await openHubDatabase(options);
  try {
    const server = buildServer({
      name: options.name,
      logLevel: options.logLevel,
      keys,
      database,
      blobs: folderStore(path.join(options.dir, 'scans'), keys.storage),
    });
    const url = await server.listen({ port: options.port, host: options.host });
    const stop = async (): Promise<void> => {
      await server.close();
      await shutDown();
    };
    let stopped: Promise<void> | undefined;
    return {
      url,
      pgUrl,
      database,
      newCode: (commune) => newCode(database, commune),
      revoke: (device) => revoke(database, device),
      stop: () => (stopped ??= stop()),
    };
  } catch (error) {
    await close();
    throw error;
  }
}
