/** What the hub writes for the workstations of a committee. Independent of age and of any disk. */
import { type BundleReceipt, type Frame, listedAtOnce, placeOf } from '#shared/sync/bundle';
import { blobFrame, pageFrame, signedFrame, snapshotFrame } from '#shared/sync/bundle-frames';
import { noHash } from '#shared/sync/batch';
import { positionOf, readCursor, writeCursor } from '#shared/sync/cursor';
import { limits } from '#shared/sync/limits';
import { decodeLogPage } from '#shared/sync/log-page';
import { confirmedOf, type HubCore } from '../log/core/hub-core';
import { pullPage } from '../log/core/pull-page';
import { bundleTools } from '#shared/node/bundle-tools';
import type { CourierHub, StickDevice, TakenPart } from './courier-hub';

/** Counted while the content is read. */
export interface AnswerCount {
  pages: number;
  blobs: number;
  receipts: number;
  snapshot: boolean;
}

export interface Answer {
  readonly bundle: string;
  readonly committee: string;
  readonly devices: readonly StickDevice[];
  readonly count: AnswerCount;
  /** Parts that it tells of; known once the receipts were read. */
  told: readonly TakenPart[];
}

export async function openAnswer({ notes }: CourierHub, committee: string, bundle: string): Promise<Answer> {
  const devices = await notes.devices(committee);
  return { bundle, committee, devices, count: { pages: 0, blobs: 0, receipts: 0, snapshot: false }, told: [] };
}

/**
 * Receipts, the hub's own wishes, a snapshot for newcomers and for whoever differs, the log from where the furthest behind of the workstations stands, the images
 * that they wished for.
 */
export async function* answerContent(hub: CourierHub, answer: Answer): AsyncGenerator<Frame, void> {
  const { core } = hub;
  const { committee, bundle, devices } = answer;
  const places = devices.map(({ cursor }) => placeOf(cursor));
  const cursors = await Promise.all(places.map(({ cursor }) => validCursor(core, committee, cursor)));
  const least = cursors.reduce((a, b) => (positionOf(b) < positionOf(a) ? b : a), cursors[0] ?? '');
  yield* receiptFrames(hub, answer, least);
  yield* wishFrames(hub, answer);
  const anchors = await hub.audit?.of(committee);
  if (anchors) yield signedFrame('audit', { bundle, anchors }, hub.sign, bundleTools);
  const isWanted = places.some(({ wantsSnapshot }) => wantsSnapshot);
  const snapshot = isWanted || least === '' ? await hub.snapshot(committee, isWanted) : undefined;
  if (snapshot) {
    answer.count.snapshot = true;
    yield snapshotFrame('description', bundleTools.toUtf8(JSON.stringify(snapshot.description)));
    for (let n = 0; n < snapshot.description.parts.length; n++) yield snapshotFrame('part', await snapshot.part(n));
  }
  const lost = places.flatMap(({ cursor }, i) => (cursor !== '' && cursors[i] === '' ? [cursor] : []));
  const seen = await Promise.all(lost.map((cursor) => cursorBefore(core, committee, positionOf(cursor))));
  const start = snapshot ? [...cursors, ...seen].reduce((a, b) => nearer(a, b), snapshot.description.cursor) : least;
  for (let from = start; ; ) {
    const page = await pullPage(core, { committee, device: '', mine: '', cursor: from, protocol: 2 });
    const { cursor, more } = decodeLogPage(page, core.tools);
    if (cursor === from) break;
    answer.count.pages += 1;
    yield pageFrame(bundle, from, page, hub.sign, bundleTools);
    from = cursor;
    if (!more) break;
  }
  for (const hash of await hub.notes.wishes(committee)) {
    const bytes = await hub.blobs.read(committee, hash);
    if (!bytes) continue;
    answer.count.blobs += 1;
    yield blobFrame(hash, bytes);
  }
}

/** Of those who have the log, the furthest behind. */
const nearer = (best: string, cursor: string): string => (cursor !== '' && positionOf(cursor) < positionOf(best) ? cursor : best);

/** '' where this log does not hold that place: one of both was restored. */
async function validCursor(core: HubCore, committee: string, cursor: string): Promise<string> {
  const { position, hash } = readCursor(cursor);
  return cursor !== '' && (await core.store.read(committee, (scope) => scope.logHashAt(position))) === hash ? cursor : '';
}

/**
 * The place before that position. Of a workstation whose cursor this log does not hold, the page behind it shows that: it gives the cursor up, and gets
 * with the next answer what a newcomer gets.
 */
const cursorBefore = (core: HubCore, committee: string, position: number): Promise<string> =>
  core.store.read(committee, async (scope) => {
    const before = Math.max(0, Math.min(position, (await scope.head()).position) - 1);
    return writeCursor({ position: before, hash: (await scope.logHashAt(before)) ?? noHash });
  });

async function* receiptFrames(hub: CourierHub, answer: Answer, from: string): AsyncGenerator<Frame, void> {
  const { core, notes } = hub;
  const { committee, bundle } = answer;
  const { head, marks } = await core.store.read(committee, async (scope) => ({ head: await scope.head(), marks: await scope.marks() }));
  const durable = core.durable === 'commit' ? head.position : head.durable;
  answer.told = await notes.untold(committee, durable);
  answer.count.receipts = answer.told.length;
  const refused: BundleReceipt['refused'] = [];
  for await (const entry of entriesAfter(core, committee, positionOf(from)))
    refused.push(...entry.refused.map(({ seq, code, field, words }) => ({ incarnation: entry.incarnation, seq, code, field, words })));
  const lists = {
    taken: answer.told.map(({ bundle: taken, part }) => ({ bundle: taken, part })),
    marks: marks.map((mark) => ({
      incarnation: mark.incarnation,
      number: mark.lastNumber,
      hash: mark.lastHash,
      applied: mark.lastSeq,
      confirmed: confirmedOf(core, mark),
    })),
    blobs: [...new Set(answer.told.flatMap(({ blobs }) => blobs))],
    refused,
  };
  const rows = Math.max(...Object.values(lists).map(({ length }) => length));
  const fixed = { bundle, at: hub.now().toISOString(), cursor: writeCursor({ position: head.position, hash: head.logHash }), durable };
  for (let at = 0; at === 0 || at < rows; at += listedAtOnce) {
    const slice = Object.fromEntries(Object.entries(lists).map(([name, all]) => [name, all.slice(at, at + listedAtOnce)]));
    yield signedFrame('receipt', { ...fixed, ...slice }, hub.sign, bundleTools);
  }
}

async function* entriesAfter(core: HubCore, committee: string, position: number) {
  for (let at = position; ; ) {
    const rows = await core.store.read(committee, (scope) => scope.entriesAfter(at, 500));
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    at = last.position;
  }
}

/** Images that a restored hub lost are asked for. */
async function* wishFrames(hub: CourierHub, { committee, bundle }: Answer): AsyncGenerator<Frame, void> {
  const blobs = await hub.blobs.lacking(committee, limits.haveHashes);
  if (blobs.length > 0) yield signedFrame('wish', { bundle, blobs: [...blobs] }, hub.sign, bundleTools);
}
