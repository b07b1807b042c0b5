import { randomBytes } from 'node:crypto';
import { type CourierWritten, partBounds } from '#shared/contract/window/courier';
import { AppError } from '#shared/errors/app-error';
import type { DeviceCertificate } from '#shared/sync/certificate';
import { sealBundle } from '#shared/sync/bundle-seal';
import { partName, partSuffix, readPartName, writePart } from '#shared/sync/bundle-stick';
import { openAgeIdentity } from './age-identity';
import { agePipe } from '#shared/node/age-pipe';
import { bundleTools } from '#shared/node/bundle-tools';
import type { Receiving } from './read-bundles';
import { nothingHeld, outgoingContent, stateForBundle } from './outgoing';
import type { ProgressMeter } from './progress';
import type { ReadPageImage } from '../sync-service';
import type { Stick } from './stick';

export interface Sending extends Omit<Receiving, 'keepPageImage'> {
  readonly readPageImage: ReadPageImage;
}

/** Room that is left on a stick, so that its folder can still be written. */
const spareBytes = 256 * 1024;

/**
 * Writes everything that the hub has not confirmed onto the stick. Parts that were finished stay whatever happens to the next one.
 * @throws AppError sync.notEnrolled is the caller's; courier.noRecipient, courier.cancelled, and those of the stick
 */
export async function writeBundle(parts: Sending, stick: Stick, partBytes: number, progress: ProgressMeter): Promise<CourierWritten> {
  const { line, hub, ledger, pages } = parts;
  if (!hub.recipient) throw new AppError('courier.noRecipient');
  const started = line.now();
  const bundle = randomBytes(8).toString('hex');
  const { committee } = hub.certificate;
  const { recipient } = await openAgeIdentity(line.book.syncState);
  await clearLeftovers(stick, ledger);
  const free = await stick.freeBytes();
  // What does not fit as a whole still goes as far as it fits: each part is complete by itself.
  const fits = free === undefined ? partBytes : Math.max(partBounds.least, free - spareBytes);
  const holds = nothingHeld();
  const content = outgoingContent({ ...parts, bundle, pages, sign: (text) => line.key.sign(text).toString('base64url') }, holds);
  const sealed = sealBundle(content, {
    header: {
      bundle,
      direction: 'up',
      hub: hub.certificate.hub,
      committee,
      device: hub.certificate.device,
      recipient,
      certificates: [hub.certificate, ...carriedAuthors(line)],
      madeAt: new Date(started).toISOString(),
    },
    partBytes: Math.min(partBytes, fits),
    sign: (text) => line.key.sign(text).toString('base64url'),
    tools: bundleTools,
  });
  line.book.transact(() => ledger.begin(bundle, new Date(started).toISOString(), stateForBundle(line)));
  const files: string[] = [];
  let bytes = 0;
  for await (const { part, frames } of sealed) {
    const name = partName({ committee, bundle, part });
    progress.phase('writing', part);
    const written = await writePart({
      files: stick.len,
      name,
      recipients: [hub.recipient],
      frames,
      age: agePipe,
      tools: bundleTools,
      onWritten: progress.done,
      onChecking: () => {
        progress.settle();
        progress.phase('checking', part);
      },
      onChecked: progress.done,
    });
    progress.settle();
    if (written === undefined) throw new AppError('courier.readBack', { file: name });
    line.book.transact(() => ledger.wrote({ bundle, part }));
    files.push(name);
    bytes += written;
  }
  const removed = await removeOwn(parts, stick, (own) => own.bundle !== bundle);
  line.book.syncState.set('courier.writtenAt', new Date(line.now()).toISOString());
  const { changes, pages: images, bytes: held, receipts, wishes, missingPages } = holds;
  return {
    bundle,
    files,
    bytes,
    holds: { changes, pages: images, bytes: held },
    receipts,
    wishes,
    missingPages,
    removed,
    seconds: (line.now() - started) / 1000,
  };
}

/** Authors of what this book carries for others. */
function carriedAuthors({ carried }: Sending['line']): DeviceCertificate[] {
  const authors = carried.incarnations().flatMap((incarnation) => carried.nextAfter(incarnation, 0)?.author ?? []);
  return [...new Map(authors.map((author) => [author.device, author])).values()].slice(0, 100);
}

/** What a stick that was pulled out kept of a part of ours. */
async function clearLeftovers({ len }: Stick, ledger: Sending['ledger']): Promise<void> {
  for (const { name } of await len.list()) {
    const own = name.endsWith(partSuffix) ? readPartName(name.slice(0, -partSuffix.length)) : undefined;
    if (own && ledger.written(own.bundle)) await len.remove(name);
  }
}

/** Takes bundles of this book off the stick: those that the hub has, and those that are told. Returns how many. */
export async function removeOwn(
  { ledger }: Pick<Sending, 'ledger'>,
  { len }: Stick,
  also: (own: { readonly bundle: string }) => boolean = () => false,
): Promise<number> {
  const removed = new Set<string>();
  for (const { name } of await len.list()) {
    const own = readPartName(name);
    if (!own || !ledger.written(own.bundle) || !(ledger.isTaken(own) || also(own))) continue;
    await len.remove(name);
    removed.add(own.bundle);
  }
  return removed.size;
}
