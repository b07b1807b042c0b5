import { expect, test } from 'vitest';
import { bundleSimulation } from '../../scripts/sim/bundle.mjs';
import { mutants } from '../../scripts/sim/mutants.mjs';
import { hashes, runMutants, runSeeds, runTargeted } from '../../scripts/sim/run.mjs';

const long = 900_000;

test(
  '300 schedules of faults lose, double and falsify nothing',
  async () => {
    const { seeds, failed } = await runSeeds({ first: 1, count: 300, workers: 2 });
    expect(failed).toEqual([]);
    expect(seeds).toBe(300);
  },
  long,
);

test(
  'schedules written by hand: a lost answer before a backup, two copies in one millisecond, a kill at every write',
  async () => {
    expect((await runTargeted()).flatMap(({ problems }) => problems)).toEqual([]);
  },
  long,
);

test(
  'a seed is the same run again, also when others ran before it',
  async () => {
    const [, , third] = await hashes(7, 3);
    expect(await hashes(9, 1)).toEqual([third]);
  },
  long,
);

test(
  'production code without one of its rules is found out',
  async () => {
    const names = ['keeping conflicts', 'atomic cursor'];
    const results = await runMutants({ first: 1, workers: 2, names });
    expect(results.map(({ name, found }) => [name, found !== undefined])).toEqual(names.map((name) => [name, true]));
  },
  long,
);

test('a mutant whose text no longer stands in the source is an error, not a pass', async () => {
  const [mutant] = mutants;
  const gone = mutant!.changes.map((change) => ({ ...change, from: `${change.from} // gone` }));
  await expect(bundleSimulation('tests/sim/main.ts', gone)).rejects.toThrow(/no longer holds/);
});
