/** Folders among the chosen paths stand for the scans in them, in the order of their names. */
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

export const scanEndings: ReadonlySet<string> = new Set(['.jpg', '.jpeg', '.png', '.tif', '.tiff', '.pdf']);

const byName = new Intl.Collator('vi', { numeric: true });
const deepest = 8;

/** What cannot be looked at stays as it is, so that the import names it. */
export async function expandPaths(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const folder = await stat(path).then(
      (facts) => facts.isDirectory(),
      () => false,
    );
    const before = found.length;
    if (folder) await addScans(path, found, 0);
    // A folder without scans is named as such by whoever opens it.
    if (found.length === before) found.push(path);
  }
  return found;
}

async function addScans(folder: string, found: string[], depth: number): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  entries.sort((a, b) => byName.compare(a.name, b.name));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < deepest) await addScans(path, found, depth + 1);
    else if (entry.isFile() && scanEndings.has(extname(entry.name).toLowerCase())) found.push(path);
  }
}
