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
 * A **cleared** batch is one out of which the hub took what a committee destroyed (the hub: retention/clear-log.ts). It begins with "KTSC"; its header holds, beside those
 * of the batch, the batch's `hash` and its author's `signature` (hex) over it, so author and chain are proven as before; `body` holds beside the columns
 * the hashes of the ops that changed, which can be computed no more. The last 64 bytes are the hub's signature, which vouches for what is left.
 *
 * Limits: limits.ts. A reader refuses versions and codecs that it does not know; fields inside ops are only ever added.
 */
import { z } from 'zod';
import { fromCleared, toCleared } from './cleared-body';
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
const clearedMagic = [0x4b, 0x54, 0x53, 0x43];
const prefixBytes = 10;
const signatureBytes = 64;
const identifier = z.string().regex(/^[0-9A-Za-z._-]{1,64}$/);
const hash64 = z.string().regex(/^[0-9a-f]{64}$/);
const headerSchema = z.strictObject({
  committee: identifier,
  device: identifier,
  incarnation: z.string().regex(/^[0-9A-Za-z-]{1,64}$/),
  number: z.int().min(1),
  firstSeq: z.int().min(1),
  count: z.int().min(1).max(limits.opsPerBatch),
  prevHash: hash64,
});
const clearedSchema = headerSchema.extend({ hash: hash64, signature: z.string().regex(/^[0-9a-f]{128}$/) });
/** What a cleared batch keeps of the one that it was. */
export interface Original {
  readonly hash: string;
  /** The author's, over the hash; hex. */
  readonly signature: string;
}

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
  return signedFrame(magic, { committee, count, device, firstSeq, incarnation, number, prevHash }, clear, codec, tools, sign);
}

/** A batch whose ops `body` holds without what was taken out of them. `sign` is the hub's. */
export function encodeCleared(bytes: Uint8Array, body: BatchBody, tools: BatchTools, sign: (hash: Uint8Array) => Uint8Array): Uint8Array {
  const { header, hash, original } = readBatchHeader(bytes, tools);
  const { committee, device, incarnation, number, firstSeq, count, prevHash } = header;
  const signature = original?.signature ?? hex(bytes.subarray(-signatureBytes));
  const head = { committee, count, device, firstSeq, hash, incarnation, number, prevHash, signature };
  // zstd whatever the author took: workstations of version 1, which know no cleared batches, wait before it.
  return signedFrame(clearedMagic, head, tools.toUtf8(JSON.stringify(toCleared(body, tools.sha256Hex))), 'zstd', tools, sign).bytes;
}

function signedFrame(
  kind: readonly number[],
  header: object,
  clear: Uint8Array,
  codec: Codec,
  tools: BatchTools,
  sign: (hash: Uint8Array) => Uint8Array,
): EncodedBatch {
  const head = tools.toUtf8(JSON.stringify(header));
  const packed = tools.deflate(codec, clear);
  const bytes = new Uint8Array(prefixBytes + head.length + packed.length + signatureBytes);
  if (bytes.length > limits.batchBytes) throw new BatchError('too-large');
  bytes.set([...kind, batchVersion, codecs[codec]]);
  new DataView(bytes.buffer).setUint32(6, head.length, true);
  bytes.set(head, prefixBytes);
  bytes.set(packed, prefixBytes + head.length);
  const hash = tools.sha256(bytes.subarray(0, -signatureBytes));
  bytes.set(sign(hash), bytes.length - signatureBytes);
  return { bytes, hash: hex(hash) };
}

export interface ReadHeader {
  readonly header: BatchHeader;
  /** Of a cleared batch that of the batch that it was. */
  readonly hash: string;
  readonly codec: Codec;
  readonly bodyAt: number;
  readonly original?: Original;
}

/** Header and hash alone: enough to find author and place in the chain before the signature can be checked. */
export function readBatchHeader(bytes: Uint8Array, tools: BatchTools): ReadHeader {
  if (bytes.length > limits.batchBytes) throw new BatchError('too-large');
  const isCleared = clearedMagic.every((byte, i) => bytes[i] === byte);
  if (bytes.length < prefixBytes + signatureBytes || (!isCleared && magic.some((byte, i) => bytes[i] !== byte)))
    throw new BatchError('magic');
  if (bytes[4] !== batchVersion) throw new BatchError('version');
  const codec = (Object.keys(codecs) as Codec[]).find((name) => codecs[name] === bytes[5]);
  if (!codec) throw new BatchError('codec');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(6, true);
  const bodyAt = prefixBytes + length;
  if (length > limits.headerBytes || bodyAt > bytes.length - signatureBytes) throw new BatchError('header');
  try {
    const head: unknown = JSON.parse(tools.fromUtf8(bytes.subarray(prefixBytes, bodyAt)));
    if (!isCleared) return { header: headerSchema.parse(head), hash: hex(tools.sha256(bytes.subarray(0, -signatureBytes))), codec, bodyAt };
    const { hash, signature, ...header } = clearedSchema.parse(head);
    return { header, hash, codec, bodyAt, original: { hash, signature } };
  } catch (error) {
    throw new BatchError('header', error);
  }
}

/** Who must have signed: the author of the batch, or the hub that cleared it. */
export type Signer = 'author' | 'hub';

/**
 * Whoever does not look at `by` takes no cleared batches.
 * @throws BatchError; after it returns, the author is proven and the ops are exactly firstSeq .. firstSeq + count - 1.
 */
export function decodeBatch(
  bytes: Uint8Array,
  tools: BatchTools,
  verify: (hash: Uint8Array, signature: Uint8Array, header: BatchHeader, by: Signer) => boolean,
): DecodedBatch {
  const { header, hash, codec, bodyAt, original } = readBatchHeader(bytes, tools);
  const signedPart = bytes.subarray(0, -signatureBytes);
  const byAuthor = original === undefined || verify(fromHex(original.hash), fromHex(original.signature), header, 'author');
  if (!byAuthor || !verify(tools.sha256(signedPart), bytes.subarray(-signatureBytes), header, original ? 'hub' : 'author'))
    throw new BatchError('signature');
  let body: BatchBody;
  try {
    const clear: unknown = JSON.parse(tools.fromUtf8(tools.inflate(codec, signedPart.subarray(bodyAt), limits.bodyBytes)));
    body = original ? fromCleared(clear, tools.sha256Hex) : fromColumns(clear, tools.sha256Hex);
  } catch (error) {
    throw new BatchError('body', error);
  }
  if (!isWholeSequence(header, body.ops, body.withheld)) throw new BatchError('sequence');
  return { header, hash, ...body };
}

const fromHex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

function isWholeSequence({ firstSeq, count }: BatchHeader, ops: readonly WireOp[], withheld: readonly number[]): boolean {
  const all = [...ops.map((op) => op.seq), ...withheld].sort((a, b) => a - b);
  return all.length === count && all.every((seq, i) => seq === firstSeq + i);
}
