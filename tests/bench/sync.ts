/**
 * `npm run bench -- sync --profile good|weak-3g|flapping|sat-rain [--peer pouchdb] [--json FILE]`: what the sync costs in time and bytes on
 * a line of that kind, beside the physical floor and, with --peer, beside PouchDB on the same records, line and machine.
 *
 * Real processes: the production hub with PostgreSQL on one side of the line, books with the production line on the other.
 * --loopback=1 leaves the emulation out. --records=N --updates=N --blobs=N --disputes=N make the work smaller; --seed=N loses other packets, --rounds=N sends the updates N times over;
 * --hub-congestion=bbr is how the hub sends where its kernel has it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limits } from '#shared/sync/limits';
import { startChild } from '../support/child';
import { type BenchResult, option, round, runAsProgram } from './bench-result';
import { floorSeconds } from './net/floor';
import { emulate, loopback, whyNoEmulation } from './net/line';
import { isProfile, type ProfileName, profiles } from './net/profiles';
import type { HubApi } from '../support/hub-program';
import { type Floor, measureOn, type Step } from './sync/measure';
import type { Parts } from './sync/parts';
import { runPouchdb } from './sync/pouchdb';
import type { StationApi } from './sync/station';
import { states } from './sync/work';

const textOption = (name: string): string | undefined => {
  const at = process.argv.findIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  return process.argv[at]?.split('=')[1] ?? (at < 0 ? undefined : process.argv[at + 1]);
};
/** Scanned pages are 60 MB in all on a good line; weaker ones get what they carry in some minutes. */
const usualBlobs: Record<ProfileName, number> = { good: 200, 'weak-3g': 4, flapping: 20, 'sat-rain': 20 };
const blobBytes = 300_000;
const patienceS = 3600;

export async function run(): Promise<BenchResult> {
  const name = textOption('profile') ?? 'good';
  if (!isProfile(name)) throw new Error(`--profile ${Object.keys(profiles).join('|')}`);
  const work = {
    records: option('records', 10_000),
    updates: option('updates', 1000),
    disputes: option('disputes', 500),
    blobs: option('blobs', usualBlobs[name]),
  };
  const missing = option('loopback', 0) === 1 ? 'asked for' : whyNoEmulation();
  if (missing !== undefined) console.error(`bench sync: no emulated line here (${missing}); running on the loopback, without a floor`);
  const line =
    missing === undefined
      ? await emulate(profiles[name], { seed: option('seed', 1), hubCongestion: textOption('hub-congestion') ?? 'reno' })
      : loopback();
  const folder = mkdtempSync(join(tmpdir(), 'kts-bench-'));
  try {
    const floor: Floor = (direction, bytes) => (missing === undefined ? floorSeconds(profiles[name], direction, bytes) : null);
    const own = await measureOwn({ line, folder, work, floor });
    const peer = textOption('peer') === 'pouchdb' ? await runPouchdb({ line, folder, work, blobBytes, floor }) : undefined;
    return {
      name: 'sync',
      ratios: ratiosOf(own.steps, peer?.steps),
      details: {
        profile: missing === undefined ? name : 'loopback',
        counted: line.counted,
        work,
        ...own,
        ...(peer ? { pouchdb: peer } : {}),
      },
    };
  } finally {
    await line.down();
    rmSync(folder, { recursive: true, force: true });
  }
}

type OwnSteps = Record<'records' | 'updates' | 'pull' | 'conflicts' | 'blobs', Step>;

