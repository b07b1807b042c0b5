/**
 * Page of the hub's log: the answer to a pull. Batches stay byte for byte as their authors sent them.
 *
 *   u32 LE length h | h bytes of JSON header | the batches one after the other, lengths in the header
 *
 * A cursor is "<position>.<log hash>" (rule 5): a hub that was restored from a backup no longer has that hash at that
 * position and refuses the cursor, and the reader starts over from '' (merging is idempotent).
 */
import { z } from 'zod';
import { deviceCertificate } from './certificate';
import { fingerprint } from './fingerprint';
import { limits } from './limits';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const header = z.object({
  cursor: z.string().max(120),
  /** Whether more waits behind this page. */
  more: z.boolean(),
  /** The end of the scope's log when this page was made. Absent from hubs of version 1. */
  head: z.object({ position: z.int().min(0), hash, fingerprint }).optional(),
  /**
   * Hash of the last batch of the reader's present life, which pages leave out; 64 zeros for none. One that the reader never made is of a copy of its book.
   * Absent from earlier hubs.
   */
  mine: hash.optional(),
  /** Position up to which the log survives the loss of the hub's first disk. Absent from hubs of version 1. */
  durable: z.int().min(0).optional(),
  /** Certificates of the authors in this page, by device. */
  devices: z.record(z.string(), deviceCertificate),
  batches: z.array(
    z.object({
      length: z.int().min(1).max(limits.batchBytes),
      position: z.int(),
      /** Numbers of ops that the hub refused: readers leave them out as well, or they would show what the hub does not have. */
      refused: z.array(z.int()),
    }),
  ),
});

export type LogPageHeader = z.infer<typeof header>;
export interface LogPage extends LogPageHeader {
  readonly bodies: readonly Uint8Array[];
}

export interface TextCodec {
  toUtf8(text: string): Uint8Array;
  fromUtf8(bytes: Uint8Array): string;
}

export function encodeLogPage(head: LogPageHeader, bodies: readonly Uint8Array[], text: TextCodec): Uint8Array {
  const json = text.toUtf8(JSON.stringify(head));
  const bytes = new Uint8Array(4 + json.length + bodies.reduce((sum, body) => sum + body.length, 0));
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  let at = 4 + json.length;
  for (const body of bodies) {
    bytes.set(body, at);
    at += body.length;
  }
  return bytes;
}

/** @throws RangeError or ZodError for anything that is not a page. */
export function decodeLogPage(bytes: Uint8Array, text: TextCodec): LogPage {
  if (bytes.length < 4) throw new RangeError('not a page of the log');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (4 + length > bytes.length) throw new RangeError('not a page of the log');
  const head = header.parse(JSON.parse(text.fromUtf8(bytes.subarray(4, 4 + length))));
  let at = 4 + length;
  const bodies = head.batches.map((batch) => {
    const body = bytes.subarray(at, at + batch.length);
    at += batch.length;
    return body;
  });
  if (at !== bytes.length) throw new RangeError('a page of the log with missing or surplus bytes');
  return { ...head, bodies };
}
