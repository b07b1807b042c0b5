/** The hub under load, in its own process: the production hub on its embedded PostgreSQL, or one more instance on the database of another. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { keysFileOf } from '#hub/keys/hub-keys';
import { type Hub, startHub } from '../../../src-hub/hub';
import { serveCalls } from '../../support/child';

let hub: Hub | undefined;
let postmaster: number | undefined;

/** Seconds of the processor that the processes of this hub's own PostgreSQL have used, those that ended included; Linux only, elsewhere 0. */
function databaseCpu(): number {
  if (postmaster === undefined || process.platform !== 'linux') return 0;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = readStat(name);
      return stat !== undefined && stat[1] === postmaster ? [((stat[11] ?? 0) + (stat[12] ?? 0)) / 100] : [];
    });
  const parent = readStat(String(postmaster)) ?? [];
  return children.reduce((sum, seconds) => sum + seconds, ((parent[13] ?? 0) + (parent[14] ?? 0)) / 100);
}

/** Fields behind the name of a process; parent at 1, its time and that of its ended children from 11 on, in hundredths of a second. */
function readStat(pid: string): number[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').map(Number);
  } catch {
    return undefined;
  }
}

/** Another instance's database and keys. */
export interface Beside {
  readonly pgUrl: string;
  readonly keysFile: string;
}

const api = {
  async start(dir: string, tls: 'own' | 'off', beside?: Beside | null): Promise<Beside & { readonly url: string }> {
    // All communes enrol at once here, and one alone pushes more than a weak line can bring.
    const rates = { enrol: 1000, device: 60_000 };
    const options = { dir, host: '127.0.0.1', port: 0, name: 'UBKT Tỉnh ủy mẫu', logLevel: 'silent', tls, rates } as const;
    hub = await startHub({ ...options, ...beside });
    const { url, pgUrl } = hub;
    if (beside) return { url, ...beside };
    postmaster = Number(readFileSync(path.join(dir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
    return { url, pgUrl, keysFile: keysFileOf(dir) };
  },
  /** One enrolment code for each commune. */
  codes: (communes: readonly string[]): Promise<string[]> =>
    Promise.all(communes.map((commune) => hub?.newCode(commune) ?? Promise.reject(new Error('not started')))),
  /** Seconds of the processor that this process and PostgreSQL have used. */
  processor: (): { hub: number; database: number } => {
    const { user, system } = process.cpuUsage();
    return { hub: (user + system) / 1e6, database: databaseCpu() };
  },
  /** Megabytes of this process after a collection. */
  memory: (): { rss: number; heap: number } => {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    return { rss: rss / 1e6, heap: heapUsed / 1e6 };
  },
  counts: async (): Promise<Record<string, unknown> | undefined> =>
    (
      await (hub?.database.query(
        `SELECT (SELECT coalesce(sum(count), 0)::int FROM log) AS ops, (SELECT count(*)::int FROM record_state) AS records,
          (SELECT count(*)::int FROM conflict) AS conflicts, (SELECT count(*)::int FROM refused_op) AS refused, pg_database_size(current_database()) AS bytes, version() AS postgres`,
      ) ?? [])
    )[0],
};
export type ServerApi = typeof api;

serveCalls(api, () => hub?.stop());
