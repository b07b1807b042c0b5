import type { CourierRead } from '#shared/contract/window/courier';
import { AppError } from '#shared/errors/app-error';
import { BundleError } from '#shared/sync/bundle';
import { openPart } from '#shared/sync/bundle-open';
import { type PartName, readPart, readPartName, type StickEntry } from '#shared/sync/bundle-stick';
import { openAgeIdentity } from './age-identity';
import { agePipe } from '#shared/node/age-pipe';
import { bundleTools } from '#shared/node/bundle-tools';
import { type IncomingParts, type Received, restoredNotes, senderOfIncoming, takeIncoming } from './incoming';
import type { ProgressMeter } from './progress';
import type { Stick } from './stick';
import { removeOwn } from './write-bundle';

export type Receiving = IncomingParts;

export interface StickPart extends PartName {
  readonly entry: StickEntry;
}

/** Parts in a folder, older bundles first. */
export const partsIn = (entries: readonly StickEntry[]): StickPart[] =>
  entries
    .flatMap((entry) => {
      const name = readPartName(entry.name);
      return name ? [{ ...name, entry }] : [];
    })
    .sort((a, b) => (a.bundle === b.bundle ? a.part - b.part : a.entry.writtenAt - b.entry.writtenAt || (a.bundle < b.bundle ? -1 : 1)));

/**
 * Takes over what the hub wrote for this committee. A file that is not to be taken, or not whole, is told and the others go on; what
 * was read to its end before is passed over.
 * @throws AppError courier.nothingHere, courier.cancelled, courier.stickGone; store.diskFull and others of the book
 */
export async function readBundles(parts: Receiving, stick: Stick, progress: ProgressMeter): Promise<CourierRead> {
  const { line, hub, ledger } = parts;
  const started = line.now();
  const mine = partsIn(await stick.xuong.list()).filter(({ committee }) => committee === hub.certificate.committee);
  if (mine.length === 0) throw new AppError('courier.nothingHere');
  const wanted = mine.filter((part) => !ledger.hasRead(part));
  progress.expect(wanted.reduce((sum, { entry }) => sum + entry.bytes, 0));
  const before = countsOf(parts);
  const received: Received = { changes: 0, pages: 0, bytes: 0 };
  const files: CourierRead['files'] = [];
  for (const part of mine) {
    if (ledger.hasRead(part)) {
      files.push({ file: part.entry.name, outcome: 'read', problem: null });
      continue;
    }
    progress.phase('reading', part.part);
    files.push(await readOne(parts, stick, part, received, progress));
    progress.settle();
  }
  const after = countsOf(parts);
  const removed = await removeOwn(parts, stick);
  line.book.syncState.set('courier.readAt', new Date(line.now()).toISOString());
  return {
    files,
    confirmed: { changes: after.confirmed - before.confirmed, pages: after.pages - before.pages },
    received,
    refused: after.refused - before.refused,
    hubRestored: after.notes.hub !== before.notes.hub,
    bookRestored: after.notes.book !== before.notes.book,
    removed,
    seconds: (line.now() - started) / 1000,
  };
}

async function readOne(
  parts: Receiving,
  { xuong }: Stick,
  { entry: { name } }: StickPart,
  received: Received,
  progress: ProgressMeter,
): Promise<CourierRead['files'][number]> {
  const { identity } = await openAgeIdentity(parts.line.book.syncState);
  let opened = false;
  try {
    const frames = readPart(xuong, name, identity, agePipe, progress.done);
    const { header, items } = await openPart(frames, senderOfIncoming(parts.hub), bundleTools);
    opened = true;
    const good = await takeIncoming(parts, header, items, received);
    return good
      ? { file: name, outcome: 'read', problem: null }
      : { file: name, outcome: 'damaged', problem: { code: 'courier.damaged', details: { file: name } } };
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    return { file: name, outcome: opened ? 'damaged' : 'refused', problem: { code: `courier.${error.problem}`, details: { file: name } } };
  }
}

function countsOf({ line }: Receiving) {
  const { confirmed, refused } = line.book.outbox.counts();
  return { confirmed, refused, pages: line.blobs.totals().confirmed.pages, notes: restoredNotes(line) };
}
