import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultsOf } from '../bench/kill/faults';
import { killRounds } from '../bench/kill/rounds';
import { loopback } from '../bench/net/line';

test('kill -9 of workstation and hub while records are saved and sent over a line that comes and goes: each op once, nothing lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kts-kill-'));
  const line = loopback({ up: { rate: 1_000_000 }, down: { rate: 4_000_000 }, flap: { upS: 3, downS: 1.5 } });
  try {
    const report = await killRounds({
      folder,
      line,
      kills: 2,
      records: 400,
      seed: Number(process.env['KTS_TEST_SEED'] ?? 1),
      databaseKillEvery: 2,
    });
    expect(faultsOf(report)).toEqual([]);
    expect(report.kills).toEqual({ workstation: 2, hub: 2, database: 1 });
  } finally {
    await line.down();
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);
