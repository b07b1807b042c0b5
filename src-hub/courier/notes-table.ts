import type { Database } from '../database/database';
import type { CourierNotes, StickDevice, TakenPart } from './courier-hub';

/** The courier's notes in PostgreSQL. */
export function notesTable(database: Database): CourierNotes {
  const addWishes: CourierNotes['addWishes'] = async (committee, device, blobs) => {
    await database.query('INSERT INTO courier_wish (commune, device, hash) SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING', [
      committee,
      device,
      blobs,
    ]);
  };
  return {
    async meet(committee, device, recipient) {
      await database.query(
        `INSERT INTO courier_device (device, commune, recipient) VALUES ($1, $2, $3)
         ON CONFLICT (device) DO UPDATE SET commune = excluded.commune, recipient = excluded.recipient, heard_at = now()`,
        [device, committee, recipient],
      );
    },
    async setCursor(device, cursor) {
      await database.query('UPDATE courier_device SET cursor = $2 WHERE device = $1', [device, cursor]);
    },
    devices: (committee) =>
      database.query<StickDevice & Record<string, unknown>>(
        `SELECT c.device, c.recipient, c.cursor FROM courier_device c JOIN device d USING (device)
         WHERE c.commune = $1 AND d.commune = $1 AND d.revoked_at IS NULL ORDER BY c.device`,
        [committee],
      ),
    async setWishes(committee, device, blobs) {
      await database.transaction(async (sql) => {
        await sql.query('DELETE FROM courier_wish WHERE commune = $1 AND device = $2', [committee, device]);
        await sql.query('INSERT INTO courier_wish (commune, device, hash) SELECT DISTINCT $1, $2, unnest($3::text[])', [
          committee,
          device,
          blobs,
        ]);
      });
    },
    addWishes,
    wishes: async (committee) =>
      (await database.query<{ hash: string }>('SELECT DISTINCT hash FROM courier_wish WHERE commune = $1 ORDER BY hash', [committee])).map(
        ({ hash }) => hash,
      ),
    async took(committee, { device, bundle, part, position, blobs }) {
      await database.query(
        `INSERT INTO courier_part (commune, device, bundle, part, position, blobs) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (commune, bundle, part) DO NOTHING`,
        [committee, device, bundle, part, position, blobs],
      );
    },
    hasTaken: async (committee, bundle, part) =>
      (await database.query('SELECT 1 FROM courier_part WHERE commune = $1 AND bundle = $2 AND part = $3', [committee, bundle, part]))
        .length > 0,
    untold: (committee, durable) =>
      database.query<TakenPart & Record<string, unknown>>(
        'SELECT device, bundle, part, position, blobs FROM courier_part WHERE commune = $1 AND position <= $2 AND NOT known ORDER BY taken_at',
        [committee, durable],
      ),
    async tell(committee, answer, parts) {
      await database.query(
        `UPDATE courier_part SET told_in = $2 FROM unnest($3::text[], $4::int[]) AS told (bundle, part)
         WHERE commune = $1 AND courier_part.bundle = told.bundle AND courier_part.part = told.part`,
        [committee, answer, parts.map(({ bundle }) => bundle), parts.map(({ part }) => part)],
      );
    },
    async known(device, answers) {
      await database.query("UPDATE courier_part SET known = true, blobs = '{}' WHERE device = $1 AND told_in = ANY($2) AND NOT known", [
        device,
        answers,
      ]);
    },
  };
}
