import { describe, expect, test } from 'vitest';
import { floorSeconds } from '../../bench/net/floor';
import { profiles, wireConfig } from '../../bench/net/profiles';

describe('the physical floor', () => {
  test('is the content in full packets at the rate, and one journey there and back', () => {
    // 144.8 kB are 100 packets of 1,500 bytes: 1.2 Mbit.
    expect(floorSeconds(profiles['weak-3g'], 'up', 144_800)).toBeCloseTo(1.2 / 0.256 + 0.6, 6);
    expect(floorSeconds(profiles.good, 'down', 144_800)).toBeCloseTo(1.2 / 50 + 0.03, 6);
    expect(floorSeconds(profiles.good, 'up', 200 * 300_000)).toBeCloseTo(24.9, 1);
  });

  test('waits where the line is away', () => {
    // 30 s of sending at 1 Mbit/s: 20 s there, 40 s away, 10 s there.
    const bytes = (30 * 1_000_000 * 1448) / 1500 / 8;
    expect(floorSeconds(profiles.flapping, 'up', bytes)).toBeCloseTo(30 + 40 + 0.12, 6);
    // 60 s of sending meet one stall of 8 s.
    expect(floorSeconds(profiles['sat-rain'], 'up', (60 * 512_000 * 1448) / 1500 / 8)).toBeCloseTo(68 + 0.62, 6);
  });
});

test('the wire is told every property of a line', () => {
  expect(wireConfig(profiles.flapping, 7)).toBe(
    'rate_ab=1000000\nrate_ba=4000000\ndelay_ms=60\njitter_ms=20\nloss=0.01\nburst=1\nqueue_ms=400\nup_s=20\ndown_s=40\nstall_every_s=0\nstall_s=0\nseed=7\n',
  );
});
