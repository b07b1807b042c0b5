import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:https';
import path from 'node:path';
import { openBlobs, openObjects } from './blobs/open-blobs';
import { databaseUploads } from './blobs/uploads';
import { type HubOptions, isLoopback, usualReserveBytes } from './config';
import { type Database, openDatabase } from './database/database';
import { startEmbedded } from './database/embedded';
import { migrate } from './database/migrate';
import { revoke } from './devices/device';
import { newCode } from './enrol/code';
import { buildServer } from './http/server';
import { keepRenewed, tlsOptions } from './http/tls';
import { issueServerCertificate } from './keys/authority';
import { keysFileOf, openHubKeys } from './keys/hub-keys';
import { serverNames } from './keys/server-names';
import { usualRates } from './limits/rates';
import { spaceGuard } from './limits/space';
import { addDatabaseGauges } from './metrics/commune-gauges';
import { serveMetrics } from './metrics/endpoint';
import { createMeter } from './metrics/meter';
import { metered } from './metrics/metered-database';
import { meteredStore } from './metrics/metered-store';
import { openCore } from './log/open-core';
import { ensureTables } from './projection/ensure-tables';

/** A hub that runs. */
export interface Hub {
  /** https://host:port, or http:// with `tls: 'off'`: where workstations enrol. */
  readonly url: string;
  /** Where /metrics is, when it has a port of its own. */
  readonly metricsUrl: string | undefined;
  readonly pgUrl: string;
  readonly database: Database;
  /** A one-time enrolment code for a workstation of the commune, 10 characters. */
  newCode(commune: string): Promise<string>;
  revoke(device: string): Promise<boolean>;
  /** Refuses new requests (503), finishes those under way within 30 s, then ends the database. Calling it twice does no harm. */
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

const drainMs = 30_000;
const tablesLock = 7_205_760;

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
    await database.transaction(async (sql) => {
      // Instances that start together must not make the same table twice.
      await sql.query('SELECT pg_advisory_xact_lock($1)', [tablesLock]);
      await ensureTables(sql);
    });
  } catch (error) {
    await close();
    throw error;
  }
  return { database, pgUrl, close, shutDown };
}

/** @throws when `tls` is off for others than this machine and no proxy stands in front */
export async function startHub(options: HubOptions): Promise<Hub> {
  if (options.tls === 'off' && !options.behindProxy && !isLoopback(options.host))
    throw new RangeError('without TLS the hub listens on loopback only, or behind a proxy');
  await mkdir(options.dir, { recursive: true });
  const keys = await openHubKeys(options.keysFile ?? keysFileOf(options.dir));
  const names = serverNames(options.names ?? [], options.host);
  const certificate = options.tls === 'off' ? undefined : await issueServerCertificate(keys.authority, names);
  const opened = await openHubDatabase(options);
  const meter = createMeter();
  const database = metered(opened.database, meter);
  addDatabaseGauges(meter, database);
  const core = openCore({ database, keys, ...options });
  const uploads = databaseUploads(database, keys.storage);
  try {
    const { server, drain } = await buildServer(
      {
        name: options.name,
        keys,
        database,
        core: { ...core, store: meteredStore(core.store, meter) },
        blobs: openBlobs(openObjects(options), uploads, keys.storage),
        meter,
        tlsAuthority: certificate ? keys.authority.certificate : options.proxyAuthority,
        checkSpace: spaceGuard(options.dir, options.reserveBytes ?? usualReserveBytes),
      },
      {
        logLevel: options.logLevel,
        logTo: options.logTo,
        behindProxy: options.behindProxy,
        rates: { ...usualRates, ...options.rates },
        tls: certificate && tlsOptions(certificate),
        metricsToken: options.metrics?.token,
      },
    );
    await uploads.dropStale();
    const url = await server.listen({ port: options.port, host: options.host });
    const endRenewal = certificate ? keepRenewed(server.server as Server, keys.authority, names, certificate) : () => undefined;
    const metrics = options.metrics?.port === undefined ? undefined : await serveMetrics(meter, options.metrics);
    const stop = async (): Promise<void> => {
      await drain.drain(drainMs);
      endRenewal();
      await server.close();
      await metrics?.stop();
      await opened.shutDown();
    };
    let stopped: Promise<void> | undefined;
    return {
      // Fastify sees a server made elsewhere and calls every address http.
      url: certificate ? url.replace(/^http:/, 'https:') : url,
      metricsUrl: metrics?.url,
      pgUrl: opened.pgUrl,
      database,
      newCode: (commune) => newCode(database, commune),
      revoke: (device) => revoke(database, device),
      stop: () => (stopped ??= stop()),
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}
