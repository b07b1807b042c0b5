import type { RefusedOp } from '#shared/contract/hub';
import { type PackedClocks, unpackClocks } from '#shared/sync/clocks';
import type { MergeState } from '#shared/sync/merge';
import type { AuthorId, AuthorMark, LogRow, ScopeHead, StoredRecord } from '../core/hub-store';

export const headColumns = 'head, log_hash, fingerprint, stamp, durable';
export interface HeadRow extends Record<string, unknown> {
  head: number;
  log_hash: string;
  fingerprint: string;
  stamp: string;
  durable: number;
}
export const headOf = (row: HeadRow): ScopeHead => ({
  position: row.head,
  logHash: row.log_hash,
  fingerprint: row.fingerprint,
  stamp: row.stamp,
  durable: row.durable,
});

export const markColumns = 'device, incarnation, last_seq, last_number, last_hash, confirmed';
export interface MarkRow extends Record<string, unknown> {
  device: string;
  incarnation: string;
  last_seq: number;
  last_number: number;
  last_hash: string;
  confirmed: number;
}
export const markOf = (row: MarkRow): AuthorId & AuthorMark => ({
  device: row.device,
  incarnation: row.incarnation,
  lastSeq: row.last_seq,
  lastNumber: row.last_number,
  lastHash: row.last_hash,
  confirmed: row.confirmed,
});

export interface StateRow extends Record<string, unknown> {
  type: string;
  id: string;
  fields: MergeState['fields'];
  clocks: PackedClocks;
}
export const recordOf = ({ type, id, fields, clocks }: StateRow): StoredRecord => ({
  type,
  id,
  state: { fields, clocks: unpackClocks(clocks) },
});

export const logColumns =
  'position, device, incarnation, number, first_seq, count, codec, hash, log_hash, refused, octet_length(bytes) AS size';
export interface LogColumns extends Record<string, unknown> {
  position: number;
  device: string;
  incarnation: string;
  number: number;
  first_seq: number;
  count: number;
  codec: number;
  hash: string;
  log_hash: string;
  refused: RefusedOp[];
  size: number;
}
export const logRowOf = (row: LogColumns): LogRow => ({
  position: row.position,
  device: row.device,
  incarnation: row.incarnation,
  number: row.number,
  firstSeq: row.first_seq,
  count: row.count,
  codec: row.codec,
  hash: row.hash,
  logHash: row.log_hash,
  refused: row.refused,
  size: row.size,
});
