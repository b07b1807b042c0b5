import { limits } from '#shared/sync/limits';
import type { Book } from '../book/book';
import { type BatchFormer, createBatchFormer } from './batch-former';
import { type BatchTable, openBatchTable } from './batch-table';
import { type BlobQueue, openBlobQueue } from './blob-queue';
import { type CarriedTable, openCarriedTable } from './carried-table';
import { type DeviceKey, openDeviceKey } from './crypto/device-key';
import type { EnrolledHub } from './enrolled-hub';
import type { HubClient } from './hub-client';
import { type KeptTable, openKeptTable } from './kept-table';
import { openSnapshotTable, type SnapshotTable } from './snapshot-table';
import { createSpeedMeter, type SpeedMeter } from './speed';
import { openWantedTable, type WantedTable } from './wanted-table';

/** What the line takes from the world around it beside the hub. */
export interface Surroundings {
  /** Wall clock, ms since 1970. */
  now(): number;
  /** Lets others on the same thread go on; called between pieces of work that take a tenth of a second. */
  breathe(): Promise<void>;
}

export const realSurroundings: Surroundings = {
  now: Date.now,
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
};

/** The parts of an open book that its line works on. Everything that must survive is in the book; `memory` may be lost at any time. */
export interface LineParts extends Surroundings {
  readonly book: Book;
  readonly key: DeviceKey;
  readonly batches: BatchTable;
  readonly carried: CarriedTable;
  readonly blobs: BlobQueue;
  readonly wanted: WantedTable;
  readonly kept: KeptTable;
  readonly snapshot: SnapshotTable;
  readonly former: BatchFormer;
  readonly speed: SpeedMeter;
  readonly memory: LineMemory;
}

export interface LineMemory {
  /** Hub and book are known to agree on what the hub has. */
  aligned: boolean;
  /** Protocol of the hub's last answer; absent before the first. */
  protocol?: number;
  /** How far the hub has others of whom this book carries batches, by incarnation: to be offered. */
  offers: Map<string, number>;
  /** Former lives with which another copy of this book went on, and the hash at which that was looked into. */
  readonly lookedInto: Map<string, string>;
  /** Batches in a row that the hub refused because it has another one in their place. */
  clashes: number;
  /** The batch formed last. */
  lately?: { readonly ops: number; readonly bytes: number };
  /** Bytes of an image in one request that the hub, or something before it, lets through. */
  largestPart: number;
  /** The log is read from its beginning: no snapshot is worth it, or none holds what is here. */
  readsLog: boolean;
  /** When a snapshot was left that lacked what is here, ms since 1970. */
  snapshotLeftAt: number;
  /** What came of images before the line was cut, by hash. */
  readonly fetched: Map<string, Buffer[]>;
  /** When the hub was last asked for an update and had none to bring, ms since 1970. */
  askedForUpdate: number;
  /** The state of the log at which fingerprints were compared last. */
  compared: string;
}

/** One conversation with the hub. */
export interface Talk {
  readonly client: HubClient;
  readonly hub: EnrolledHub;
  /** Whether it may go on; asked between requests. */
  go(): boolean;
}

export function openLineParts(book: Book, surroundings: Surroundings = realSurroundings): LineParts {
  const batches = openBatchTable(book.db);
  const blobs = openBlobQueue(book.db);
  const kept = openKeptTable(book.db);
  const key = openDeviceKey(book.syncState);
  return {
    ...surroundings,
    book,
    key,
    batches,
    blobs,
    kept,
    carried: openCarriedTable(book.db),
    snapshot: openSnapshotTable(book.db),
    wanted: openWantedTable(book.db),
    former: createBatchFormer({ book, batches, blobs, kept, key }),
    speed: createSpeedMeter(surroundings.now),
    memory: {
      aligned: false,
      offers: new Map(),
      lookedInto: new Map(),
      clashes: 0,
      largestPart: limits.blobPartBytes,
      readsLog: false,
      snapshotLeftAt: 0,
      fetched: new Map(),
      askedForUpdate: 0,
      compared: '',
    },
  };
}

/** Version that both sides speak. A hub that was never heard since the book was opened is known by what it brought at enrolment. */
export const spokenWith = ({ memory }: Pick<LineParts, 'memory'>, hub: EnrolledHub): number =>
  memory.protocol ?? (hub.recipient === undefined ? 1 : 2);

/**
 * Notes what a reply says that both sides speak. A hub that was upgraded meanwhile takes what the one before could not be offered, so places are
 * compared anew.
 */
export function heard({ memory }: Pick<LineParts, 'memory'>, { protocol }: { readonly protocol: number }): void {
  if ((memory.protocol ?? protocol) < 2 && protocol >= 2) memory.aligned = false;
  memory.protocol = protocol;
}

/** Whether changes were saved that no batch holds yet, or a batch waits that the hub has not acknowledged. */
export function textWaits({ book, batches }: Pick<LineParts, 'book' | 'batches'>): boolean {
  const { incarnation } = book.outbox.identity();
  return book.outbox.watermarks().made > (batches.last(incarnation)?.lastSeq ?? 0) || batches.nextAfter(incarnation, 0) !== undefined;
}
