/**
 * `npm run bench -- kill-work [--kills=200] [--seed=1] [--json FILE]`: kill -9 of an office at random moments of saving, importing, reading,
 * changing keys and backing up. The book opens every time, `kts verify` finds nothing, and nothing that was told as done is missing; fails when not.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildRecognizer } from '../support/recognizer';
import { type BenchResult, option, runAsProgram } from './bench-result';
import { killWork } from '../kill-work/rounds';

export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'kts-kill-work-'));
  try {
    const report = await killWork({
      folder,
      recognizer: await buildRecognizer(),
      kills: option('kills', 200),
      seed: option('seed', 1),
      rotationEvery: 4,
      say: (text) => console.error(`bench kill-work: ${text}`),
    });
    return { name: 'kill-work', ratios: {}, details: { ...report } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runAsProgram(import.meta.url, run);
