/** Runs a program of the system that scans. No shell, so no argument is ever interpreted. */
import { spawn } from 'node:child_process';
import { AppError } from '#shared/errors/app-error';

export interface Ran {
  readonly code: number;
  readonly out: Buffer;
  readonly errors: string;
}

const mostBytes = 200 * 1024 * 1024;

/** Undefined: the program is not on this machine. */
export function runCommand(file: string, args: readonly string[], signal?: AbortSignal): Promise<Ran | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, [...args], { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, ...(signal && { signal }) });
    const out: Buffer[] = [];
    let size = 0;
    let errors = '';
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > mostBytes) child.kill();
      else out.push(part);
    });
    child.stderr.on('data', (part: Buffer) => {
      errors = (errors + part.toString('utf8')).slice(-4000);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve(undefined);
      else reject(new AppError('scanner.failed', { reason: error.code ?? error.name }, error));
    });
    child.on('close', (code) => resolve({ code: code ?? -1, out: Buffer.concat(out), errors }));
  });
}
