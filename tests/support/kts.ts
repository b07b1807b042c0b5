/** The built command line, run as a person runs it: a process for each command, its one JSON document read back. */
import { spawn } from 'node:child_process';
import { inRoot } from '../../scripts/setup/paths.mjs';

export interface Answer<Printed> {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly json: Printed;
}

export interface Secrets {
  readonly secret?: string;
  /** By standard input instead of the environment. */
  readonly stdin?: boolean;
}

/** Runs commands on the book in `book`. */
export const ktsOn =
  <Printed>(book: string, passphrase: string) =>
  (args: readonly string[], { secret = passphrase, stdin = false }: Secrets = {}): Promise<Answer<Printed>> =>
    new Promise((resolve, reject) => {
      const { KTS_PASSPHRASE: _other, ...env } = process.env;
      const child = spawn(process.execPath, [inRoot('out', 'cli', 'kts.js'), ...args, '--data', book, '--json'], {
        env: stdin ? env : { ...env, KTS_PASSPHRASE: secret },
      });
      let out = '';
      let err = '';
      child.stdout.on('data', (chunk) => {
        out += chunk;
      });
      child.stderr.on('data', (chunk) => {
        err += chunk;
      });
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, out, err, json: JSON.parse(out || '{}') as Printed }));
      child.stdin.end(stdin ? `${secret}\n` : '');
    });
