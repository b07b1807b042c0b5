import { runPlan } from './run';
import type { Plan } from './schedule';

/** What kind of failure it is, whatever records and numbers it names. */
const kindOf = (problem: string): string => problem.replaceAll(/[0-9a-f-]*\d[0-9a-f-]*/g, '#').slice(0, 40);

/** Leaves out events as long as the run still fails in the same way, ever smaller pieces at a time. The plan itself when it does not fail. */
export async function shrink(seed: number, plan: Plan): Promise<Plan> {
  const kinds = async (events: Plan['events']): Promise<string[]> => (await runPlan(seed, { ...plan, events })).problems.map(kindOf);
  const [kind] = await kinds(plan.events);
  if (kind === undefined) return plan;
  const fails = async (events: Plan['events']): Promise<boolean> => (await kinds(events)).includes(kind);
  let events = plan.events;
  for (let size = Math.ceil(events.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < events.length; ) {
      const fewer = [...events.slice(0, at), ...events.slice(at + size)];
      if (await fails(fewer)) events = fewer;
      else at += size;
    }
  }
  return { ...plan, events };
}
