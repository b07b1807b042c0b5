/**
 * Batch: what travels, by line or by stick. The hub logs it byte for byte, so that whoever pulls it can verify its author.
 *
 *   offset  bytes  meaning
 *   0       4      "KTSB"
 *   4       1      format version (1)
 *   5       1      codec of the body: 0 none, 1 gzip, 2 zstd; every side reads both, at any level
 *   6       4      length h of the header, little-endian
 *   10      h      header, canonical JSON, UTF-8: { committee, device, incarnation, number, firstSeq, count, prevHash }
 *   10+h    ...    body (columns.ts), compressed
 *   end-64  64     Ed25519 signature of the device over the batch's hash
 *
 * Hash of the batch: SHA-256 over everything before the signature, 64 hex digits. `prevHash` is the hash of batch
 * number - 1 of the same (device, incarnation), 64 zeros for batch 1: the chain by which a restored or cloned workstation
 * is found (rule 3). A batch covers the sequence numbers firstSeq .. firstSeq + count - 1 without gap.
 *
 * Limits: limits.ts. A reader refuses versions and codecs that it does not know; fields inside ops are only ever added.
 */
import { z } from 'zod';
import { type BatchBody, fromColumns, toColumns, type WireOp } from './columns';
import { limits } from './limits';

export const batchVersion = 1;
export const codecs = { none: 0, gzip: 1, zstd: 2 } as const;
export type Codec = keyof typeof codecs;
export const noHash = '0'.repeat(64);

export interface BatchHeader {
  /** Scope: the committee (commune) whose records these are. */
  readonly committee: string;
  readonly device: string;
  readonly incarnation: string;
  /** From 1 without gaps within (device, incarnation). */
  readonly number: number;
  readonly firstSeq: number;
  readonly count: number;
  readonly prevHash: string;
}

/** What the format needs from the runtime; `inflate` throws when more than `max` bytes come out, whatever a header says. */
export interface BatchTools {
  /** The smallest codec that this runtime writes; one that talks to a hub of version 1 writes gzip. */
  readonly bestCodec: Codec;
  sha256(bytes: Uint8Array): Uint8Array;
  sha256Hex(text: string): string;
  toUtf8(text: string): Uint8Array;
  fromUtf8(bytes: Uint8Array): string;
  deflate(codec: Codec, bytes: Uint8Array): Uint8Array;
  inflate(codec: Codec, bytes: Uint8Array, max: number): Uint8Array;
}

export interface EncodedBatch {
  readonly bytes: Uint8Array;
  readonly hash: string;
}
export interface DecodedBatch extends BatchBody {
  readonly header: BatchHeader;
  readonly hash: string;
}

/** Why bytes are not a batch; `reason` is stable and may be logged, it holds no content. */
export class BatchError extends Error {
  readonly reason: 'magic' | 'version' | 'codec' | 'too-large' | 'header' | 'body' | 'sequence' | 'signature';
  constructor(reason: BatchError['reason'], cause?: unknown) {
    super(`not a batch: ${reason}`, { cause });
    this.name = 'BatchError';
    this.reason = reason;
  }
}

const magic = [0x4b, 0x54, 0x53, 0x42];
const prefixBytes = 10;
const signatureBytes = 64;
const identifier = z.string().regex(/^[0-9A-Za-z._-]{1,64}$/);
const headerSchema = z.strictObject({
  committee: identifier,
  device: identifier,
  incarnation: z.string().regex(/^[0-9A-Za-z-]{1,64}$/),
  number: z.int().min(1),
  firstSeq: z.int().min(1),
  count: z.int().min(1).max(limits.opsPerBatch),
  prevHash: z.string().regex(/^[0-9a-f]{64}$/),
});

export const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @throws BatchError 'too-large' when the batch must be formed of fewer ops. */
export function encodeBatch(
  header: BatchHeader,
  body: BatchBody,
  codec: Codec,
  tools: BatchTools,
  sign: (hash: Uint8Array) => Uint8Array,
): EncodedBatch {
  const clear = tools.toUtf8(JSON.stringify(toColumns(body)));
  if (clear.length > limits.bodyBytes) throw new BatchError('too-large');
  const { committee, device, incarnation, number, firstSeq, count, prevHash } = header;
  const head = tools.toUtf8(JSON.stringify({ committee, count, device, firstSeq, incarnation, number, prevHash }));
  const packed = tools.deflate(codec, clear);
  const bytes = new Uint8Array(prefixBytes + head.length + packed.length + signatureBytes);
  if (bytes.length > limits.batchBytes) throw new BatchError('too-large');
  bytes.set([...magic, batchVersion, codecs[codec]]);
  new DataView(bytes.buffer).setUint32(6, head.length, true);
  bytes.set(head, prefixBytes);
  bytes.set(packed, prefixBytes + head.length);
  const hash = tools.sha256(bytes.subarray(0, -signatureBytes));
  bytes.set(sign(hash), bytes.length - signatureBytes);
  return { bytes, hash: hex(hash) };
}

/** Header and hash alone: enough to find author and place in the chain before the signature can be checked. */
export function readBatchHeader(bytes: Uint8Array, tools: BatchTools): { header: BatchHeader; hash: string; codec: Codec; bodyAt: number } {
  if (bytes.length > limits.batchBytes) throw new BatchError('too-large');
  if (bytes.length < prefixBytes + signatureBytes || magic.some((byte, i) => bytes[i] !== byte)) throw new BatchError('magic');
  if (bytes[4] !== batchVersion) throw new BatchError('version');
  const codec = (Object.keys(codecs) as Codec[]).find((name) => codecs[name] === bytes[5]);
  if (!codec) throw new BatchError('codec');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(6, true);
  const bodyAt = prefixBytes + length;
  if (length > limits.headerBytes || bodyAt > bytes.length - signatureBytes) throw new BatchError('header');
  try {
    const header = headerSchema.parse(JSON.parse(tools.fromUtf8(bytes.subarray(prefixBytes, bodyAt))));
    return { header, hash: hex(tools.sha256(bytes.subarray(0, -signatureBytes))), codec, bodyAt };
  } catch (error) {
    throw new BatchError('header', error);
  }
}

/** @throws BatchError; after it returns, the author is proven and the ops are exactly firstSeq .. firstSeq + count - 1. */
export function decodeBatch(
  bytes: Uint8Array,
  tools: BatchTools,
  verify: (hash: Uint8Array, signature: Uint8Array, header: BatchHeader) => boolean,
): DecodedBatch {
  const { header, hash, codec, bodyAt } = readBatchHeader(bytes, tools);
  const signedPart = bytes.subarray(0, -signatureBytes);
  if (!verify(tools.sha256(signedPart), bytes.subarray(-signatureBytes), header)) throw new BatchError('signature');
  let body: BatchBody;
  try {
    body = fromColumns(JSON.parse(tools.fromUtf8(tools.inflate(codec, signedPart.subarray(bodyAt), limits.bodyBytes))), tools.sha256Hex);
  } catch (error) {
    throw new BatchError('body', error);
  }
  if (!isWholeSequence(header, body.ops, body.withheld)) throw new BatchError('sequence');
  return { header, hash, ...body };
}

function isWholeSequence({ firstSeq, count }: BatchHeader, ops: readonly WireOp[], withheld: readonly number[]): boolean {
  const all = [...ops.map((op) => op.seq), ...withheld].sort((a, b) => a - b);
  return all.length === count && all.every((seq, i) => seq === firstSeq + i);
}
