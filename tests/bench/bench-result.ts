import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a benchmark found: ratios against a reference of the same run are comparable between machines, details are not. */
export interface BenchResult {
  readonly name: string;
  readonly ratios: Readonly<Record<string, number>>;
  readonly details: Readonly<Record<string, unknown>>;
}

export const percentile = (times: readonly number[], p: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * p))] ?? Number.NaN;
export const round = (n: number, digits = 2): number => Number(n.toFixed(digits));

/** Milliseconds that `work` took. */
export function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Milliseconds of the processor that this process took for `work`: what a machine without other work would need. */
export function processorTime(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** A number given as --name=N on the command line. */
export function option(name: string, usual: number): number {
  const given = process.argv.find((arg) => arg.startsWith(`--${name}=`));
  return given === undefined ? usual : Number(given.slice(name.length + 3));
}

/** Runs the benchmark when its file was started as a program: prints the result, and writes it with `--json FILE`. */
export async function runAsProgram(moduleUrl: string, run: () => Promise<BenchResult>): Promise<void> {
  if (resolve(process.argv[1] ?? '') !== fileURLToPath(moduleUrl)) return;
  const result = await run();
  const text = JSON.stringify({ ...result, machine: { node: process.version, cores: cpus().length } }, null, 2);
  console.log(text);
  const at = process.argv.indexOf('--json');
  const file = process.argv[at + 1];
  if (at >= 0 && file !== undefined) writeFileSync(file, `${text}\n`);
}
