import type { Database } from '../database/database';
import type { Meter } from './meter';

/** The same database; every transaction is timed. */
export function metered(database: Database, meter: Meter): Database {
  return {
    ...database,
    async transaction(work) {
      const started = performance.now();
      let committed = false;
      try {
        const result = await database.transaction(work);
        committed = true;
        return result;
      } finally {
        meter.transaction((performance.now() - started) / 1000, committed);
      }
    },
  };
}
