import type { SyncStatus } from '#shared/contract/window/sync';
import type { Book } from '../book/book';
import type { BatchTable } from './batch-table';
import type { BlobQueue } from './blob-queue';
import type { EnrolledHub } from './enrolled-hub';
import type { KeptTable } from './kept-table';
import type { Line } from './line';

export interface StatusParts {
  readonly book: Book;
  readonly batches: BatchTable;
  readonly blobs: BlobQueue;
  readonly kept: KeptTable;
  /** Absent on a standalone workstation. */
  readonly line: Line | undefined;
  readonly hub: EnrolledHub | undefined;
  readonly paused: boolean;
  readonly bytesPerSecond: number | undefined;
  readonly skewMs: number | undefined;
}

/** What one op weighs on the line, measured on Vietnamese case records in batches; for what is not formed yet. */
const bytesPerOp = 230;
/** Conflicts counted at most. */
const conflictsCounted = 1000;

/** Everything that people are told of the line. Counts of records are counts of changes: each save is one or more. */
export function describeStatus({ book, batches, blobs, kept, line, hub, paused, bytesPerSecond, skewMs }: StatusParts): SyncStatus {
  const ops = book.outbox.counts();
  const pages = blobs.totals();
  const keptHere = kept.count();
  const formed = batches.waitingBytes();
  const waitingBytes = pages.waiting.bytes + Math.max(formed, ops.waiting * bytesPerOp);
  const problem = line?.problem();
  return {
    line: lineOf({ line, hub, paused }),
    hub: hub ? { name: hub.name, url: hub.url } : null,
    waiting: { records: ops.waiting, pages: pages.waiting.pages, bytes: waitingBytes },
    sent: { records: ops.sent, pages: 0, bytes: formed },
    confirmed: { records: ops.confirmed, pages: pages.confirmed.pages, bytes: pages.confirmed.bytes },
    fetching: 0,
    refused: book.outbox.parked(conflictsCounted).filter((op) => !kept.has(op.recordId)).length,
    conflicts: book.records.conflicts(conflictsCounted).length,
    numberClashes: 0,
    keptHere,
    lastConfirmedAt: book.syncState.get<string>('lastConfirmedAt') ?? null,
    lastTriedAt: line?.lastTriedAt() ?? null,
    bytesPerSecond: bytesPerSecond ?? null,
    secondsLeft: bytesPerSecond && waitingBytes > 0 ? Math.ceil(waitingBytes / bytesPerSecond) : null,
    clockSkewSeconds: skewMs === undefined ? null : Math.round(skewMs / 1000),
    hubRestoredAt: book.syncState.get<string>('hubRestoredAt') ?? null,
    stationRestoredAt: book.syncState.get<string>('stationRestoredAt') ?? null,
    divergedAt: book.syncState.get<string>('divergedAt') ?? null,
    problem: problem ? { code: problem.code, details: problem.details } : null,
  };
}

function lineOf({ line, hub, paused }: Pick<StatusParts, 'line' | 'hub' | 'paused'>): SyncStatus['line'] {
  if (!line) return 'standalone';
  if (!hub) return 'notEnrolled';
  return paused ? 'paused' : line.state();
}
