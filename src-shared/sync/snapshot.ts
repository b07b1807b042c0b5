/**
 * Snapshot of a scope: the state of all records at one position of the log, for a workstation whose cursor is empty or far behind.
 *
 * It is described in JSON, signed by the hub, and comes in parts of at most limits.snapshotPartBytes:
 *
 *   "KTSS" | u8 version (1) | u8 codec (as in batch.ts) | body, compressed: JSON [{ type, id, fields, clocks }, ...]
 *
 * with clocks as packed by clocks.ts. Conflicts are part of the clocks (merge.ts, openConflicts). The hash of a part is SHA-256 over all
 * its bytes; the description's signature covers the hashes, so that parts may come from anywhere and in any order.
 */
import { z } from 'zod';
import { BatchError, type BatchTools, type Codec, codecs } from './batch';
import { signature } from './certificate';
import { packClocks, type PackedClocks, unpackClocks } from './clocks';
import { fingerprint } from './fingerprint';
import { limits } from './limits';
import type { MergeState } from './merge';
import { canonical } from './op';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const snapshotDescription = z.object({
  id: z.string().regex(/^[0-9A-Za-z-]{1,64}$/),
  hub: z.string().max(64),
  committee: z.string().max(64),
  /** Where the log goes on behind it. */
  cursor: z.string().max(120),
  parts: z.array(z.object({ hash, bytes: z.int().min(1).max(limits.batchBytes) })),
  /** Up to which number of each incarnation it contains the ops; those that arrive again are passed over. */
  authors: z.array(z.object({ incarnation: z.string().max(64), seq: z.int().min(0) })),
  /** Of the state that it holds. */
  fingerprint,
  /**
   * Where in the log it was made, at or behind `cursor`: it counts once the log was read from `cursor` through to this place. A hub from before
   * names none, a workstation from before passes over it; so it has a signature of its own, over {@link snapshotPlaceText}.
   */
  place: z.string().max(120).optional(),
  placeSignature: signature.optional(),
  /** Ed25519 of the hub over {@link snapshotText}. */
  signature,
});
export type SnapshotDescription = z.infer<typeof snapshotDescription>;
export type SnapshotAuthors = SnapshotDescription['authors'];

/** What stands in a description beside {@link snapshotText}. */
type Signatures = 'signature' | 'place' | 'placeSignature';

/** The text that the hub signs of the place; `signed`: the signature of the description. */
export const snapshotPlaceText = (place: string, signed: string): string =>
  `kts snapshot place 1\n${canonical({ place, signature: signed })}`;

/** The text that the hub signs. */
export function snapshotText(description: Omit<SnapshotDescription, Signatures>): string {
  const { id, hub, committee, cursor, parts, authors, fingerprint: state } = description;
  return `kts snapshot 1\n${canonical({ id, hub, committee, cursor, parts, authors, fingerprint: state })}`;
}

export interface SnapshotRecord {
  readonly type: string;
  readonly id: string;
  readonly state: MergeState;
}

const magic = [0x4b, 0x54, 0x53, 0x53];
const version = 1;
const prefixBytes = 6;

const json = z.json();
const bodySchema = z.array(
  z.object({
    type: z.string().min(1).max(80),
    id: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/),
    fields: z.record(z.string(), json),
    clocks: z.array(z.tuple([z.union([z.string(), z.looseObject({ clock: z.string() })]), z.union([z.string(), z.array(z.string())])])),
  }),
);

export function encodeSnapshotPart(records: readonly SnapshotRecord[], codec: Codec, tools: BatchTools): Uint8Array {
  const body = records.map(({ type, id, state }) => ({ type, id, fields: state.fields, clocks: packClocks(state.clocks) }));
  const clear = tools.toUtf8(JSON.stringify(body));
  if (clear.length > limits.bodyBytes) throw new BatchError('too-large');
  const packed = tools.deflate(codec, clear);
  const bytes = new Uint8Array(prefixBytes + packed.length);
  bytes.set([...magic, version, codecs[codec]]);
  bytes.set(packed, prefixBytes);
  return bytes;
}

/** Its hash must have been compared with the description before. @throws BatchError */
export function decodeSnapshotPart(bytes: Uint8Array, tools: BatchTools): SnapshotRecord[] {
  if (bytes.length < prefixBytes || magic.some((byte, i) => bytes[i] !== byte)) throw new BatchError('magic');
  if (bytes[4] !== version) throw new BatchError('version');
  const codec = (Object.keys(codecs) as Codec[]).find((name) => codecs[name] === bytes[5]);
  if (!codec) throw new BatchError('codec');
  try {
    const body = bodySchema.parse(JSON.parse(tools.fromUtf8(tools.inflate(codec, bytes.subarray(prefixBytes), limits.bodyBytes))));
    return body.map(({ type, id, fields, clocks }) => ({ type, id, state: { fields, clocks: unpackClocks(clocks as PackedClocks) } }));
  } catch (error) {
    throw new BatchError('body', error);
  }
}
