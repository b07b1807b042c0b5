/** Reads what a workstation wrote for the hub, frame by frame. Independent of age and of any disk. */
import { BundleError, type BundleHeader, type BundleReceipt } from '#shared/sync/bundle';
import type { BundleItem } from '#shared/sync/bundle-open';
import { HubFailure } from '../failure';
import type { AuthorKey } from '../log/core/hub-store';
import { takeBatch } from '../log/core/take-batch';
import type { CourierHub } from './courier-hub';

/** What came out of one part. */
export interface PartCount {
  /** Batches that are applied, also those that were before. */
  applied: number;
  /** Batches that wait for an earlier one. */
  parked: number;
  /** Batches that are not taken: too many wait already, or the workstation was restored. They come again. */
  declined: number;
  /** Changes that broke a rule. */
  refused: number;
  blobs: number;
  blobBytes: number;
  wishes: number;
  /** Frames that were not what they claimed. */
  spoilt: number;
}

export const nothingTaken = (): PartCount => ({
  applied: 0,
  parked: 0,
  declined: 0,
  refused: 0,
  blobs: 0,
  blobBytes: 0,
  wishes: 0,
  spoilt: 0,
});

/**
 * Who wrote a part for this hub. A hub that was restored may have lost the workstation: its certificate proves it.
 * @throws BundleError foreignHub, notForUs, unknownDevice, foreignCommittee, revoked
 */
export async function senderOf({ core }: Pick<CourierHub, 'core'>, header: BundleHeader): Promise<AuthorKey> {
  const { device, certificates, committee } = header;
  if (header.hub !== core.hub.device) throw new BundleError('foreignHub');
  if (header.direction !== 'up' || device === null) throw new BundleError('notForUs');
  const lost = certificates.find((one) => one.device === device && core.isOwnCertificate(one));
  const known = (await core.store.findAuthor(device)) ?? (lost && (await core.store.enrolAgain(lost)));
  if (!known) throw new BundleError('unknownDevice');
  if (known.committee !== committee) throw new BundleError('foreignCommittee');
  if (known.revoked) throw new BundleError('revoked');
  return known;
}

/**
 * Every item stands by itself: what was taken before something goes wrong stays taken.
 * @param count grows as items are taken, so that it tells the truth also of a part that fails
 * @throws BundleError of the part; HubFailure disk-full; whatever storage throws
 */
export async function takePart(
  hub: CourierHub,
  header: BundleHeader,
  self: AuthorKey,
  items: AsyncIterable<BundleItem>,
  count: PartCount,
): Promise<void> {
  const { committee, bundle, part, recipient } = header;
  const { device } = self;
  if (recipient) await hub.notes.meet(committee, device, recipient);
  const blobs: string[] = [];
  let wishes = 0;
  for await (const item of items) {
    switch (item.kind) {
      case 'receipt':
        await takeReceipt(hub, device, item.receipt);
        break;
      case 'wish':
        await (wishes++ === 0 ? hub.notes.setWishes : hub.notes.addWishes)(committee, device, item.blobs);
        count.wishes += item.blobs.length;
        break;
      case 'batch':
        await takeOne(hub, header, self, item.bytes, count);
        break;
      case 'blob':
        await hub.blobs.keep(committee, item.hash, item.bytes);
        blobs.push(item.hash);
        count.blobs += 1;
        count.blobBytes += item.bytes.length;
        break;
      case 'audit':
        if (item.audit.link) await hub.audit?.take(device, self.publicKey, item.audit.link);
        break;
      case 'spoilt':
      case 'page':
      case 'snapshot':
        count.spoilt += 1;
    }
  }
  await hub.followDestructions?.();
  if (count.spoilt > 0) return;
  const { position } = await hub.core.store.read(committee, (scope) => scope.head());
  await hub.notes.took(committee, { device, bundle, part, position, blobs });
}

async function takeReceipt({ notes }: CourierHub, device: string, { cursor, taken }: BundleReceipt): Promise<void> {
  await notes.setCursor(device, cursor);
  await notes.known(device, [...new Set(taken.map(({ bundle }) => bundle))]);
}

async function takeOne(
  { core, checkSpace }: CourierHub,
  { certificates }: BundleHeader,
  self: AuthorKey,
  bytes: Uint8Array,
  count: PartCount,
): Promise<void> {
  try {
    await checkSpace?.();
    const taken = await takeBatch(core, bytes, { committee: self.committee, protocol: 2, self, certificates });
    if (taken.status === 200) count.applied += 1;
    else if (taken.status === 202) count.parked += 1;
    else count.declined += 1;
    if (taken.status === 200) count.refused += taken.answer.refused.length;
  } catch (error) {
    if (!(error instanceof HubFailure) || error.status === 507) throw error;
    if (error.body.code === 'revoked') count.declined += 1;
    else count.spoilt += 1;
  }
}
