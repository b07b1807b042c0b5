/** A disk of a few megabytes that a test can fill. Needs Linux and root. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly dir: string;
  /** Takes all room but so many bytes, beside what it took before. */
  fill(left: number): void;
  /** Gives back what `fill` took. */
  free(): void;
  remove(): void;
}

/** Why there can be none, or undefined. */
export function whyNoSmallDisk(): string | undefined {
  if (process.platform !== 'linux') return 'not Linux';
  if (process.getuid?.() !== 0) return 'not root';
  try {
    smallDisk(1).remove();
    return undefined;
  } catch {
    return 'tmpfs cannot be mounted';
  }
}

export function smallDisk(megabytes: number): SmallDisk {
  const dir = mkdtempSync(join(tmpdir(), 'kts-disk-'));
  const filler = join(dir, 'filler');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', dir], { stdio: 'ignore' });
  } catch (error) {
    rmSync(dir, { recursive: true });
    throw error;
  }
  return {
    dir,
    fill(left) {
      const { bavail, bsize } = statfsSync(dir);
      const file = openSync(filler, 'a');
      const zeros = Buffer.alloc(64 * 1024);
      for (let bytes = bavail * bsize - left; bytes > 0; bytes -= zeros.length) writeSync(file, zeros, 0, Math.min(bytes, zeros.length));
      closeSync(file);
    },
    free: () => rmSync(filler, { force: true }),
    remove() {
      execFileSync('umount', ['-l', dir]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
