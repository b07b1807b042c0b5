import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { encodeBatch, type EncodedBatch, noHash } from '#shared/sync/batch';
import { certificateText, type DeviceCertificate } from '#shared/sync/certificate';
import type { WireOp } from '#shared/sync/columns';
import { type FieldClock, fieldClock, writeStamp } from '#shared/sync/hlc';
import type { Json } from '#shared/sync/op';
import { hashOfOp } from '#shared/sync/op-hash';
import { batchTools } from '#hub/crypto/batch-tools';
import type { HubCore } from '#hub/log/core/hub-core';
import type { AuthorKey } from '#hub/log/core/hub-store';
import { takeBatch, type Taken } from '#hub/log/core/take-batch';

/** An enrolled author who forms batches by hand and gives them to the core, without a line or a book in between. */
export interface HubAuthor {
  readonly key: AuthorKey;
  readonly incarnation: string;
  op(fields: Record<string, Json>, more?: Partial<WireOp>): WireOp;
  /** The next batch of the chain. */
  batch(ops: readonly WireOp[], options?: { codec?: 'gzip' | 'zstd'; withheld?: readonly number[] }): EncodedBatch;
  push(bytes: Uint8Array, protocol?: number): Promise<Taken>;
  clock(op: WireOp): FieldClock;
  /** The same device, key and incarnation, as it was before its first op. */
  clone(): HubAuthor;
}

export const recordId = (n: number): string => `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export interface HubIdentity {
  readonly device: string;
  sign(text: string): Buffer;
}

/** Enrols an author with the core's store by a certificate that `hub` signs. */
export async function hubAuthor(
  core: HubCore,
  hub: HubIdentity,
  committee: string,
  { incarnation = randomBytes(8).toString('hex'), ms = 1_700_000_000_000 } = {},
): Promise<HubAuthor> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url');
  const device = randomBytes(8).toString('hex');
  const open = {
    version: 1 as const,
    hub: hub.device,
    committee,
    device,
    deviceName: 'máy thử',
    publicKey: raw,
    issuedAt: '2026-01-01T00:00:00.000Z',
  };
  const certificate: DeviceCertificate = { ...open, signature: hub.sign(certificateText(open)).toString('base64url') };
  const key = await core.store.enrolAgain(certificate);
  const live = (): HubAuthor => {
    let [seq, number, prevHash, at] = [0, 0, noHash, ms];
    return {
      key,
      incarnation,
      op(fields, more = {}) {
        const stamp = writeStamp({ ms: ++at, counter: 0 });
        const op = { seq: ++seq, stamp, type: 'petition', id: recordId(seq), base: {}, actor: recordId(1), ...more, fields };
        return { ...op, hash: hashOfOp(op, batchTools.sha256Hex) };
      },
      batch(ops, { codec = 'zstd', withheld = [] } = {}) {
        const firstSeq = Math.min(...ops.map((op) => op.seq), ...withheld);
        const header = { committee, device, incarnation, number: ++number, firstSeq, count: ops.length + withheld.length, prevHash };
        const encoded = encodeBatch(header, { ops, withheld }, codec, batchTools, (hash) => sign(null, hash, privateKey));
        prevHash = encoded.hash;
        return encoded;
      },
      push: (bytes, protocol = 2) => takeBatch(core, bytes, { committee, protocol, self: key }),
      clock: (op) => fieldClock(op.stamp, incarnation, op.hash),
      clone: live,
    };
  };
  return live();
}
