/**
 * `npm run bench -- start`: from the start of the process to the first usable list of cases in the window, beside the time in which the
 * same Electron shows an empty static page, by turns. Two sizes of book tell fixed cost and cost per 10,000 records apart; the passphrase's
 * key derivation is shown apart, and so is the least application that has a window and a service as processes of their own, below which no
 * such design gets. Then the memory of the resting application. `--runs=N`, `--rest=SECONDS`, `--only-small=1`.
 */
import { mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { userCache } from '../../scripts/setup/paths.mjs';
import { type BenchResult, option, percentile, round, runAsProgram } from './bench-result';
import { buildForMeasuring } from './start/build';
import { launch, type Moments, type Start } from './start/launch';
import { keyDerivation, measuredBook } from './start/measured-book';
import { memoryOf, type ProcessMemory } from './start/memory';
import { packaged } from './start/packaged';

const emptyApp = join(import.meta.dirname, 'start', 'empty');
const leastApp = join(import.meta.dirname, 'start', 'least');
const programs = ['empty', 'least', 'small', 'large'] as const;

export async function run(): Promise<BenchResult> {
  const small = await measuredBook({ cases: 2_000, pages: 20_000 });
  const large = option('only-small', 0) === 1 ? small : await measuredBook({ cases: 20_000, pages: 200_000 });
  const app = packaged('kiem-tra-so', await buildForMeasuring());
  const empty = packaged('empty', emptyApp);
  const least = packaged('least', leastApp);
  const emptyData = join(userCache, 'bench', 'empty');
  mkdirSync(emptyData, { recursive: true });

  const starts: Record<(typeof programs)[number], Start[]> = { empty: [], least: [], small: [], large: [] };
  // The first of each fills caches, as the first start of a day does; it is left out.
  for (let turn = 0; turn <= option('runs', 7); turn += 1) {
    const turns = {
      empty: await launch(empty, emptyData, 'firstPaint'),
      least: await launch(least, large.dataDir, 'rows'),
      small: await launch(app, small.dataDir, 'rows'),
      large: await launch(app, large.dataDir, 'rows'),
    };
    if (turn > 0) for (const name of programs) starts[name].push(turns[name]);
  }
  let memory: ProcessMemory[] | undefined;
  await launch(app, large.dataDir, 'rows', async (pid) => {
    await pause(option('rest', 20) * 1000);
    memory = memoryOf(pid);
  });
  const derivations: number[] = [];
  for (let i = 0; i < 5; i += 1) derivations.push(await keyDerivation(large));

  const emptyMs = medians(starts.empty)['firstPaint'] ?? Number.NaN;
  const smallMs = medians(starts.small)['rows'] ?? Number.NaN;
  const largeMs = medians(starts.large)['rows'] ?? Number.NaN;
  const leastMs = medians(starts.least)['rows'] ?? Number.NaN;
  const per10000 = ((largeMs - smallMs) * 10_000) / (large.records - small.records);
  return {
    name: 'start',
    ratios: {
      listToEmptyPage: round(largeMs / emptyMs),
      listToEmptyPageSmall: round(smallMs / emptyMs),
      // Other work on the machine slows the application with its more processes more than the empty page.
      quietestListToEmptyPage: round(quietest(starts.large, 'rows') / quietest(starts.empty, 'firstPaint')),
      leastToEmptyPage: round(leastMs / emptyMs),
      quietestLeastToEmptyPage: round(quietest(starts.least, 'rows') / quietest(starts.empty, 'firstPaint')),
      listToLeast: round(largeMs / leastMs),
    },
    details: {
      emptyPageMs: Math.round(emptyMs),
      listMs: Math.round(largeMs),
      listSmallMs: Math.round(smallMs),
      records: large.records,
      recordsSmall: small.records,
      fixedMs: Math.round(smallMs - (per10000 * small.records) / 10_000),
      per10000RecordsMs: round(per10000),
      keyDerivationMs: round(percentile(derivations, 0.5)),
      loadAverage: loadavg().map((load) => round(load)),
      leastMs: Math.round(leastMs),
      processorMs: Object.fromEntries(programs.map((name) => [name, Math.round(processorTime(starts[name]))])),
      moments: Object.fromEntries(programs.map((name) => [name, medians(starts[name])])),
      ...(memory && { idleMegabytes: Math.round(memory.reduce((sum, one) => sum + one.megabytes, 0)), idle: memory }),
    },
  };
}

const quietest = (starts: readonly Start[], moment: string): number =>
  Math.min(...starts.map(({ moments }) => moments[moment] ?? Number.NaN));

const processorTime = (starts: readonly Start[]): number =>
  percentile(
    starts.map(({ processorMs }) => processorMs),
    0.5,
  );

/** The median of each moment, in the order in which they come. */
function medians(starts: readonly Start[]): Moments {
  const names = Object.keys(starts[0]?.moments ?? {});
  const found = names.map((name): [string, number] => [
    name,
    Math.round(
      percentile(
        starts.map(({ moments }) => moments[name] ?? Number.NaN),
        0.5,
      ),
    ),
  ]);
  return Object.fromEntries(found.sort(([, a], [, b]) => a - b));
}

await runAsProgram(import.meta.url, run);
