/**
 * The empty database of a hub, its tables made: once for each state of the hub's sources, then copied. Making PostgreSQL's folder and the
 * tables takes three seconds of a processor, a copy a tenth of one. Nothing in it tells one hub from another; keys are made by each.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { openHubDatabase } from '../../src-hub/open-database';
import { stateOfSources } from './state-of-sources';

const made = inRoot('out', 'test', 'hub-database');
const postgres = 'postgres';

/** Lays the database into the folder of a hub that has none yet. */
export async function layReadyDatabase(dir: string): Promise<void> {
  const to = path.join(dir, postgres);
  if (existsSync(to)) return;
  const from = path.join(await readyDatabase(), postgres);
  await mkdir(dir, { recursive: true });
  if (process.platform === 'win32') await cp(from, to, { recursive: true });
  else await copyWithOwners(from, to);
}

/** Made by whoever asks first. */
async function readyDatabase(): Promise<string> {
  const folder = path.join(made, stateOfSources(['src-hub', 'src-shared']));
  if (existsSync(folder)) return folder;
  mkdirSync(made, { recursive: true });
  const part = mkdtempSync(path.join(made, 'part-'));
  await (await openHubDatabase({ dir: part })).shutDown();
  try {
    renameSync(part, folder);
  } catch (error) {
    // Another test file was quicker.
    if (!existsSync(folder)) throw error;
    rmSync(part, { recursive: true, force: true });
  }
  return folder;
}

/** Under root PostgreSQL's folder belongs to another user, and so must its copy. */
const copyWithOwners = (from: string, to: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const copying = spawn('cp', ['-Rp', from, to], { stdio: ['ignore', 'ignore', 'inherit'] });
    copying.once('error', reject);
    copying.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`cp ended with ${code}`))));
  });
