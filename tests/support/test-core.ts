import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { signBytes } from '#hub/crypto/keys';
import type { Database } from '#hub/database/database';
import { openHubDatabase } from '#hub/hub';
import { openHubKeys } from '#hub/keys/hub-keys';
import type { HubCore } from '#hub/log/core/hub-core';
import { type CoreOptions, openCore } from '#hub/log/open-core';
import { hubAuthor, type HubAuthor } from './hub-author';
import { layReadyDatabase } from './ready-database';

/** The hub's decisions on a real PostgreSQL, without its server. */
export interface TestCore {
  readonly core: HubCore;
  readonly database: Database;
  readonly pgUrl: string;
  readonly dir: string;
  /** The same hub with other options. */
  coreWith(options: Partial<Pick<CoreOptions, 'standalone' | 'durable'>>): HubCore;
  author(committee: string, options?: { incarnation?: string; ms?: number }): Promise<HubAuthor>;
  stop(): Promise<void>;
}

export async function startTestCore(): Promise<TestCore> {
  const dir = await mkdtemp(path.join(tmpdir(), 'kts-core-'));
  const keys = await openHubKeys(path.join(dir, 'keys.json'));
  await layReadyDatabase(dir);
  const { database, pgUrl, shutDown } = await openHubDatabase({ dir });
  const coreWith: TestCore['coreWith'] = (options) => openCore({ database, keys, name: 'UBKT Tỉnh ủy mẫu', ...options });
  const core = coreWith({});
  const identity = { device: keys.id, sign: (text: string) => signBytes(keys.signing, text) };
  return {
    core,
    database,
    pgUrl,
    dir,
    coreWith,
    author: (committee, options) => hubAuthor(core, identity, committee, options),
    async stop() {
      await shutDown();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
