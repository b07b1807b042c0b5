/**
 * What the hub's courier needs beside the decisions of log/core. Production stands on PostgreSQL and the store of scans
 * (open-courier.ts); a simulation has its own.
 */
import type { BundleAudit } from '#shared/sync/bundle';
import type { SnapshotDescription } from '#shared/sync/snapshot';
import type { HubCore } from '../log/core/hub-core';

export interface CourierHub {
  readonly core: HubCore;
  readonly notes: CourierNotes;
  readonly blobs: CourierBlobs;
  /** Anchors of audit logs; absent where a simulation has none. */
  readonly audit?: CourierAudit;
  /** A snapshot for a newcomer, undefined while the log itself is shorter; `present`: of now, of a log however short. */
  snapshot(committee: string, present: boolean): Promise<OpenSnapshot | undefined>;
  /** The hub's Ed25519 signature, base64url. */
  sign(text: string): string;
  now(): Date;
  /** Called after a part was taken: drops what a committee destroyed. */
  followDestructions?(): Promise<unknown>;
  /** Asked before something is taken. @throws HubFailure disk-full */
  checkSpace?(): Promise<void>;
}

export interface OpenSnapshot {
  readonly description: SnapshotDescription;
  part(n: number): Promise<Uint8Array>;
}

export interface CourierAudit {
  /** Keeps where the log of a workstation stands, or flags that it was written anew. */
  take(device: string, publicKey: string, link: NonNullable<BundleAudit['link']>): Promise<void>;
  /** Of the workstations of a committee, newest first. */
  of(committee: string): Promise<NonNullable<BundleAudit['anchors']>>;
}

/** A workstation that is reached by stick. */
export interface StickDevice {
  readonly device: string;
  /** age recipient. */
  readonly recipient: string;
  /** How far it told that it has the log, and whether it wants a snapshot (`placeOf`); '' at first. */
  readonly cursor: string;
}

export interface TakenPart {
  readonly device: string;
  readonly bundle: string;
  readonly part: number;
  /** Head of the log when it was read to its end. */
  readonly position: number;
  /** Hashes of the blobs in it. */
  readonly blobs: readonly string[];
}

/** What the hub remembers of sticks. Each call is durable when it returns. */
export interface CourierNotes {
  /** A workstation of the committee that writes or awaits sticks. */
  meet(committee: string, device: string, recipient: string): Promise<void>;
  setCursor(device: string, cursor: string): Promise<void>;
  /** Without those that were revoked. */
  devices(committee: string): Promise<readonly StickDevice[]>;
  /** Replaces what the workstation wished for before. */
  setWishes(committee: string, device: string, blobs: readonly string[]): Promise<void>;
  /** Adds to it: long lists come in several frames. */
  addWishes(committee: string, device: string, blobs: readonly string[]): Promise<void>;
  wishes(committee: string): Promise<readonly string[]>;
  took(committee: string, part: TakenPart): Promise<void>;
  hasTaken(committee: string, bundle: string, part: number): Promise<boolean>;
  /** Parts at or below this position of the log of which the sender does not know yet that they were taken. */
  untold(committee: string, durable: number): Promise<readonly TakenPart[]>;
  /** An answer that tells of these parts was written. */
  tell(committee: string, answer: string, parts: readonly TakenPart[]): Promise<void>;
  /** The workstation has read these answers: what they told of its parts need not be told again. */
  known(device: string, answers: readonly string[]): Promise<void>;
}

export interface CourierBlobs {
  /** Keeps an image whose hash was checked. */
  keep(committee: string, hash: string, bytes: Uint8Array): Promise<void>;
  /** Undefined unless the committee holds it. */
  read(committee: string, hash: string): Promise<Uint8Array | undefined>;
  /** Images that pages of the committee name and that are not here, at most `limit`. */
  lacking(committee: string, limit: number): Promise<readonly string[]>;
}
