/** The programs of version 1 (tests/fixtures/version-1), run as what they are: programs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { brotliDecompressSync } from 'node:zlib';
import { inRoot } from '../../scripts/setup/paths.mjs';

/** Below out/, so that they find the packages of the project. */
const unpacked = inRoot('out', 'test', 'version-1');

function program(name: 'kts.js' | 'hub.js'): string {
  mkdirSync(unpacked, { recursive: true });
  const file = join(unpacked, name);
  writeFileSync(file, brotliDecompressSync(readFileSync(inRoot('tests', 'fixtures', 'version-1', `${name}.br`))));
  return file;
}

export const oldKts = (): string => program('kts.js');

export interface CliAnswer {
  readonly code: number | null;
  readonly err: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** One command of a `kts`, old or new. */
export function runKts(file: string, data: string, passphrase: string, args: readonly string[]): Promise<CliAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args, '--data', data, '--json'], {
      env: { ...process.env, KTS_PASSPHRASE: passphrase },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code, err: Buffer.concat(err).toString(), json: JSON.parse(Buffer.concat(out).toString() || '{}') as CliAnswer['json'] }),
    );
  });
}

export interface OldHub {
  readonly url: string;
  newCode(commune: string): Promise<string>;
  stop(): Promise<void>;
}

/** The hub of version 1 on its own embedded PostgreSQL in `dir`. */
export async function startOldHub(dir: string): Promise<OldHub> {
  const file = program('hub.js');
  const env = { ...process.env, KTS_HUB_DIR: dir, KTS_HUB_PORT: '0', KTS_HUB_LOG: 'silent' };
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await addressOf(child);
  return {
    url,
    async newCode(commune) {
      const asked = spawn(process.execPath, [file, 'code', commune], { env, stdio: ['ignore', 'pipe', 'inherit'] });
      const lines: string[] = [];
      for await (const line of createInterface({ input: asked.stdout })) lines.push(line);
      const code = lines.find((line) => /^[0-9A-Z]{5}-[0-9A-Z]{5}$/.test(line));
      if (code === undefined) throw new Error(`no enrolment code: ${lines.join(' ')}`);
      return code;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no output');
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /https?:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error(`the hub of version 1 did not start: ${complaints}`);
}
