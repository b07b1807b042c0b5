import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killWork } from '../kill-work/rounds';
import { buildRecognizer } from '../support/recognizer';

/** `npm run bench -- kill-work` does the same two hundred times. */
test('an office that is killed at its work, and while it changes its keys, opens sound each time', { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kts-kill-work-'));
  try {
    const seed = Number(process.env['KTS_TEST_SEED'] ?? Math.floor(Date.now() / 86_400_000));
    const report = await killWork({ folder, recognizer: await buildRecognizer(), kills: 4, seed, rotationEvery: 2 });
    expect(report).toMatchObject({ kills: 4 });
    expect(report.petitions + report.pages + report.inRotation + report.rotations).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
