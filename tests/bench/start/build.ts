/** Builds the application for measuring: the settings and sources of the production build, with other entries for main, preload and service. */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { targets } from '../../../scripts/build/targets.mjs';
import { inRoot } from '../../../scripts/setup/paths.mjs';
import { keyName } from './key-file';

const entries: Readonly<Record<string, string>> = {
  'src-main/shell/index.ts': 'main.ts',
  'src-main/service/index.ts': 'service.ts',
  'src-main/preload/index.ts': 'preload.ts',
};

/** @returns folder of the application. @throws when the production build knows of the key's file */
export async function buildForMeasuring(): Promise<string> {
  const app = inRoot('out', 'bench', 'app');
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app, { recursive: true });
  for (const folder of ['main', 'preload'])
    await build({ configFile: false, mode: 'production', logLevel: 'warn', ...withOwnEntries(folder, join(app, 'out', folder)) });
  // The window is the very one of the production build.
  cpSync(inRoot('out', 'renderer'), join(app, 'out', 'renderer'), { recursive: true, filter: (file) => !file.endsWith('.map') });
  cpSync(inRoot('package.json'), join(app, 'package.json'));
  symlinkSync(inRoot('node_modules'), join(app, 'node_modules'), 'junction');
  if (!knowsOfKey(join(app, 'out'))) throw new Error('the build for measuring does not read the key');
  if (['main', 'preload', 'renderer', 'cli'].some((folder) => knowsOfKey(inRoot('out', folder))))
    throw new Error('the production build reads the key of measurements');
  return app;
}

function withOwnEntries(folder: string, outDir: string): InlineConfig {
  const target = targets().find(({ build: options }) => options?.outDir === inRoot('out', folder));
  const input = target?.build?.rolldownOptions?.input;
  if (!target || typeof input !== 'object' || Array.isArray(input)) throw new Error(`no target ${folder}`);
  const own = Object.fromEntries(Object.entries(input).map(([name, source]) => [name, ownEntry(source)]));
  return {
    ...target,
    build: { ...target.build, outDir, sourcemap: false, rolldownOptions: { ...target.build?.rolldownOptions, input: own } },
  };
}

function ownEntry(source: string): string {
  const found = Object.entries(entries).find(([entry]) => source === inRoot(...entry.split('/')));
  return found ? inRoot('tests', 'bench', 'start', 'app', found[1]) : source;
}

const knowsOfKey = (folder: string): boolean =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(
    (file) => /\.c?js$/.test(file) && readFileSync(join(folder, file), 'utf8').includes(keyName),
  );
