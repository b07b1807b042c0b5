/** What was made of sources is made anew when one of them changed. */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../scripts/setup/paths.mjs';

/** Another text for each state of the folders (inside the clone): names, sizes and times of change; contents are not read. */
export function stateOfSources(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders)
    for (const name of readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' }).toSorted()) {
      const { mtimeMs, size } = statSync(path.join(inRoot(folder), name));
      hash.update(`${folder}/${name} ${size} ${mtimeMs}\n`);
    }
  return hash.digest('hex').slice(0, 16);
}
