/**
 * `npm run bench -- hub [--json FILE]`: a hundred simulated communes push at once to the production hub on real PostgreSQL, over TLS, signed;
 * the load comes from another process on the same machine. Also the cost of an op with 1 and 10 communes, and whether
 * memory grows.
 *
 * --ops=N ops in all (500,000); --size=N ops in a batch (100); --instances=N hubs on one database, communes spread over them (2);
 * --mix=new|day (tests/bench/hub/ops.ts); --tls=off.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from '../support/child';
import { type BenchResult, option, percentile, round, runAsProgram } from './bench-result';
import type { LoadApi, Round } from './hub/load';
import type { Mix } from './hub/ops';
import type { ServerApi } from './hub/server';

const communes = 100;
const slices = 10;
const goals = { opsPerSecond: 8000, p99Seconds: 1.5 };

/** One round of pushing, with what the hub's processes and PostgreSQL used for it and what the former hold after it. */
interface Measured extends Round {
  readonly hubCpu: number;
  readonly databaseCpu: number;
  readonly memory: { readonly rssMegabytes: number; readonly heapMegabytes: number };
}

export async function run(): Promise<BenchResult> {
  const size = option('size', 100);
  const total = option('ops', 500_000);
  const mix: Mix = process.argv.includes('--mix=day') ? 'day' : 'new';
  const folder = mkdtempSync(join(tmpdir(), 'kts-bench-'));
  const instances = option('instances', 2);
  const startServer = () => startChild<ServerApi>('tests/bench/hub/server.ts', { env: { NODE_OPTIONS: '--expose-gc' } });
  const server = startServer();
  const servers = [server, ...Array.from({ length: instances - 1 }, startServer)];
  const sumOf = async (of: (each: typeof server) => Promise<number>): Promise<number> =>
    (await Promise.all(servers.map(of))).reduce((sum, each) => sum + each, 0);
  const processor = async () => ({
    hub: await sumOf(async (each) => (await each.calls.processor()).hub),
    database: (await server.calls.processor()).database,
  });
  const load = startChild<LoadApi>('tests/bench/hub/load.ts');
  const measured = async (count: number, ops: number): Promise<Measured> => {
    await load.calls.prepare(count, Math.max(1, Math.round(ops / size / count)), size);
    const before = await processor();
    const found = await load.calls.push(size);
    const after = await processor();
    const held = await Promise.all(servers.map((each) => each.calls.memory()));
    const rss = held.reduce((sum, each) => sum + each.rss, 0);
    const heap = held.reduce((sum, each) => sum + each.heap, 0);
    const [hubCpu, databaseCpu] = [after.hub - before.hub, after.database - before.database];
    const used = [hubCpu, databaseCpu, found.cpu].map((seconds) => Math.round((seconds / found.ops) * 1e6)).join(' + ');
    console.error(
      `bench hub: ${count} communes, ${found.ops} ops: ${Math.round(found.ops / found.seconds)} ops/s; µs of processor in hub + PostgreSQL + load: ${used}`,
    );
    return { ...found, hubCpu, databaseCpu, memory: { rssMegabytes: round(rss, 1), heapMegabytes: round(heap, 1) } };
  };
  try {
    const tls = process.argv.includes('--tls=off') ? 'off' : 'own';
    const { url, ...place } = await server.calls.start(join(folder, 'hub-1'), tls);
    const urls = [url];
    for (const [n, other] of servers.slice(1).entries()) urls.push((await other.calls.start(join(folder, `hub-${n + 2}`), tls, place)).url);
    const names = Array.from({ length: communes }, (_, n) => `xa-${String(n + 1).padStart(3, '0')}`);
    await load.calls.enrol(urls, await server.calls.codes(names), mix);
    // Caches, compiled code, connections: what a hub has that runs.
    await measured(communes, communes * size * 2);
    const one = figuresOf([await measured(1, total * 0.02)]);
    const ten = figuresOf([await measured(10, total * 0.04)]);
    const rounds: Measured[] = [];
    for (let n = 0; n < slices; n++) rounds.push(await measured(communes, (total * 0.94) / slices));
    const hundred = figuresOf(rounds);
    return {
      name: 'hub',
      ratios: {
        opsPerSecondToGoal: round(hundred.opsPerSecond / goals.opsPerSecond),
        p99ToGoal: round(hundred.p99Ms / 1000 / goals.p99Seconds),
        costAt100To1: round(hundred.microsecondsPerOp / one.microsecondsPerOp),
        costAt100To10: round(hundred.microsecondsPerOp / ten.microsecondsPerOp),
      },
      details: {
        goals,
        instances,
        opsPerBatch: size,
        mix,
        tls: tls === 'own',
        communes1: one,
        communes10: ten,
        communes100: hundred,
        memory: rounds.map((each) => each.memory),
        opsPerSecond: rounds.map((each) => Math.round(each.ops / each.seconds)),
        hub: await server.calls.counts(),
      },
    };
  } finally {
    await load.end();
    // The first one ends PostgreSQL.
    for (const each of servers.toReversed()) await each.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf(rounds: readonly Measured[]) {
  const sum = (of: (each: Measured) => number): number => rounds.reduce((all, each) => all + of(each), 0);
  const [ops, seconds] = [sum((each) => each.ops), sum((each) => each.seconds)];
  const latencies = rounds.flatMap((each) => each.latencies);
  return {
    ops,
    opsPerSecond: Math.round(ops / seconds),
    p50Ms: Math.round(percentile(latencies, 0.5)),
    p99Ms: Math.round(percentile(latencies, 0.99)),
    microsecondsPerOp: round((seconds / ops) * 1e6, 1),
    hubCpuMicrosecondsPerOp: round((sum((each) => each.hubCpu) / ops) * 1e6, 1),
    databaseCpuMicrosecondsPerOp: round((sum((each) => each.databaseCpu) / ops) * 1e6, 1),
    loadCpuMicrosecondsPerOp: round((sum((each) => each.cpu) / ops) * 1e6, 1),
    bytesPerOp: Math.round(sum((each) => each.bytes) / ops),
  };
}

await runAsProgram(import.meta.url, run);
