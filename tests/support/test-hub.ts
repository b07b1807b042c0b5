import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HubOptions } from '../../src-hub/config';
import { type Hub, startHub } from '../../src-hub/hub';
import { layReadyDatabase } from './ready-database';

/** A real hub on its own embedded PostgreSQL in a temporary folder. */
export interface TestHub {
  hub: Hub;
  readonly dir: string;
  /** Stops the hub's server and database and starts both again on the same folder and port; `more` changes its options. */
  restart(more?: Partial<HubOptions>): Promise<void>;
  stop(): Promise<void>;
}

/** `more` changes its options; without TLS unless it says otherwise. */
export async function startTestHub(more: Partial<HubOptions> = {}): Promise<TestHub> {
  const dir = await mkdtemp(path.join(tmpdir(), 'kts-hub-'));
  let options: HubOptions = { dir, host: '127.0.0.1', name: 'UBKT Tỉnh ủy mẫu', logLevel: 'silent', tls: 'off', port: 0, ...more };
  if (!options.pgUrl) await layReadyDatabase(options.dir);
  const self: TestHub = {
    hub: await startHub(options),
    get dir() {
      return options.dir;
    },
    async restart(changes = {}) {
      options = { ...options, port: Number(new URL(self.hub.url).port), ...changes };
      await self.hub.stop();
      self.hub = await startHub(options);
    },
    async stop() {
      await self.hub.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
  return self;
}
