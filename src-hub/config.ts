import path from 'node:path';

export interface HubOptions {
  /** Folder of the hub's keys, scans and, without `pgUrl`, its database. */
  readonly dir: string;
  /** PostgreSQL 15 to 18; without it an embedded one is started in `dir`. */
  readonly pgUrl?: string | undefined;
  /** Port of the embedded database on loopback; absent: a free one. */
  readonly pgPort?: number | undefined;
  /** 0: a free one. */
  readonly port: number;
  readonly host: string;
  /** Name of the province's committee, shown at the workstations. */
  readonly name: string;
  readonly logLevel: 'silent' | 'warn' | 'info' | 'debug';
}

export const defaultPort = 8720;

/** Options from the environment: KTS_HUB_DIR, KTS_HUB_PORT, KTS_HUB_HOST, KTS_HUB_NAME, KTS_HUB_LOG, PGURL. */
export function optionsFrom(env: NodeJS.ProcessEnv): HubOptions {
  const port = Number(env['KTS_HUB_PORT'] ?? defaultPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new RangeError('KTS_HUB_PORT: 0 to 65535');
  const level = env['KTS_HUB_LOG'] ?? 'info';
  if (level !== 'silent' && level !== 'warn' && level !== 'info' && level !== 'debug')
    throw new RangeError('KTS_HUB_LOG: silent, warn, info or debug');
  return {
    dir: path.resolve(env['KTS_HUB_DIR'] ?? 'hub-data'),
    pgUrl: env['PGURL'] || undefined,
    port,
    host: env['KTS_HUB_HOST'] ?? '127.0.0.1',
    name: env['KTS_HUB_NAME'] ?? 'Ủy ban Kiểm tra Tỉnh ủy',
    logLevel: level,
  };
}
