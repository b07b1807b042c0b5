import { advance } from './environment/machine';
import { createStick } from './world/stick';
import { visitHub } from './world/visit-hub';
import { mend } from './world/typing';
import type { World } from './world/world';

/** Rounds after which everybody must agree; a restored hub needs a few: notice, offer again, pull. */
const mostRounds = 40;

/** No more faults: everybody has room and a line, and works until nothing changes any more. False when that never comes. */
export async function becomeQuiet(world: World): Promise<boolean> {
  world.pauses = 0;
  world.stick = createStick();
  world.hub.diskFull = false;
  world.hub.killAtStep(Number.POSITIVE_INFINITY);
  for (const station of world.stations) {
    station.faults.diskFull = false;
    station.faults.killAtWrite(Number.POSITIVE_INFINITY);
    station.protocol = 2;
  }
  await world.goOn();
  let before = '';
  for (let round = 0; round < mostRounds; round++) {
    // What was under way arrives at last, however late.
    await drain(world);
    for (const station of world.stations) {
      mend(station, world.oracle, world.trace);
      if (world.byStick.has(station.name)) await visitHub(world, station);
      else station.sync();
      await world.settled();
      await drain(world);
    }
    // A book that differs takes a snapshot once an hour.
    advance(3_700_000);
    const now = stateOf(world);
    if (now === before) return true;
    before = now;
  }
  return false;
}

async function drain(world: World): Promise<void> {
  while (world.network.size() > 0) await world.network.happen(0, 'arrive');
}

/** What a further round would change if anything were left to do. */
function stateOf(world: World): string {
  const hub = [...new Set(world.stations.map(({ committee }) => committee.id))].map((id) => world.hub.store.scope(id).head);
  const books = world.stations.map(({ book }) => [
    book.outbox.identity(),
    book.outbox.watermarks(),
    book.syncState.get('cursor'),
    ...['divergedAt', 'snapshotWanted', 'courier.readsLog', 'snapshot'].map((key) => book.syncState.get(key) ?? null),
  ]);
  return JSON.stringify([hub, books]);
}
