/**
 * Stands in for the default app of an official Electron, which starts the app folder given on the command line:
 *   electron [-r MODULE]... [SWITCHES] APP_FOLDER
 * Top-level await matters: Electron holds `ready` back until this module is done, so the app can register its protocols first.
 */
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const words = process.argv.slice(1);
const modules = [];
let folder;
while (words.length > 0 && folder === undefined) {
  const word = words.shift();
  if (word === '-r' || word === '--require') modules.push(resolve(words.shift() ?? ''));
  else if (!word.startsWith('-')) folder = resolve(word);
}
if (folder === undefined) throw new Error('electron: name the folder of the app');

const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(folder);

const require = createRequire(import.meta.url);
for (const module of modules) require(module);
await import(pathToFileURL(join(folder, manifest.main)).href);
