import { noHash } from '#shared/sync/batch';
import type { RefusedOp } from '#shared/contract/hub';
import { limits } from '#shared/sync/limits';
import type { Transaction } from '../../database/database';
import { textArray } from '../../database/text-array';
import type { AuthorId, AuthorState, ParkedRef, RecordRef, ScopeChange, ScopeHead } from '../core/hub-store';
import { recordOf, type StateRow } from './rows';
import { writeEffects } from './write-effects';

interface AuthorRow extends Record<string, unknown> {
  last_seq: number | null;
  last_number: number | null;
  last_hash: string | null;
  confirmed: number | null;
  revoked: boolean;
  parked: ParkedRef[] | null;
}

const authorSql = `
  SELECT a.last_seq, a.last_number, a.last_hash, a.confirmed,
    EXISTS (SELECT 1 FROM revoked_incarnation r WHERE r.device = $2 AND r.incarnation = $3) AS revoked,
    (SELECT json_agg(json_build_object('number', p.number, 'hash', p.hash) ORDER BY p.number)
      FROM parked_batch p WHERE p.commune = $1 AND p.device = $2 AND p.incarnation = $3) AS parked
  FROM (SELECT 1) one LEFT JOIN author a ON a.commune = $1 AND a.device = $2 AND a.incarnation = $3`;

const recordsSql = `
  SELECT r.type, r.id, r.fields, r.clocks FROM unnest($2::text[], $3::text[]) AS wanted (type, id)
  JOIN record_state r ON r.commune = $1 AND r.type = wanted.type AND r.id = wanted.id`;

/** `trustNew`: see writeEffects. */
export function scopeChange(sql: Transaction, commune: string, locked: Promise<ScopeHead>, trustNew: boolean): ScopeChange {
  let head = locked;
  const place = ({ device, incarnation }: AuthorId): readonly [string, string, string] => [commune, device, incarnation];
  return {
    head: () => head,
    async author(id): Promise<AuthorState> {
      const [row] = await sql.prepared<AuthorRow>('author', authorSql, place(id));
      return {
        lastSeq: row?.last_seq ?? 0,
        lastNumber: row?.last_number ?? 0,
        lastHash: row?.last_hash ?? noHash,
        confirmed: row?.confirmed ?? 0,
        revoked: row?.revoked ?? false,
        parked: row?.parked ?? [],
      };
    },
    async ownIncarnation(fresh) {
      await sql.query('INSERT INTO publisher (commune, incarnation) VALUES ($1, $2) ON CONFLICT DO NOTHING', [commune, fresh]);
      const [row] = await sql.query<{ incarnation: string }>('SELECT incarnation FROM publisher WHERE commune = $1', [commune]);
      return row?.incarnation ?? fresh;
    },
    async taken(id, number) {
      const rows = await sql.prepared<{ number: number; hash: string; refused: RefusedOp[] }>(
        'taken',
        `SELECT number, hash, refused FROM log WHERE commune = $1 AND device = $2 AND incarnation = $3 AND number BETWEEN $4 AND $5 ORDER BY number`,
        [...place(id), number, number + limits.parkedBatches],
      );
      const [first] = rows;
      return first?.number === number ? { hash: first.hash, refused: rows.flatMap((row) => row.refused) } : undefined;
    },
    async records(refs: readonly RecordRef[]) {
      const values = [commune, textArray(refs.map((ref) => ref.type)), textArray(refs.map((ref) => ref.id))];
      return (await sql.prepared<StateRow>('records', recordsSql, values)).map(recordOf);
    },
    async park(id, parked, bytes) {
      // What an author never came back for goes away when another batch is parked.
      await sql.prepared('drop stale', "DELETE FROM parked_batch WHERE commune = $1 AND parked_at < now() - interval '90 days'", [commune]);
      await sql.prepared(
        'park',
        'INSERT INTO parked_batch (commune, device, incarnation, number, hash, bytes) VALUES ($1, $2, $3, $4, $5, $6)',
        [...place(id), parked.number, parked.hash, bytes],
      );
    },
    async parked(id, number) {
      const [row] = await sql.prepared<{ bytes: Buffer }>(
        'parked',
        'SELECT bytes FROM parked_batch WHERE commune = $1 AND device = $2 AND incarnation = $3 AND number = $4',
        [...place(id), number],
      );
      return row?.bytes;
    },
    async dropParked(id, number) {
      await sql.prepared(
        'drop parked',
        'DELETE FROM parked_batch WHERE commune = $1 AND device = $2 AND incarnation = $3 AND number = $4',
        [...place(id), number],
      );
    },
    async apply(effects) {
      // What comes behind it sees it, and so does the commit whether it failed.
      writeEffects(sql, commune, effects, trustNew);
      head = Promise.resolve(effects.head);
    },
  };
}
