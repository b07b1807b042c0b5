import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { paths } from '#shared/contract/hub';
import { encodeBatch, type EncodedBatch, noHash } from '#shared/sync/batch';
import type { WireOp } from '#shared/sync/columns';
import { writeStamp } from '#shared/sync/hlc';
import type { Json } from '#shared/sync/op';
import { hashOfOp } from '#shared/sync/op-hash';
import { batchTools } from '#service/sync/crypto/batch-tools';
import { type DeviceKey } from '#service/sync/crypto/device-key';
import { enrolWith } from '#service/sync/enrol-client';
import type { EnrolledHub } from '#service/sync/enrolled-hub';
import type { HubClient, HubReply } from '#service/sync/hub-client';
import { createHttpClient } from '#service/sync/http-client';

/** The bare wire end of a workstation: production framing and signing, without a book, so that a test can send anything. */
export interface WireStation {
  readonly device: string;
  readonly incarnation: string;
  readonly key: DeviceKey;
  readonly client: HubClient;
  readonly enrolled: EnrolledHub;
  op(values: Partial<WireOp> & { fields: Record<string, Json> }): WireOp;
  /** The next batch of the chain. */
  batch(ops: readonly WireOp[]): EncodedBatch;
  push(bytes: Uint8Array): Promise<HubReply>;
}

export function newDeviceKey(): DeviceKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url'),
    sign: (data) => sign(null, Buffer.from(data), privateKey),
  };
}

export const uuid = (n: number): string => `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export async function enrolStation(hubUrl: string, code: string, device = randomBytes(8).toString('hex')): Promise<WireStation> {
  const key = newDeviceKey();
  const enrolled = await enrolWith({ hubUrl, code, device, deviceName: 'máy thử', key });
  const client = createHttpClient({ url: hubUrl, authority: enrolled.tlsAuthority, device, key, signal: new AbortController().signal });
  const incarnation = randomBytes(8).toString('hex');
  let seq = 0;
  let number = 0;
  let prevHash = noHash;
  let ms = Date.now();
  return {
    device,
    incarnation,
    key,
    client,
    enrolled,
    op({ fields, ...rest }) {
      const op = {
        seq: ++seq,
        stamp: writeStamp({ ms: ++ms, counter: 0 }),
        type: 'petition',
        id: uuid(seq),
        base: {},
        actor: uuid(1),
        ...rest,
        fields,
      };
      return { ...op, hash: hashOfOp(op, batchTools.sha256Hex) };
    },
    batch(ops) {
      const firstSeq = ops[0]?.seq ?? 1;
      const header = {
        committee: enrolled.certificate.committee,
        device,
        incarnation,
        number: ++number,
        firstSeq,
        count: ops.length,
        prevHash,
      };
      const encoded = encodeBatch(header, { ops, withheld: [] }, 'gzip', batchTools, (hash) => key.sign(hash));
      prevHash = encoded.hash;
      return encoded;
    },
    push: (bytes) => client.send({ method: 'POST', path: paths.push, body: bytes }),
  };
}
