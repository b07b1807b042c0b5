import type { Database } from 'better-sqlite3';
import type { EventBus } from '../events';
import { asAppError } from './failures';
import type { Settings, SyncState } from './settings';

function keyValues(db: Database, table: 'setting' | 'sync_state') {
  const read = db.prepare<[string], { value: string }>(`SELECT value FROM ${table} WHERE key = ?`);
  const write = db.prepare(`INSERT INTO ${table} (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`);
  const erase = db.prepare(`DELETE FROM ${table} WHERE key = ?`);
  return {
    get: <T>(key: string): T | undefined => {
      const row = read.get(key);
      return row && (JSON.parse(row.value) as T);
    },
    set: (key: string, value: unknown): void => {
      try {
        if (value === undefined) erase.run(key);
        else write.run(key, JSON.stringify(value));
      } catch (error) {
        throw asAppError(error, table);
      }
    },
  };
}

export const createSyncState = (db: Database): SyncState => keyValues(db, 'sync_state');

export function createSettings(db: Database, events: EventBus): Settings {
  const values = keyValues(db, 'setting');
  return {
    get: values.get,
    set: (key, value) => {
      values.set(key, value);
      events.emit({ kind: 'settings', key });
    },
  };
}
