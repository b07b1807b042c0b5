/**
 * The worker of `npm run sim`; writes one line of JSON for each run.
 *   seeds FIRST COUNT STEP [trace] | shrink SEED | targeted NAME [trace]
 */
import { installMachine } from './environment/machine';
import { runPlan, type RunResult, runSeed } from './run';
import { planOf } from './schedule';
import { shrink } from './shrink';
import { runTargeted } from './targeted';

installMachine();
const [how = 'seeds', ...rest] = process.argv.slice(2);
const keepTrace = rest.at(-1) === 'trace';
const write = ({ trace, ...result }: RunResult): void => {
  process.stdout.write(`${JSON.stringify(keepTrace ? { ...result, trace } : result)}\n`);
};

if (how === 'targeted') {
  for (const result of await runTargeted(rest[0] ?? 'all', keepTrace)) write(result);
} else {
  const [first = 1, count = 1, step = 1] = rest.slice(0, 3).map(Number);
  if (how === 'shrink') write(await runPlan(first, await shrink(first, planOf(first)), true));
  else for (let i = 0; i < count; i++) write(await runSeed(first + i * step, keepTrace));
}
