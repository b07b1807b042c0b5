import path from 'node:path';
import type { HubOptions } from './config';
import { type Database, openDatabase } from './database/database';
import { startEmbedded } from './database/embedded';
import { migrate } from './database/migrate';
import { ensureTables } from './projection/ensure-tables';

export interface HubDatabase {
  readonly database: Database;
  readonly pgUrl: string;
  /** Ends the connections, and the embedded PostgreSQL if this process started it. */
  close(): Promise<void>;
  /** The same, and ends the embedded PostgreSQL whoever started it. */
  shutDown(): Promise<void>;
}
type Place = Pick<HubOptions, 'dir' | 'pgUrl' | 'pgPort'>;

const tablesLock = 7_205_760;

/** The database as it is: that of `pgUrl`, else the embedded one, which is started where it does not run. */
export async function connectDatabase({ dir, pgUrl: given, pgPort }: Place): Promise<HubDatabase> {
  const postgres = given ? undefined : await startEmbedded(path.join(dir, 'postgres'), pgPort);
  const pgUrl = given ?? postgres?.url ?? '';
  const database = openDatabase(pgUrl);
  const shutDown = async (): Promise<void> => {
    await database.close();
    await postgres?.stop();
  };
  return { database, pgUrl, close: postgres?.started ? shutDown : () => database.close(), shutDown };
}

/** The hub's database, brought to this version. */
export async function openHubDatabase(place: Place): Promise<HubDatabase> {
  const connected = await connectDatabase(place);
  const { database } = connected;
  try {
    await migrate(database);
    await database.transaction(async (sql) => {
      // Instances that start together must not make the same table twice.
      await sql.query('SELECT pg_advisory_xact_lock($1)', [tablesLock]);
      await ensureTables(sql);
    });
  } catch (error) {
    await connected.close();
    throw error;
  }
  return connected;
}
