/** Puts an application where a package has it: beside the runtime's program, under a name of its own. */
import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { addonEnv } from '../../../scripts/setup/addon.mjs';
import { electronBinary } from '../../../scripts/setup/electron.mjs';
import { inRoot } from '../../../scripts/setup/paths.mjs';

/**
 * @param app folder with package.json
 * @returns path of the program. With a name of its own Electron takes itself for packaged.
 */
export function packaged(name: string, app: string): string {
  const binary = electronBinary();
  const target = inRoot('out', 'bench', name);
  rmSync(target, { recursive: true, force: true });
  linkAll(dirname(binary), target, new Set([basename(binary), 'default_app.asar']));
  symlinkSync(app, join(target, 'resources', 'app'), 'junction');
  // As the packager does for a runtime that the prebuilt addon does not fit.
  const { KTS_SQLITE_ADDON: addon } = addonEnv();
  if (addon !== undefined) linkOrCopy(addon, join(target, 'resources', 'sqlite.node'));
  const program = join(target, basename(binary).replace('electron', 'measured'));
  linkOrCopy(binary, program);
  return program;
}

function linkAll(from: string, to: string, except: ReadonlySet<string>): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (except.has(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkAll(source, target, except);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
