import type { World } from '../world/world';
import { opsOf } from './log';

/**
 * Looks on while a run goes on: what a workstation calls confirmed is at that moment where it cannot be lost, op for op. Gives a
 * function to be called after every event, which tells what is not so.
 */
export function honesty(world: World): () => string[] {
  const seen = new Map<string, string>();
  return () =>
    world.stations.flatMap(({ name, book, committee }) => {
      const { incarnation } = book.outbox.identity();
      const { confirmed } = book.outbox.watermarks();
      const state = `${incarnation} ${confirmed}`;
      if (confirmed === 0 || seen.get(name) === state) return [];
      seen.set(name, state);
      const { store, core } = world.hub;
      const safe = core.durable === 'commit' ? store.scope(committee.id) : store.backedUp(committee.id);
      const there = new Set(
        opsOf(safe).flatMap((logged) => (logged.incarnation === incarnation ? [`${logged.op.seq} ${logged.op.hash}`] : [])),
      );
      const missing = book.outbox.pending(confirmed, 0).filter((op) => op.seq <= confirmed && !there.has(`${op.seq} ${op.hash}`));
      return missing.map(({ seq }) => `${name} calls op ${incarnation} ${seq} confirmed, which may still be lost`);
    });
}
