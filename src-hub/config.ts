import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Rates, usualRates } from './limits/rates';

export interface HubOptions {
  /** Folder of the hub's keys, scans and, without `pgUrl`, its database. */
  readonly dir: string;
  /** File of the hub's keys; usually `dir`/keys.json. Several instances on one database have the same one. */
  readonly keysFile?: string | undefined;
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
  /** Where log lines go; usually standard output. */
  readonly logTo?: { write(line: string): void } | undefined;
  /** `own`, the usual: with a certificate of the hub's own authority. `off`: on loopback, or behind a proxy that does it. */
  readonly tls?: 'own' | 'off' | undefined;
  /** Names and addresses under which workstations reach the hub, beside those of this machine. */
  readonly names?: readonly string[] | undefined;
  /** A proxy stands in front: its X-Forwarded-For tells the address of a workstation. */
  readonly behindProxy?: boolean | undefined;
  /** PEM of the authority of the proxy's certificate, which workstations pin then. */
  readonly proxyAuthority?: string | undefined;
  /** What `confirmed` means: committed, or in the last finished backup (protocol, section 6). */
  readonly durable?: 'commit' | 'backup' | undefined;
  /** The hub has no network: it is reached by stick alone, and may hold what is above THƯỜNG (protocol, section 12). */
  readonly standalone?: boolean | undefined;
  readonly rates?: Partial<Rates> | undefined;
  /** Free bytes on the disk of `dir` that the hub does not touch: below, it takes nothing more and says so. */
  readonly reserveBytes?: number | undefined;
  readonly metrics?: MetricsOptions | undefined;
  /** An S3-compatible store for scans; absent: the folder scans in `dir`. */
  readonly s3?: S3Options | undefined;
}

export interface MetricsOptions {
  /** A port of its own for /metrics, on loopback unless `host` says otherwise. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  /** Serves /metrics beside the protocol to whoever shows this token. */
  readonly token?: string | undefined;
}

export interface S3Options {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

export const defaultPort = 8720;
export const usualReserveBytes = 256 * 1024 * 1024;

/** Options of the command line stand for the variable of the same meaning. */
const flags = {
  tls: { type: 'string' },
  durable: { type: 'string' },
  'behind-proxy': { type: 'boolean' },
} as const;

/** Splits the command line into the command with its words, and what its options change in the environment. */
export function readCommandLine(args: readonly string[]): { words: string[]; env: NodeJS.ProcessEnv } {
  const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
  return {
    words: positionals,
    env: {
      ...(values.tls === undefined ? {} : { KTS_HUB_TLS: values.tls }),
      ...(values.durable === undefined ? {} : { KTS_HUB_DURABLE: values.durable }),
      ...(values['behind-proxy'] ? { KTS_HUB_BEHIND_PROXY: '1' } : {}),
    },
  };
}

/** Options from the environment; docs/hub.md lists the variables. @throws RangeError naming the variable that is wrong */
export function optionsFrom(env: NodeJS.ProcessEnv): HubOptions {
  const tls = oneOf(env, 'KTS_HUB_TLS', ['own', 'off'], 'own');
  const host = env['KTS_HUB_HOST'] || '127.0.0.1';
  const behindProxy = env['KTS_HUB_BEHIND_PROXY'] === '1';
  if (tls === 'off' && !behindProxy && !isLoopback(host))
    throw new RangeError('KTS_HUB_TLS=off: only with a loopback KTS_HUB_HOST, or with KTS_HUB_BEHIND_PROXY=1 behind a proxy that does TLS');
  const standalone = env['KTS_HUB_STANDALONE'] === '1';
  if (standalone && !isLoopback(host)) throw new RangeError('KTS_HUB_STANDALONE=1: only with a loopback KTS_HUB_HOST');
  const metricsPort = whole(env, 'KTS_HUB_METRICS_PORT', 0, 65_535);
  const metricsToken = env['KTS_HUB_METRICS_TOKEN'] || undefined;
  return {
    dir: path.resolve(env['KTS_HUB_DIR'] || 'hub-data'),
    keysFile: env['KTS_HUB_KEYS'] || undefined,
    pgUrl: env['PGURL'] || undefined,
    port: whole(env, 'KTS_HUB_PORT', 0, 65_535) ?? defaultPort,
    host,
    name: env['KTS_HUB_NAME'] || 'Ủy ban Kiểm tra Tỉnh ủy',
    logLevel: oneOf(env, 'KTS_HUB_LOG', ['silent', 'warn', 'info', 'debug'], 'info'),
    tls,
    names: (env['KTS_HUB_NAMES'] ?? '').split(/[\s,]+/).filter(Boolean),
    behindProxy,
    proxyAuthority: env['KTS_HUB_PROXY_CA'] ? readFileSync(env['KTS_HUB_PROXY_CA'], 'utf8') : undefined,
    durable: oneOf(env, 'KTS_HUB_DURABLE', ['commit', 'backup'], 'commit'),
    standalone,
    rates: {
      device: whole(env, 'KTS_HUB_RATE_DEVICE', 1) ?? usualRates.device,
      address: whole(env, 'KTS_HUB_RATE_ADDRESS', 1) ?? usualRates.address,
      enrol: whole(env, 'KTS_HUB_RATE_ENROL', 1) ?? usualRates.enrol,
    },
    reserveBytes: (whole(env, 'KTS_HUB_RESERVE_MB', 0) ?? usualReserveBytes / 1024 / 1024) * 1024 * 1024,
    metrics: { port: metricsPort, host: env['KTS_HUB_METRICS_HOST'] || undefined, token: metricsToken },
    s3: s3From(env),
  };
}

export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);

function s3From(env: NodeJS.ProcessEnv): S3Options | undefined {
  const endpoint = env['KTS_HUB_S3_URL'];
  if (!endpoint) return undefined;
  const needed = (name: string): string => {
    const value = env[name];
    if (!value) throw new RangeError(`${name}: needed with KTS_HUB_S3_URL`);
    return value;
  };
  return {
    endpoint,
    bucket: needed('KTS_HUB_S3_BUCKET'),
    region: env['KTS_HUB_S3_REGION'] || 'us-east-1',
    accessKey: needed('KTS_HUB_S3_KEY'),
    secretKey: needed('KTS_HUB_S3_SECRET'),
  };
}

function whole(env: NodeJS.ProcessEnv, name: string, least: number, most = Number.MAX_SAFE_INTEGER): number | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) throw new RangeError(`${name}: a whole number from ${least} to ${most}`);
  return value;
}

function oneOf<const T extends string>(env: NodeJS.ProcessEnv, name: string, values: readonly T[], usual: T): T {
  const text = env[name] || usual;
  const value = values.find((each) => each === text);
  if (value === undefined) throw new RangeError(`${name}: ${values.join(', ')}`);
  return value;
}
