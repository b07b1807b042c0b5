import { check } from './check/check';
import { honesty } from './check/honest';
import { becomeQuiet } from './quiet';
import { happen, type Plan, planOf } from './schedule';
import { createWorld, type World, type WorldOptions } from './world/world';

export interface RunResult {
  readonly seed: number;
  readonly problems: readonly string[];
  /** The same for two runs of one seed. */
  readonly hash: string;
  readonly ops: number;
  readonly trace: readonly string[];
}

/** Runs what `work` does from start to quiet, and looks at what became of everything. `work` may tell problems of its own. */
export async function runWith(options: WorldOptions, work: (world: World) => Promise<string[] | void>): Promise<RunResult> {
  const world = createWorld(options);
  const problems: string[] = [];
  try {
    problems.push(...((await work(world)) ?? []));
    if (!(await becomeQuiet(world))) problems.push('it never became quiet');
    problems.push(...check(world));
  } catch (error) {
    problems.push(`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  const result = {
    seed: options.seed,
    problems: [...new Set(problems)],
    hash: hashOf(world),
    ops: opsIn(world),
    trace: world.trace.lines(),
  };
  world.stations.forEach(({ book }) => book.close());
  return result;
}

export const runPlan = (seed: number, plan: Plan, keepTrace = false): Promise<RunResult> =>
  runWith({ seed, durable: plan.durable, keepTrace }, async (world) => {
    world.pauses = plan.pauses;
    plan.protocols.forEach((protocol, i) => {
      const station = world.stations[i];
      if (station) station.protocol = protocol;
    });
    for (const name of plan.byStick) world.byStick.add(name);
    const dishonest = honesty(world);
    const problems: string[] = [];
    for (const event of plan.events) {
      await happen(world, event);
      problems.push(...dishonest());
    }
    return problems;
  });

export const runSeed = (seed: number, keepTrace = false): Promise<RunResult> => runPlan(seed, planOf(seed), keepTrace);

const committees = (world: World): string[] => [...new Set(world.stations.map(({ committee }) => committee.id))];
function hashOf(world: World): string {
  for (const id of committees(world)) world.trace.say(`hub ${JSON.stringify(world.hub.store.scope(id).head)}`);
  return world.trace.hash();
}
const opsIn = (world: World): number =>
  committees(world).reduce((sum, id) => sum + world.hub.store.scope(id).log.reduce((ops, { entry }) => ops + entry.count, 0), 0);
