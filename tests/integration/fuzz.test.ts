/**
 * Every parser of bytes from outside under damage (tests/fuzz): a few cases each time, other ones every day; `npm run bench -- fuzz` runs
 * thousands and looks at the memory. KTS_FUZZ=N: N times as many. KTS_FUZZ_SEED: the cases of that seed again.
 */
import { expect, test } from 'vitest';
import { codecTargets } from '../fuzz/codecs';
import { doorTargets } from '../fuzz/doors';
import { fuzz } from '../fuzz/run-fuzz';

const times = Number(process.env['KTS_FUZZ'] ?? 1);
const seed = Number(process.env['KTS_FUZZ_SEED'] ?? Math.floor(Date.now() / 86_400_000));
const unitsEach = 200;

test.each([...codecTargets, ...doorTargets].map((target) => [target.name, target] as const))(
  'damaged input: %s',
  { timeout: 60_000 * times },
  async (_name, target) => {
    const cases = Math.max(6, Math.floor((unitsEach * times) / target.weight));
    const { taken, refused } = await fuzz(target, cases, seed);
    expect(taken + refused).toBe(cases);
    expect(refused).toBeGreaterThan(0);
  },
);
