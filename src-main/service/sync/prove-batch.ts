import { AppError } from '#shared/errors/app-error';
import { BatchError, decodeBatch, type DecodedBatch } from '#shared/sync/batch';
import { certificateText, type DeviceCertificate } from '#shared/sync/certificate';
import { batchTools } from './crypto/batch-tools';
import { verifies, verifiesText } from '#shared/node/ed25519';
import type { EnrolledHub } from './enrolled-hub';

/** A batch whose author is proven. */
export interface ProvenBatch {
  readonly batch: DecodedBatch;
  readonly bytes: Uint8Array;
  /** Certificate of the author; absent where the hub wrote it and sent none. */
  readonly author: DeviceCertificate | undefined;
  /** Signed by the hub's own key: what only the hub may write counts. */
  readonly fromHub: boolean;
}

/** @throws AppError sync.badAnswer unless the batch is of this committee, signed by the hub or by a workstation that it vouches for */
export function proveBatch(hub: EnrolledHub, devices: Readonly<Record<string, DeviceCertificate>>, bytes: Uint8Array): ProvenBatch {
  const { committee, hub: hubId } = hub.certificate;
  let author: DeviceCertificate | undefined;
  try {
    const batch = decodeBatch(bytes, batchTools, (hash, signature, header, by) => {
      if (header.committee !== committee) return false;
      // What a committee destroyed the hub took out of it: it vouches for the rest, as it does for a snapshot.
      if (by === 'hub') return verifies(hub.publicKey, hash, signature);
      author = devices[header.device];
      if (header.device === hubId) return verifies(hub.publicKey, hash, signature);
      const vouched = author !== undefined && author.device === header.device && author.committee === committee && isVouched(hub, author);
      return vouched && author !== undefined && verifies(author.publicKey, hash, signature);
    });
    return { batch, bytes, author, fromHub: batch.header.device === hubId };
  } catch (error) {
    if (error instanceof BatchError) throw new AppError('sync.badAnswer', {}, error);
    throw error;
  }
}

/** Whether the hub signed this certificate. */
export const isVouched = (hub: Pick<EnrolledHub, 'publicKey'>, { signature, ...certificate }: DeviceCertificate): boolean =>
  verifiesText(hub.publicKey, certificateText(certificate), signature);
