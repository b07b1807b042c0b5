import type { HubStore, ScopeChange } from '../log/core/hub-store';
import type { Meter } from './meter';

/** The same store; what is committed is counted, and nothing that is rolled back. */
export function meteredStore(store: HubStore, meter: Meter): HubStore {
  return {
    ...store,
    async change(committee, work) {
      let committed: (() => void)[] = [];
      const counted = (scope: ScopeChange): ScopeChange => ({
        ...scope,
        async apply(effects) {
          await scope.apply(effects);
          committed.push(() => {
            meter.batch('applied', effects.entry.count, effects.bytes.length);
            for (const { code } of effects.refused) meter.refused(code);
            meter.conflicts(effects.conflicts.filter((event) => !event.closed).length);
          });
        },
        async park(id, parked, bytes) {
          await scope.park(id, parked, bytes);
          committed.push(() => meter.batch('parked', 0, bytes.length));
        },
        async taken(id, number) {
          const known = await scope.taken(id, number);
          if (known) committed.push(() => meter.batch('again', 0, 0));
          return known;
        },
      });
      const result = await store.change(committee, (scope) => {
        committed = [];
        return work(counted(scope));
      });
      for (const count of committed) count();
      return result;
    },
  };
}
