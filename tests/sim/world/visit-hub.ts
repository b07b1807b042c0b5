import type { Station } from './station';
import type { World } from './world';

/** The stick goes from the workstation to the hub and back. */
export async function visitHub(world: World, station: Station): Promise<void> {
  station.writeStick(world.stick);
  await world.settled();
  await world.hub.serveStick(world.stick, [station.committee.id]);
  station.readStick(world.stick);
  await world.settled();
}
