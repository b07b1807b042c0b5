import { decodeBatch, BatchError, noHash, type DecodedBatch } from '#shared/sync/batch';
import { checkOp, type Refusal } from '#shared/sync/check-op';
import type { GapAnswer, PushAnswer } from '#shared/contract/hub';
import { batchTools, sha256Hex } from '../crypto/batch-tools';
import { verifies } from '../crypto/keys';
import type { Database, Sql } from '../database/database';
import type { Device } from '../devices/device';
import { HubFailure } from '../failure';
import { applyOps } from './apply';

interface AuthorRow {
  last_seq: number;
  last_number: number;
  last_hash: string;
}

export type PushResult = { readonly ok: true; readonly answer: PushAnswer } | { readonly ok: false; readonly answer: GapAnswer };

/**
 * Takes one batch, in one transaction, once: the log, the merge, conflicts, refusals and the projection stand or fall together.
 * An op that cannot be applied is refused with words and the rest goes on, so that one bad record never blocks a commune.
 * @throws HubFailure bad-batch, too-large, foreign
 */
export async function push(database: Database, device: Device, bytes: Uint8Array): Promise<PushResult> {
  const batch = decode(bytes, device);
  if (batch.header.device !== device.device || batch.header.committee !== device.commune) throw new HubFailure(403, 'foreign');
  return database.transaction((sql) => take(sql, batch, bytes));
}

function decode(bytes: Uint8Array, device: Device): DecodedBatch {
  try {
    return decodeBatch(bytes, batchTools, (hash, signature) => verifies(device.publicKey, hash, signature));
  } catch (error) {
    if (!(error instanceof BatchError)) throw error;
    throw new HubFailure(error.reason === 'too-large' ? 413 : 400, error.reason === 'too-large' ? 'too-large' : 'bad-batch', error.reason);
  }
}

async function take(sql: Sql, batch: DecodedBatch, bytes: Uint8Array): Promise<PushResult> {
  const { device, incarnation, committee, number, firstSeq, count, prevHash } = batch.header;
  await sql.query(
    'INSERT INTO author (device, incarnation, last_seq, last_number, last_hash) VALUES ($1, $2, 0, 0, $3) ON CONFLICT DO NOTHING',
    [device, incarnation, noHash],
  );
  const [author] = await sql.query<AuthorRow>(
    'SELECT last_seq, last_number, last_hash FROM author WHERE device = $1 AND incarnation = $2 FOR UPDATE',
    [device, incarnation],
  );
  if (!author) throw new Error('author row vanished');

  if (number <= author.last_number) return again(sql, batch, author);
  if (number > author.last_number + 1 || firstSeq > author.last_seq + 1)
    return { ok: false, answer: { code: 'gap', expected: author.last_seq + 1, hash: author.last_hash } };
  if (prevHash !== author.last_hash || firstSeq !== author.last_seq + 1)
    return { ok: false, answer: { code: 'chain', expected: author.last_seq + 1, hash: author.last_hash } };

  const refused = batch.ops.map(checkOp).filter((refusal): refusal is Refusal => refusal !== undefined);
  const numbers = new Set(refused.map((refusal) => refusal.seq));
  await append(sql, batch, bytes, refused);
  await applyOps(
    sql,
    committee,
    incarnation,
    batch.ops.filter((op) => !numbers.has(op.seq)),
  );
  await keepRefused(sql, batch, refused);
  const applied = firstSeq + count - 1;
  await sql.query('UPDATE author SET last_seq = $3, last_number = $4, last_hash = $5 WHERE device = $1 AND incarnation = $2', [
    device,
    incarnation,
    applied,
    number,
    batch.hash,
  ]);
  return { ok: true, answer: { applied, confirmed: applied, hash: batch.hash, refused } };
}

/** A batch that was taken before: the same answer again, unless another one has taken its place (a restored or cloned workstation). */
async function again(sql: Sql, { header, hash }: DecodedBatch, author: AuthorRow): Promise<PushResult> {
  const [known] = await sql.query<{ hash: string; refused: Refusal[] }>(
    'SELECT hash, refused FROM log WHERE device = $1 AND incarnation = $2 AND number = $3',
    [header.device, header.incarnation, header.number],
  );
  if (known?.hash !== hash) return { ok: false, answer: { code: 'chain', expected: author.last_seq + 1, hash: author.last_hash } };
  return { ok: true, answer: { applied: author.last_seq, confirmed: author.last_seq, hash: author.last_hash, refused: known.refused } };
}

/** The position comes from a row that stays locked until the commit: positions become visible in their order (rule 5). */
async function append(sql: Sql, { header, hash }: DecodedBatch, bytes: Uint8Array, refused: readonly Refusal[]): Promise<void> {
  const [scope] = await sql.query<{ head: number; log_hash: string }>('SELECT head, log_hash FROM scope WHERE commune = $1 FOR UPDATE', [
    header.committee,
  ]);
  if (!scope) throw new Error('scope row missing');
  const position = scope.head + 1;
  const logHash = sha256Hex(scope.log_hash + hash);
  await sql.query('UPDATE scope SET head = $2, log_hash = $3 WHERE commune = $1', [header.committee, position, logHash]);
  await sql.query(
    'INSERT INTO log (commune, position, device, incarnation, number, first_seq, count, hash, log_hash, refused, bytes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    [
      header.committee,
      position,
      header.device,
      header.incarnation,
      header.number,
      header.firstSeq,
      header.count,
      hash,
      logHash,
      JSON.stringify(refused),
      bytes,
    ],
  );
}

async function keepRefused(sql: Sql, { header, ops }: DecodedBatch, refused: readonly Refusal[]): Promise<void> {
  const bySeq = new Map(ops.map((op) => [op.seq, op]));
  for (const { seq, code, field } of refused) {
    const op = bySeq.get(seq);
    await sql.query(
      'INSERT INTO refused_op (commune, device, incarnation, seq, type, id, code, field) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [header.committee, header.device, header.incarnation, seq, storable(op?.type), storable(op?.id), code, storable(field)],
    );
  }
}

const storable = (text: string | undefined): string => (text ?? '').replaceAll('\0', '').slice(0, 200);
