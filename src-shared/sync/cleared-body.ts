/** Body of a cleared batch (batch.ts): the columns, and the hashes of the ops out of which something was taken, which nobody can compute any more. */
import { z } from 'zod';
import { type BatchBody, fromColumns, toColumns } from './columns';
import { limits } from './limits';
import { hashOfOp } from './op-hash';

type Sha256Hex = (text: string) => string;

const clearedSchema = z.strictObject({
  columns: z.unknown(),
  /** [seq, hash] */
  hashes: z.array(z.tuple([z.int(), z.string().regex(/^[0-9a-f]{12}$/)])).max(limits.opsPerBatch),
});

/** Ops keep the hash that they came with. */
export function toCleared(body: BatchBody, sha256Hex: Sha256Hex): unknown {
  const changed = body.ops.filter(({ hash, ...op }) => hashOfOp(op, sha256Hex) !== hash);
  return { columns: toColumns(body), hashes: changed.map(({ seq, hash }) => [seq, hash]) };
}

/** @throws ZodError or RangeError for anything that is none. */
export function fromCleared(body: unknown, sha256Hex: Sha256Hex): BatchBody {
  const { columns, hashes } = clearedSchema.parse(body);
  const known = new Map(hashes);
  const { ops, withheld } = fromColumns(columns, sha256Hex);
  return { ops: ops.map((op) => ({ ...op, hash: known.get(op.seq) ?? op.hash })), withheld };
}
