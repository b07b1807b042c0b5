import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:https';
import { openBlobs, openObjects } from './blobs/open-blobs';
import { databaseUploads } from './blobs/uploads';
import { openUpdates } from './updates/hub-updates';
import { type HubOptions, isLoopback, usualReserveBytes } from './config';
import type { Database } from './database/database';
import { revoke } from './devices/device';
import { newCode } from './enrol/code';
import { buildServer } from './http/server';
import { keepRenewed, tlsOptions } from './http/tls';
import { issueServerCertificate } from './keys/authority';
import { keysFileOf, openHubKeys } from './keys/hub-keys';
import { serverNames } from './keys/server-names';
import { tlsAuthorityOf } from './keys/tls-authority';
import { usualRates } from './limits/rates';
import { spaceGuard } from './limits/space';
import { addDatabaseGauges } from './metrics/commune-gauges';
import { serveMetrics } from './metrics/endpoint';
import { createMeter } from './metrics/meter';
import { metered } from './metrics/metered-database';
import { meteredStore } from './metrics/metered-store';
import { openCore } from './log/open-core';
import { openHubDatabase } from './open-database';
import { followDestructions } from './retention/destroyed';

export { type HubDatabase, openHubDatabase } from './open-database';

const drainMs = 30_000;

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
  /** Refuses a workstation from now on, or one life of its book alone. False when there is no such workstation. */
  revoke(device: string, incarnation?: string): Promise<boolean>;
  /** Refuses new requests (503), finishes those under way within 30 s, then ends the database. Calling it twice does no harm. */
  stop(): Promise<void>;
}

/** @throws when `tls` is off for others than this machine and no proxy stands in front, and for a hub that shall have no network */
export async function startHub(options: HubOptions): Promise<Hub> {
  if (options.standalone) throw new RangeError('KTS_HUB_STANDALONE=1: a hub without network is reached by stick alone, see `hub courier`');
  if (options.tls === 'off' && !options.behindProxy && !isLoopback(options.host))
    throw new RangeError('without TLS the hub listens on loopback only, or behind a proxy');
  if (options.standalone && !isLoopback(options.host))
    throw new RangeError('a standalone hub may hold what no network may carry: it listens on loopback only');
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
  const blobs = openBlobs(openObjects(options), uploads, keys.storage);
  try {
    const { server, drain, clearing } = await buildServer(
      {
        name: options.name,
        keys,
        database,
        core: { ...core, store: meteredStore(core.store, meter) },
        blobs,
        updates: openUpdates(openObjects(options)),
        meter,
        tlsAuthority: tlsAuthorityOf(options, keys),
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
    await followDestructions(database, blobs);
    clearing.nudge();
    const scheme = certificate ? 'https' : 'http';
    // Fastify sees a server made elsewhere and calls every address http.
    const told = (url: string): string => url.replace(/^http:/, `${scheme}:`);
    const listenTextResolver = (url: string): string => `listening at ${told(url)}`;
    const url = told(await server.listen({ port: options.port, host: options.host, listenTextResolver }));
    const endRenewal = certificate ? keepRenewed(server.server as Server, keys.authority, names, certificate) : () => undefined;
    const metrics = options.metrics?.port === undefined ? undefined : await serveMetrics(meter, options.metrics);
    const stop = async (): Promise<void> => {
      await drain.drain(drainMs);
      endRenewal();
      const closed = server.close();
      // Whoever is still connected has no request under way, or one that will not end.
      server.server.closeAllConnections();
      await closed;
      await metrics?.stop();
      await clearing.stop();
      await opened.shutDown();
    };
    let stopped: Promise<void> | undefined;
    return {
      url,
      metricsUrl: metrics?.url,
      pgUrl: opened.pgUrl,
      database,
      newCode: (commune) => newCode(database, commune),
      revoke: (device, incarnation) => revoke(database, device, incarnation),
      stop: () => (stopped ??= stop()),
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}
