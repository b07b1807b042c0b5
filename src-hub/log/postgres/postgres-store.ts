import type { Database, Sql } from '../../database/database';
import { codeOf } from '../../http/failures';
import { certificatesOf, enrolByCertificate, findDevice } from '../../devices/device';
import { type HubStore, type ScopeChange, type ScopeHead, type ScopeReader, UnknownScope } from '../core/hub-store';
import { type HeadRow, headOf, headColumns } from './rows';
import { scopeChange } from './scope-change';
import { scopeReader } from './scope-reader';

const uniqueViolation = '23505';

const headIn =
  (commune: string) =>
  ([row]: readonly HeadRow[]): ScopeHead => {
    if (!row) throw new UnknownScope(commune);
    return headOf(row);
  };

/** A committee's scope as a transaction sees it. @throws UnknownScope */
export async function readScope(sql: Sql, commune: string): Promise<ScopeReader> {
  const rows = await sql.prepared<HeadRow>('read scope', `SELECT ${headColumns} FROM scope WHERE commune = $1`, [commune]);
  return scopeReader(sql, commune, headIn(commune)(rows));
}

/** {@link HubStore} on PostgreSQL: a batch costs a handful of statements, however many ops it holds. */
export function postgresStore(database: Database): HubStore {
  const change = <T>(commune: string, work: (scope: ScopeChange) => Promise<T>, trustNew: boolean): Promise<T> =>
    database.transaction(async (sql) => {
      // A statement of its own: what follows must see all that was committed while this one waited. It may go out before the answer.
      const locked = sql.prepared<HeadRow>('lock scope', `SELECT ${headColumns} FROM scope WHERE commune = $1 FOR UPDATE`, [commune]);
      const head = locked.then(headIn(commune));
      head.catch(() => undefined);
      const result = await work(scopeChange(sql, commune, head, trustNew));
      await head;
      return result;
    });
  return {
    change: (commune, work) =>
      change(commune, work, true).catch((error: unknown) => {
        if (codeOf(error) !== uniqueViolation) throw error;
        // A row stands in a table of the projection whose record is not there: it is written over, and nothing waits for a person.
        return change(commune, work, false);
      }),
    read: (commune, work) => database.snapshot(async (sql) => work(await readScope(sql, commune))),
    findAuthor: async (device) => {
      const row = await findDevice(database, device);
      return row && { device, committee: row.commune, publicKey: row.publicKey, revoked: row.revoked };
    },
    enrolAgain: (certificate) => enrolByCertificate(database, certificate),
    certificates: (devices) => certificatesOf(database, devices),
  };
}
