/**
 * The folder that the program lies in: kept, replaced, put back. Everything is done beside it and takes its place by rename, so that a failure
 * leaves the one that was there. Between two renames lies a moment without the folder; what was there then stands beside it as `.old`.
 */
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where a program lies, and the name of its file in there. */
export interface ProgramPlace {
  readonly folder: string;
  readonly name: string;
}

const isWindows = process.platform === 'win32';

/** The name under which the kept program runs: an installer ends programs of its own name. */
export const guardName = isWindows ? 'update-guard.exe' : 'update-guard';

/** Keeps the program folder whole in `former`. Elsewhere than on Windows files are shared, as nothing is ever written into them. */
export function keepFormer({ folder, name }: ProgramPlace, former: string): void {
  const part = `${former}.part`;
  rmSync(part, { recursive: true, force: true });
  copyFolder(folder, part);
  renameSync(join(part, name), join(part, guardName));
  rmSync(former, { recursive: true, force: true });
  renameSync(part, former);
}

/** Puts the kept program in the place of the one that is there. */
export async function putFormerBack({ folder, name }: ProgramPlace, former: string): Promise<void> {
  const next = `${folder}.next`;
  rmSync(next, { recursive: true, force: true });
  copyFolder(former, next);
  renameSync(join(next, guardName), join(next, name));
  await takePlace(next, folder);
}

/** Unpacks the archive of a new version and puts it in the place of the program. @throws where it holds no such program */
export async function replaceByArchive({ folder, name }: ProgramPlace, archive: string): Promise<void> {
  const [next, unpacked] = [`${folder}.next`, `${folder}.unpacked`];
  for (const dir of [next, unpacked]) rmSync(dir, { recursive: true, force: true });
  mkdirSync(unpacked);
  try {
    await run('tar', ['-xzf', archive, '-C', unpacked, '--no-same-owner']);
    // An archive holds the folder, or what is in it.
    const [only = ''] = readdirSync(unpacked);
    const from = existsSync(join(unpacked, name)) ? unpacked : join(unpacked, only);
    if (!existsSync(join(from, name))) throw new Error('the archive holds no program');
    renameSync(from, next);
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
  // What takes the place must be on the disk before the name is.
  await run('sync', []).catch(() => undefined);
  await takePlace(next, folder);
}

/** Runs an installer of NSIS without questions into the folder of the program. @throws where it fails */
export async function runInstaller({ folder }: ProgramPlace, installer: string): Promise<void> {
  // The folder comes last and without quotes, whatever stands in it: so NSIS reads it.
  await run(installer, ['/S', '--updated', `/D=${folder}`], { windowsVerbatimArguments: true });
}

async function takePlace(next: string, folder: string): Promise<void> {
  const old = `${folder}.old`;
  rmSync(old, { recursive: true, force: true });
  await renamePatiently(folder, old);
  try {
    await renamePatiently(next, folder);
  } catch (error) {
    renameSync(old, folder);
    throw error;
  }
  // Files in use go later: with the next update.
  await Promise.resolve()
    .then(() => rmSync(old, { recursive: true, force: true }))
    .catch(() => undefined);
}

const mostWaits = 40;
const waitMs = 250;

/** A program that just ended, or a virus scanner, may hold files for a while. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (tries === mostWaits || (code !== 'EPERM' && code !== 'EACCES' && code !== 'EBUSY')) throw error;
      await wait(waitMs);
    }
  }
}

function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else if (entry.isFile()) copyOne(source, target);
  }
}

function copyOne(from: string, to: string): void {
  if (isWindows) return copyFileSync(from, to);
  try {
    linkSync(from, to);
  } catch {
    // Another disk, or one without links.
    copyFileSync(from, to);
  }
}
