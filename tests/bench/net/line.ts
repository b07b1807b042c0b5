/**
 * Lines for measuring. An emulated one joins two network namespaces, with the kernel's own TCP at both ends; it needs Linux, root,
 * `ip` and a C compiler. Where one of them is missing there is the loopback, with a counter in between.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onPath } from '../../../scripts/setup/command.mjs';
import { userCache } from '../../../scripts/setup/paths.mjs';
import { type Relay, startRelay } from '../../support/relay';
import { type Profile, wireConfig } from './profiles';

/** Bytes that the workstations' side sent (`up`) and received (`down`). */
export interface Moved {
  readonly up: number;
  readonly down: number;
}

export interface Line {
  /** What was counted: whole packets on the interface, or the content of the sockets. */
  readonly counted: 'interface' | 'sockets';
  /** Address on which the hub's side listens. */
  readonly hubHost: string;
  /** Command line that puts a program onto one side; empty where there are no sides. */
  onSide(side: 'station' | 'hub'): readonly string[];
  /** The address by which the workstations' side reaches what listens on `port` of the hub's side. */
  reach(port: number): Promise<string>;
  moved(): Moved;
  /** Begins the cycle of cuts and stalls anew, so that each measurement meets the same ones. */
  restart(): Promise<void>;
  /** No more cuts and stalls. */
  calm(): Promise<void>;
  down(): Promise<void>;
}

/** Why this machine cannot emulate a line, or undefined when it can. */
export function whyNoEmulation(): string | undefined {
  if (process.platform !== 'linux') return 'not Linux';
  if (process.getuid?.() !== 0) return 'not root';
  if (!onPath('ip')) return 'no `ip` (iproute2)';
  if (!onPath('gcc') && !existsSync(wireProgram())) return 'no gcc';
  if (!existsSync('/dev/net/tun')) return 'no /dev/net/tun';
  try {
    ip('netns', 'add', 'kts-try');
    ip('netns', 'del', 'kts-try');
    return undefined;
  } catch {
    return '`ip netns add` is refused';
  }
}

const source = join(import.meta.dirname, 'netwire.c');
const wireProgram = (): string =>
  join(userCache, 'bench', `netwire-${createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 12)}`);
const ip = (...args: string[]): string => execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** netwire looks at its configuration five times a second. */
const noticedMs = 300;

/**
 * TCP's control of congestion is reno on both sides, as at these windows cubic behaves; `hubCongestion` names another one of the kernel
 * for what the hub sends.
 */
export async function emulate(profile: Profile, { seed = 1, hubCongestion = 'reno' } = {}): Promise<Line> {
  removeLeftOver();
  const program = compileWire();
  const id = freeNetwork();
  const names = { station: `kts-${process.pid}-${id}-cli`, hub: `kts-${process.pid}-${id}-hub` };
  const device = `kts${id}`;
  const addresses = { station: `198.18.${id}.1`, hub: `198.18.${id}.2` };
  const folder = mkdtempSync(join(tmpdir(), 'kts-line-'));
  const config = join(folder, 'line.conf');
  const write = (to: Profile): void => {
    writeFileSync(`${config}.part`, wireConfig(to, seed));
    renameSync(`${config}.part`, config);
  };
  write(profile);
  for (const name of Object.values(names)) ip('netns', 'add', name);
  const wire = spawn(program, [names.station, device, names.hub, device, config], { stdio: ['ignore', 'pipe', 'inherit'] });
  await firstLine(wire);
  for (const side of ['station', 'hub'] as const) {
    const name = names[side];
    ip('-n', name, 'link', 'set', 'lo', 'up');
    for (const setting of [
      `net.ipv4.tcp_congestion_control=${side === 'hub' ? hubCongestion : 'reno'}`,
      'net.ipv6.conf.all.disable_ipv6=1',
      'net.ipv4.tcp_no_metrics_save=1',
    ])
      ip('netns', 'exec', name, 'sysctl', '-qw', setting);
    ip('-n', name, 'addr', 'add', `${addresses[side]}/30`, 'dev', device);
    ip('-n', name, 'link', 'set', device, 'up', 'txqueuelen', '50');
  }
  return {
    counted: 'interface',
    hubHost: addresses.hub,
    onSide: (side) => ['ip', 'netns', 'exec', names[side]],
    reach: async (port) => `${addresses.hub}:${port}`,
    moved() {
      const [link] = JSON.parse(ip('-n', names.station, '-s', '-j', 'link', 'show', device)) as [
        { stats64: { tx: { bytes: number }; rx: { bytes: number } } },
      ];
      return { up: link.stats64.tx.bytes, down: link.stats64.rx.bytes };
    },
    async restart() {
      write(profile);
      await pause(noticedMs);
    },
    async calm() {
      const { flap: _flap, stall: _stall, ...steady } = profile;
      write(steady);
      await pause(noticedMs);
    },
    async down() {
      await ended(wire);
      for (const name of Object.values(names)) ip('netns', 'del', name);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * No emulation: the loopback, with relays that count what passes. With a profile they hold to its rates, and come and go as it does;
 * delay and loss cannot be had so.
 */
export function loopback(profile?: Pick<Profile, 'up' | 'down' | 'flap'>): Line {
  const relays: Relay[] = [];
  const { flap } = profile ?? {};
  let timer: NodeJS.Timeout | undefined;
  const turn = (up: boolean): void => {
    for (const relay of relays) {
      if (up) relay.restore();
      else relay.cut();
    }
    if (flap) timer = setTimeout(() => turn(!up), (up ? flap.upS : flap.downS) * 1000);
  };
  const restart = async (): Promise<void> => {
    clearTimeout(timer);
    turn(true);
  };
  return {
    counted: 'sockets',
    hubHost: '127.0.0.1',
    onSide: () => [],
    async reach(port) {
      const relay = await startRelay(port, profile && { up: profile.up.rate / 8, down: profile.down.rate / 8 });
      relays.push(relay);
      return `127.0.0.1:${relay.port}`;
    },
    moved: () => relays.reduce((sum, { moved }) => ({ up: sum.up + moved().up, down: sum.down + moved().down }), { up: 0, down: 0 }),
    restart,
    async calm() {
      clearTimeout(timer);
      for (const relay of relays) relay.restore();
    },
    async down() {
      clearTimeout(timer);
      await Promise.all(relays.map((relay) => relay.close()));
    },
  };
}

/** The program is kept for its source: it is compiled once for each user and machine. */
function compileWire(): string {
  const program = wireProgram();
  if (existsSync(program)) return program;
  mkdirSync(join(userCache, 'bench'), { recursive: true });
  execFileSync('gcc', ['-O2', '-o', `${program}.part`, source]);
  renameSync(`${program}.part`, program);
  return program;
}

/** 198.18.0.0/15 is set aside for measurements (RFC 2544). */
function freeNetwork(): number {
  const taken = ip('netns', 'list');
  for (let id = 1; id < 255; id += 1) if (!new RegExp(String.raw`kts-\d+-${id}-`).test(taken)) return id;
  throw new Error('no network is free');
}

/** Namespaces of a benchmark that was killed: their names begin with its process number. */
function removeLeftOver(): void {
  for (const [name, pid] of ip('netns', 'list').matchAll(/^kts-(\d+)-\d+-(?:cli|hub)/gm))
    if (!isAlive(Number(pid))) ip('netns', 'del', name);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const firstLine = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`the line could not be made (${code})`)));
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill();
  });
