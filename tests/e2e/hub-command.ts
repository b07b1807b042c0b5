/** Commands of the province's people, run as they run them: against the hub of the test, in a process of their own. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inRoot } from '../../scripts/setup/paths.mjs';
import type { TestHub } from '../support/test-hub';

const run = promisify(execFile);

/** @throws when the command fails */
export const hubCommand = async (home: TestHub, ...args: string[]): Promise<string> => {
  const env = { ...process.env, KTS_HUB_DIR: home.dir, PGURL: home.hub.pgUrl, KTS_HUB_LOG: 'silent' };
  return (await run(process.execPath, [inRoot('scripts/run/typescript.mjs'), inRoot('src-hub/index.ts'), ...args], { env })).stdout;
};

/** Writes instructions, rule packs or code lists to all committees. */
export async function publishToAll(home: TestHub, record: { type: string; fields: Record<string, unknown> }): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'kts-publish-'));
  try {
    const file = join(dir, 'record.json');
    await writeFile(file, JSON.stringify(record));
    await hubCommand(home, 'publish', file, 'all');
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
