/** The provincial hub under command: the production hub on a real PostgreSQL, in its own process. */
import { type Hub, startHub } from '../../src-hub/hub';
import { serveCalls } from './child';

let hub: Hub | undefined;

const api = {
  /** Gives its address. `port` 0: a free one. */
  async start(dir: string, host: string, port: number): Promise<string> {
    hub = await startHub({ dir, host, port, name: 'UBKT Tỉnh ủy mẫu', logLevel: 'silent' });
    return hub.url;
  },
  code: (commune: string): Promise<string> | undefined => hub?.newCode(commune),
  query: (sql: string): Promise<Record<string, unknown>[]> | undefined => hub?.database.query(sql),
};
export type HubApi = typeof api;

serveCalls(api, () => hub?.stop());
