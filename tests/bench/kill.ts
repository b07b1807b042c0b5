/**
 * `npm run bench -- kill [--kills=50] [--records=10000] [--seed=1] [--json FILE]`: kill -9 of a workstation and of the hub, so often each,
 * while records are saved and sent over the flapping line; then whether each op is at the hub exactly once and nothing was lost.
 * Fails when not.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchResult, option, runAsProgram } from './bench-result';
import { killRounds } from './kill/rounds';
import { faultsOf } from './kill/faults';
import { emulate, loopback, whyNoEmulation } from './net/line';
import { profiles } from './net/profiles';

export async function run(): Promise<BenchResult> {
  const missing = whyNoEmulation();
  if (missing !== undefined)
    console.error(`bench kill: no emulated line here (${missing}); a relay on the loopback comes and goes instead`);
  const line = missing === undefined ? await emulate(profiles.flapping) : loopback(profiles.flapping);
  const folder = mkdtempSync(join(tmpdir(), 'kts-kill-'));
  try {
    const report = await killRounds({
      folder,
      line,
      kills: option('kills', 50),
      records: option('records', 10_000),
      seed: option('seed', 1),
      databaseKillEvery: 10,
      say: (text) => console.error(`bench kill: ${text}`),
    });
    const faults = faultsOf(report);
    if (faults.length > 0) throw new Error(`${faults.join('; ')}: ${JSON.stringify(report)}`);
    return { name: 'kill', ratios: {}, details: { line: missing === undefined ? 'flapping' : 'loopback', ...report } };
  } finally {
    await line.down();
    rmSync(folder, { recursive: true, force: true });
  }
}

await runAsProgram(import.meta.url, run);
