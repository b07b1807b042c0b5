import { hostname } from 'node:os';
import type { SyncStatus } from '#shared/contract/window/sync';
import type { EnrolledHub } from './enrolled-hub';
import type { Line } from './line';
import { noted } from './line-notes';
import type { LineParts } from './line-parts';

export interface StatusParts extends Pick<LineParts, 'book' | 'batches' | 'blobs' | 'kept' | 'wanted' | 'speed'> {
  /** Absent on a standalone workstation. */
  readonly line: Line | undefined;
  readonly hub: EnrolledHub | undefined;
  readonly paused: boolean;
  readonly skewMs: number | undefined;
}

/** What one op weighs on the line, measured on Vietnamese case records in batches; for what is not formed yet. */
const bytesPerOp = 230;
/** Conflicts counted at most. */
const conflictsCounted = 1000;
/** Numbers that stand twice, counted at most of each register. */
const clashesCounted = 100;

/** Everything that people are told of the line. Counts of records are counts of changes: each save is one or more. */
export function describeStatus({ book, batches, blobs, kept, wanted, speed, line, hub, paused, skewMs }: StatusParts): SyncStatus {
  const ops = book.outbox.counts();
  const pages = blobs.totals();
  const keptHere = kept.count();
  const formed = batches.waitingBytes();
  const waitingBytes = pages.waiting.bytes + Math.max(formed, ops.waiting * bytesPerOp);
  const bytesPerSecond = speed.bytesPerSecond();
  const problem = line?.problem();
  const device = { id: book.outbox.identity().device, name: hub?.certificate.deviceName ?? hostname() };
  return {
    device,
    line: lineOf({ line, hub, paused }),
    hub: hub ? { name: hub.name, url: hub.url } : null,
    waiting: { records: ops.waiting, pages: pages.waiting.pages, bytes: waitingBytes },
    sent: { records: ops.sent, pages: 0, bytes: formed },
    confirmed: { records: ops.confirmed, pages: pages.confirmed.pages, bytes: pages.confirmed.bytes },
    fetching: wanted.count(),
    refused: book.outbox.parked(conflictsCounted).filter((op) => !kept.has(op.recordId)).length,
    conflicts: book.records.conflicts(conflictsCounted).length,
    numberClashes: book.records.numberClashes(clashesCounted).length,
    keptHere,
    lastConfirmedAt: noted(book, 'lastConfirmedAt'),
    lastTriedAt: line?.lastTriedAt() ?? null,
    bytesPerSecond: bytesPerSecond ?? null,
    secondsLeft: bytesPerSecond && waitingBytes > 0 ? Math.ceil(waitingBytes / bytesPerSecond) : null,
    clockSkewSeconds: skewMs === undefined ? null : Math.round(skewMs / 1000),
    hubRestoredAt: noted(book, 'hubRestoredAt'),
    stationRestoredAt: noted(book, 'stationRestoredAt'),
    divergedAt: noted(book, 'divergedAt'),
    problem: problem ? { code: problem.code, details: problem.details } : null,
  };
}

function lineOf({ line, hub, paused }: Pick<StatusParts, 'line' | 'hub' | 'paused'>): SyncStatus['line'] {
  if (!line) return 'standalone';
  if (!hub) return 'notEnrolled';
  return paused ? 'paused' : line.state();
}
