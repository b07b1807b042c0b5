import type { World } from '../world/world';
import { checkCarried } from './carried';
import { checkHolding } from './holding';
import { checkSame } from './same';
import { checkTyped } from './typed';

/** What is wrong after everything became quiet; empty when nothing is. */
export function check(world: World): string[] {
  const problems = world.stations.flatMap(({ problems: found }) => found);
  for (const committee of new Set(world.stations.map((station) => station.committee.id))) {
    const stations = world.stations.filter((station) => station.committee.id === committee);
    const scope = world.hub.store.scope(committee);
    const { store, core } = world.hub;
    const durable = Math.min(
      scope.head.position,
      core.durable === 'commit' ? scope.head.position : store.backedUp(committee).head.position,
    );
    problems.push(
      ...checkHolding(scope, stations),
      ...checkSame(scope, stations),
      ...checkTyped(scope, stations, world.oracle),
      ...checkCarried(durable, stations),
    );
  }
  return problems;
}
