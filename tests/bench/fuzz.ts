/**
 * `npm run bench -- fuzz [--units=20000] [--seed=1] [--json FILE]`: damaged input for every parser of bytes from outside, all in one process;
 * fails on a crash, on a refusal that changed something, and on memory that grows.
 */
import { codecTargets } from '../fuzz/codecs';
import { doorTargets } from '../fuzz/doors';
import { type FuzzReport, fuzz } from '../fuzz/run-fuzz';
import { type BenchResult, option, runAsProgram } from './bench-result';

/** Growth from a quarter of the cases to their end that is still caches and noise, in megabytes. */
const mostGrowthMb = 24;

export async function run(): Promise<BenchResult> {
  const units = option('units', 20_000);
  const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
  const targets = [...codecTargets, ...doorTargets].filter(({ name }) => only === undefined || name === only);
  const reports: FuzzReport[] = [];
  for (const target of targets) {
    const report = await fuzz(target, Math.max(20, Math.floor(units / target.weight)), option('seed', 1));
    console.error(`bench fuzz: ${JSON.stringify(report)}`);
    reports.push(report);
  }
  const grown = reports.filter(({ warmMb, endMb }) => endMb - warmMb > mostGrowthMb);
  if (grown.length > 0) throw new Error(`memory grows: ${JSON.stringify(grown)}`);
  return { name: 'fuzz', ratios: {}, details: Object.fromEntries(reports.map(({ name, ...rest }) => [name, rest])) };
}

await runAsProgram(import.meta.url, run);
