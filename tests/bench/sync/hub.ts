/** The provincial hub under command: the production hub on a real PostgreSQL, in its own process. */
import { type Hub, startHub } from '../../../src-hub/hub';
import { serveCalls } from '../../support/child';

let hub: Hub | undefined;

const api = {
  /** Port on which it listens. */
  async start(dir: string, host: string): Promise<string> {
    hub = await startHub({ dir, host, port: 0, name: 'UBKT Tỉnh ủy mẫu', logLevel: 'silent' });
    return hub.url;
  },
  code: (commune: string): Promise<string> | undefined => hub?.newCode(commune),
  query: (sql: string): Promise<Record<string, unknown>[]> | undefined => hub?.database.query(sql),
};
export type HubApi = typeof api;

serveCalls(api, () => hub?.stop());