async function measureOwn({ line, folder, work, floor }: Parts) {
  const hub = startChild<HubApi>('tests/support/hub-program.ts', { onSide: line.onSide('hub') });
  const station = () => startChild<StationApi>('tests/bench/sync/station.ts', { onSide: line.onSide('station') });
  const [first, second] = [station(), station()];
  try {
    const url = new URL(await hub.calls.start(join(folder, 'hub'), line.hubHost, 0));
    url.host = await line.reach(Number(url.port));
    for (const [i, child] of [first, second].entries()) {
      await child.calls.make(join(folder, `book-${i}`));
      await child.calls.enrol(url.href, (await hub.calls.code('xa-mau')) ?? '');
      await child.calls.send(patienceS);
      await child.calls.pause(true);
    }
    const measure = measureOn(line, floor, 'own');
    const packed = async (child: typeof first, after: number): Promise<number> => (await child.calls.payload(after)).packed;
    const send = async (child: typeof first): Promise<number> => (await child.calls.send(patienceS)).ms;

    const start = await first.calls.made();
    await first.calls.addCases(work.records);
    const fresh = await first.calls.payload(start);
    const records = await measure(
      'records',
      'up',
      async () => {
        await first.calls.pause(false);
        return send(first);
      },
      async () => fresh.packed,
    );

    const update = async (state: string): Promise<Step> => {
      const grown = await first.calls.made();
      return measure(
        'updates',
        'up',
        async () => {
          await first.calls.changeCases(work.updates, state);
          return send(first);
        },
        () => packed(first, grown),
      );
    };
    const updates = await update(states[0]);
    const further: Step[] = [];
    while (further.length < option('rounds', 1) - 1) further.push(await update(states[(further.length + 1) % states.length] ?? states[0]));
    await first.calls.pause(true);

    const pull = await measure(
      'pull',
      'down',
      async () => {
        await second.calls.pause(false);
        return second.calls.receive(work.records, 0, patienceS);
      },
      async () => [updates, ...further].reduce((sum, { contentBytes }) => sum + contentBytes, fresh.packed),
    );
    await second.calls.send(patienceS);
    await second.calls.pause(true);

    const made = [await first.calls.made(), await second.calls.made()] as const;
    await first.calls.disputeCases(0, work.disputes, 'programme');
    await second.calls.disputeCases(0, work.disputes, 'decisionNumber');
    const conflicts = await measure(
      'conflicts',
      'up',
      async () => {
        const started = performance.now();
        await first.calls.pause(false);
        await first.calls.send(patienceS);
        await second.calls.pause(false);
        await second.calls.send(patienceS);
        await second.calls.receive(work.records, work.disputes, patienceS);
        await first.calls.receive(work.records, work.disputes, patienceS);
        return performance.now() - started;
      },
      async () => (await packed(first, made[0])) + (await packed(second, made[1])),
    );
    const merged = {
      atFirst: await first.calls.merged(0, work.disputes, ['programme', 'decisionNumber']),
      atSecond: await second.calls.merged(0, work.disputes, ['programme', 'decisionNumber']),
      atHub: (await hub.calls.query('SELECT count(*)::int AS conflicts FROM conflict'))?.[0],
    };
    await second.calls.pause(true);

    const before = await first.calls.made();
    const blobs = await measure(
      'blobs',
      'up',
      async () => {
        await first.calls.addPages(work.blobs, blobBytes);
        return send(first);
      },
      async () => (await packed(first, before)) + work.blobs * blobBytes,
    );
    const steps: OwnSteps = { records, updates, pull, conflicts, blobs };
    return {
      steps,
      merged,
      ...(further.length > 0
        ? { furtherUpdatesToFloor: further.map(({ seconds, floorSeconds }) => floorSeconds && round(seconds / floorSeconds)) }
        : {}),
      bytesPerNewRecord: round(records.bytes / work.records, 1),
      bytesPerUpdate: round(updates.bytes / work.updates, 1),
      jsonBytes: fresh.json,
      packedInFullBatches: { records: fresh.packed, updates: updates.contentBytes, opsPerBatch: limits.opsPerBatch },
    };
  } finally {
    await Promise.all([first.end(), second.end()]);
    await hub.end();
  }
}

function ratiosOf(steps: OwnSteps, peer: Partial<OwnSteps> | undefined): Record<string, number> {
  const ratios: Record<string, number> = {};
  for (const [name, step] of Object.entries(steps) as [keyof OwnSteps, Step][]) {
    if (step.floorSeconds !== null) ratios[`${name}ToFloor`] = round(step.seconds / step.floorSeconds);
    const other = peer?.[name];
    if (!other) continue;
    ratios[`pouchdbTo${name[0]?.toUpperCase()}${name.slice(1)}Time`] = round(other.seconds / step.seconds, 1);
    ratios[`pouchdbTo${name[0]?.toUpperCase()}${name.slice(1)}Bytes`] = round(other.bytes / step.bytes, 1);
  }
  return ratios;
}

await runAsProgram(import.meta.url, run);
