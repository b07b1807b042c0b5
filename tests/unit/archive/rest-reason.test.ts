import { describe, expect, it } from 'vitest';
import { restReasonFor, stepsBack } from '#service/archive/rest-reason';

const MiB = 1024 * 1024;
const mains = { onBattery: false, level: null };

describe('when reading rests by itself', () => {
  it.each([
    ['on mains with memory', mains, null, 2000, null],
    ['on battery of unknown charge', { onBattery: true, level: null }, null, 2000, 'battery'],
    ['on a nearly full battery', { onBattery: true, level: 90 }, null, 2000, null],
    ['on a low battery', { onBattery: true, level: 20 }, null, 2000, 'battery'],
    ['without memory', mains, null, 200, 'memory'],
    ['goes on only with some memory to spare', mains, 'memory', 500, 'memory'],
    ['with memory again', mains, 'memory', 900, null],
  ] as const)('%s', (_, power, resting, free, reason) => expect(restReasonFor(power, resting, free * MiB)).toBe(reason));
});

it('reading steps back, but not for `kts` and not where it is told to be eager', () => {
  expect([stepsBack(true, {}), stepsBack(false, {}), stepsBack(true, { KTS_READ_EAGERLY: '1' })]).toEqual([true, false, false]);
});
