import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';

/** Writes a whole file or leaves the old one: x.part, fsync, rename. Windows may hold the target for a moment (virus scanner): tried again. */
export function writeAtomic(file: string, content: string | Uint8Array): void {
  const part = `${file}.part`;
  const handle = openSync(part, 'w', 0o600);
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    let done = 0;
    while (done < bytes.length) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameWithRetry(part, file);
}

const waitsMs = [10, 20, 50, 100, 200, 400];

function renameWithRetry(from: string, to: string): void {
  for (const wait of [...waitsMs, undefined]) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (wait === undefined || (code !== 'EPERM' && code !== 'EACCES' && code !== 'EBUSY')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  }
}
