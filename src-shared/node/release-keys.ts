import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keys that releases are signed with. The program's own list is filled when a publisher exists; a province that builds for itself puts its
 * key, one a line, into `release-keys` of the data folder, where only somebody who may install programs writes.
 */
const own: readonly string[] = [];

export function releaseKeys(dataDir: string): string[] {
  try {
    const lines = readFileSync(join(dataDir, 'release-keys'), 'utf8').split(/\r?\n/);
    return [...own, ...lines.filter((line) => /^[A-Za-z0-9_-]{43}$/.test(line))];
  } catch {
    return [...own];
  }
}
