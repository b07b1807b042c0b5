/**
 * The peer: PouchDB replicating to express-pouchdb, the usual way to take JSON documents home from an offline client. The same records
 * and pages, the same line. It is installed into the user's cache by its first use and is no dependency of the product.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../../../scripts/setup/command.mjs';
import { userCache } from '../../../scripts/setup/paths.mjs';
import { startChild } from '../../support/child';
import type { Parts } from './parts';
import { measureOn, type Step } from './measure';
import type { PouchClientApi } from './pouchdb-client';
import type { PouchHubApi } from './pouchdb-hub';

/** Versions that were compared; express-pouchdb leaves the choice of express to its user. */
const packages = { pouchdb: '9.0.0', 'express-pouchdb': '4.2.0', express: '4.21.2' };

export async function runPouchdb({ line, folder, work, blobBytes, floor }: Parts & { readonly blobBytes: number }) {
  const env = { KTS_BENCH_POUCHDB: await installed() };
  const hub = startChild<PouchHubApi>('tests/bench/sync/pouchdb-hub.ts', { onSide: line.onSide('hub'), env });
  const client = () => startChild<PouchClientApi>('tests/bench/sync/pouchdb-client.ts', { onSide: line.onSide('station'), env });
  const [first, second] = [client(), client()];
  try {
    const url = `http://${await line.reach(await hub.calls.start(join(folder, 'pouch-hub'), line.hubHost))}/cases`;
    await first.calls.open(join(folder, 'pouch-0'), url);
    await second.calls.open(join(folder, 'pouch-1'), url);
    const measure = measureOn(line, floor, 'pouchdb');

    const json = await first.calls.addCases(work.records);
    const records = await measure(
      'records',
      'up',
      () => first.calls.send(500),
      async () => json,
    );
    const changed = await first.calls.changeCases(work.updates);
    const updates = await measure(
      'updates',
      'up',
      () => first.calls.send(500),
      async () => changed,
    );
    const pull = await measure(
      'pull',
      'down',
      () => second.calls.receive(500),
      async () => json,
    );
    await first.calls.disputeCases(work.disputes, 'programme');
    await second.calls.disputeCases(work.disputes, 'decisionNumber');
    const conflicts = await measure(
      'conflicts',
      'up',
      async () =>
        (await first.calls.send(500)) +
        (await second.calls.send(500)) +
        (await second.calls.receive(500)) +
        (await first.calls.receive(500)),
      async () => 0,
    );
    const merged = { atFirst: await first.calls.merged(), atSecond: await second.calls.merged() };
    await first.calls.addPages(work.blobs, blobBytes);
    const blobs = await measure(
      'blobs',
      'up',
      () => first.calls.send(10),
      async () => work.blobs * blobBytes,
    );
    const steps: Record<'records' | 'updates' | 'pull' | 'conflicts' | 'blobs', Step> = { records, updates, pull, conflicts, blobs };
    return { packages, steps, merged };
  } finally {
    await Promise.all([first.end(), second.end()]);
    await hub.end();
  }
}

/** The folder that holds the packages. */
async function installed(): Promise<string> {
  const name = Object.entries(packages)
    .map(([one, version]) => `${one}-${version}`)
    .join('_');
  const dir = join(userCache, 'bench', name);
  if (existsSync(dir)) return dir;
  console.error('bench sync: installing PouchDB into the cache');
  const part = `${dir}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  writeFileSync(join(part, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
  const { code } = await npm(['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: part, output: 'stderr' });
  if (code !== 0) throw new Error('PouchDB could not be installed: without it, leave --peer out');
  renameSync(part, dir);
  return dir;
}
