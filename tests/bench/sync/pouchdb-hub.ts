/** express-pouchdb under command. */
import { mkdirSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { join, sep } from 'node:path';
import { serveCalls } from '../../support/child';
import { load, type PouchMaker } from './pouchdb-api';

type Express = () => { use(handler: unknown): void; listen(port: number, host: string, then: () => void): Server };
let server: Server | undefined;

const api = {
  start(dir: string, host: string): Promise<number> {
    mkdirSync(dir, { recursive: true });
    const maker = (load('pouchdb') as PouchMaker).defaults({ prefix: `${dir}${sep}` });
    const app = (load('express') as Express)();
    const handler = load('express-pouchdb') as (maker: PouchMaker, options: object) => unknown;
    app.use(handler(maker, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(dir, 'log.txt') }));
    return new Promise((resolve) => {
      const listening = app.listen(0, host, () => resolve((listening.address() as AddressInfo).port));
      server = listening;
    });
  },
};
export type PouchHubApi = typeof api;

serveCalls(api, () => void server?.close());
