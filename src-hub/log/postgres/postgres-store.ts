import type { Database } from '../../database/database';
import { certificatesOf, enrolByCertificate, findDevice } from '../../devices/device';
import { type HubStore, UnknownScope } from '../core/hub-store';
import { type HeadRow, headOf, headColumns } from './rows';
import { scopeChange } from './scope-change';
import { scopeReader } from './scope-reader';

/** {@link HubStore} on PostgreSQL: a batch costs a handful of statements, however many ops it holds. */
export function postgresStore(database: Database): HubStore {
  return {
    change: (commune, work) =>
      database.transaction(async (sql) => {
        // A statement of its own: what follows must see all that was committed while this one waited.
        const [row] = await sql.prepared<HeadRow>('lock scope', `SELECT ${headColumns} FROM scope WHERE commune = $1 FOR UPDATE`, [
          commune,
        ]);
        if (!row) throw new UnknownScope(commune);
        return work(scopeChange(sql, commune, headOf(row)));
      }),
    read: (commune, work) =>
      database.snapshot(async (sql) => {
        const [row] = await sql.prepared<HeadRow>('read scope', `SELECT ${headColumns} FROM scope WHERE commune = $1`, [commune]);
        if (!row) throw new UnknownScope(commune);
        return work(scopeReader(sql, commune, headOf(row)));
      }),
    findAuthor: async (device) => {
      const row = await findDevice(database, device);
      return row && { device, committee: row.commune, publicKey: row.publicKey, revoked: row.revoked };
    },
    enrolAgain: (certificate) => enrolByCertificate(database, certificate),
    certificates: (devices) => certificatesOf(database, devices),
  };
}
