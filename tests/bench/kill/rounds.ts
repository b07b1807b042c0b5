/**
 * kill -9 of workstation and hub by turns while records are saved and sent over a line that comes and goes; then quiet, and every op is
 * counted. Used with few kills by the tests and with many by `npm run bench -- kill`.
 */
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Child, startChild } from '../../support/child';
import type { HubApi } from '../../support/hub-program';
import type { Line } from '../net/line';
import { randomFrom } from '../scratch-book';
import type { KillStationApi, Progress } from './station';

export interface KillPlan {
  /** Scratch space. */
  readonly folder: string;
  readonly line: Line;
  /** Of the workstation, and as many of the hub. */
  readonly kills: number;
  readonly records: number;
  readonly seed: number;
  /** With every so many kills of the hub its PostgreSQL is killed as well; 0: never. */
  readonly databaseKillEvery: number;
  say?(text: string): void;
}

export interface KillReport {
  readonly kills: { readonly workstation: number; readonly hub: number; readonly database: number };
  readonly records: number;
  readonly ops: number;
  /** Ops that were waiting when the last kill was done. */
  readonly waitedAtLastKill: number;
  readonly seconds: number;
  readonly workstation: Progress & { readonly integrity: unknown; readonly auditBrokenAt: unknown; readonly ops: number };
  readonly hub: {
    readonly incarnations: number;
    readonly batches: number;
    readonly opsInLog: number;
    readonly lastSeq: number;
    readonly records: number;
    readonly distinct: number;
    readonly conflicts: number;
    readonly refused: number;
  };
  /** Whether a workstation that took everything from the hub has the same records. */
  readonly sameAtNewcomer: boolean;
}

const commune = 'xa-mau';
const patienceS = 900;
const patienceForProgressMs = 4000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function killRounds(plan: KillPlan): Promise<KillReport> {
  const { line, folder, say = () => undefined } = plan;
  const random = randomFrom(plan.seed);
  const started = performance.now();
  const hubDir = join(folder, 'hub');
  const bookDir = join(folder, 'book');
  const port = await freePort();
  const newHub = () => startChild<HubApi>('tests/support/hub-program.ts', { onSide: line.onSide('hub') });
  const newStation = () => startChild<KillStationApi>('tests/bench/kill/station.ts', { onSide: line.onSide('station') });
  let hub = newHub();
  let station = newStation();
  let databaseKills = 0;
  try {
    const url = new URL(await hub.calls.start(hubDir, line.hubHost, port));
    url.host = await line.reach(port);
    const userId = await station.calls.make(bookDir);
    await station.calls.enrol(url.href, (await hub.calls.code(commune)) ?? '');
    await line.restart();

    let target = 0;
    let waitedAtLastKill = 0;
    for (let kill = 0; kill < 2 * plan.kills; kill += 1) {
      target = Math.max(target, Math.ceil((plan.records * (kill + 1)) / (2 * plan.kills)));
      // Saving goes on while the axe falls; what was not saved by then is made up for in the next life.
      const saving = station.calls.addUpTo(target).catch(() => undefined);
      await progressed(station);
      await pause(50 + random() * 1450);
      if (kill % 2 === 0) {
        waitedAtLastKill = await waiting(station);
        await station.kill();
        station = newStation();
        await station.calls.open(bookDir, userId);
      } else {
        await hub.kill();
        if (plan.databaseKillEvery > 0 && (kill + 1) % (2 * plan.databaseKillEvery) === 0) {
          killDatabase(hubDir);
          databaseKills += 1;
        }
        hub = await restarted(newHub, hubDir, line.hubHost, port);
        await saving;
      }
      say(`kill ${kill + 1} of ${2 * plan.kills}: ${kill % 2 === 0 ? 'workstation' : 'hub'}`);
    }
    await station.calls.addUpTo(plan.records);
    const progress = await settled(station);
    const sound = await station.calls.sound();
    const digest = await station.calls.digest();
    await station.end();
    await line.calm();

    const newcomer = newStation();
    station = newcomer;
    await newcomer.calls.make(join(folder, 'newcomer'));
    await newcomer.calls.enrol(url.href, (await hub.calls.code(commune)) ?? '');
    for (const end = Date.now() + patienceS * 1000; (await newcomer.calls.progress()).records < plan.records && Date.now() < end; )
      await pause(300);
    await settled(newcomer);
    return {
      kills: { workstation: plan.kills, hub: plan.kills, database: databaseKills },
      records: plan.records,
      ops: progress.made,
      waitedAtLastKill,
      seconds: Math.round((performance.now() - started) / 1000),
      workstation: { ...progress, ...sound },
      hub: await countAtHub(hub),
      sameAtNewcomer: (await newcomer.calls.digest()) === digest,
    };
  } finally {
    await station.end();
    await hub.end();
  }
}

/** Until the hub has confirmed something more, or the line seems to be away: a life that sends nothing is no test of sending. */
async function progressed(station: Child<KillStationApi>): Promise<void> {
  const { confirmed } = await station.calls.progress();
  for (const end = Date.now() + patienceForProgressMs; Date.now() < end; await pause(100))
    if ((await station.calls.progress()).confirmed > confirmed) return;
}

async function waiting(station: Child<KillStationApi>): Promise<number> {
  const { made, confirmed } = await station.calls.progress();
  return made - confirmed;
}

/** What starts services would try again as well: PostgreSQL needs a moment until the processes of the one that was killed are gone. */
async function restarted(newHub: () => Child<HubApi>, dir: string, host: string, port: number): Promise<Child<HubApi>> {
  for (let tries = 1; ; tries += 1) {
    const hub = newHub();
    try {
      await hub.calls.start(dir, host, port);
      return hub;
    } catch (error) {
      await hub.kill();
      if (tries === 10) throw error;
      await pause(500);
    }
  }
}

function killDatabase(hubDir: string): void {
  const [pid] = readFileSync(join(hubDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

async function settled(station: Child<KillStationApi>): Promise<Progress> {
  for (const end = Date.now() + patienceS * 1000; ; await pause(200)) {
    const progress = await station.calls.progress();
    if (progress.confirmed === progress.made && progress.line === 'idle') return progress;
    if (Date.now() > end) throw new Error(`the line did not settle: ${JSON.stringify(progress)}`);
  }
}

async function countAtHub(hub: Child<HubApi>): Promise<KillReport['hub']> {
  const one = async (sql: string): Promise<Record<string, number>> => ((await hub.calls.query(sql)) ?? [])[0] as Record<string, number>;
  const log = await one(
    `SELECT count(DISTINCT incarnation)::int AS incarnations, count(*)::int AS batches, sum(count)::int AS "opsInLog", max(first_seq + count - 1)::int AS "lastSeq" FROM log WHERE commune = '${commune}'`,
  );
  const records = await one(
    `SELECT count(*)::int AS records, count(DISTINCT number)::int AS distinct FROM projection.petition WHERE commune = '${commune}'`,
  );
  const { conflicts } = await one(`SELECT count(*)::int AS conflicts FROM conflict WHERE commune = '${commune}'`);
  const { refused } = await one(`SELECT count(*)::int AS refused FROM refused_op WHERE commune = '${commune}'`);
  return { ...log, ...records, conflicts, refused } as unknown as KillReport['hub'];
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
