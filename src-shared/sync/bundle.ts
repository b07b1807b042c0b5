/**
 * Bundle: what a USB stick carries between workstations and hub (docs/protocol.md, section 13). One or more parts, each a file and
 * complete by itself: an age stream over frames,
 *
 *   u8 kind | u32 LE length | payload
 *
 * that begin with a header and finish with an end. Who wrote it signs header, receipts, wishes, pages of the log and the end; batches
 * carry their author's signature, blobs and parts of a snapshot are proven by their hash. So every frame stands by itself: of
 * a damaged stick the good part counts.
 *
 * bundle-frames.ts frames and unframes, bundle-seal.ts makes parts of a content, bundle-open.ts checks them, bundle-stick.ts
 * knows the stick's folders. Content is an async iterable of frames: it needs neither age nor a disk.
 */
import { z } from 'zod';
import { refusedOp, watermark } from '../contract/hub';
import { anchor, anchorRequest, mostAnchors } from '../contract/hub-audit';
import { deviceCertificate, signature } from './certificate';
import { ageRecipient } from './enrolment';
import { limits } from './limits';
import { canonical } from './op';

export const bundleFormat = 1;

export const frameKinds = { header: 1, batch: 2, blob: 3, receipt: 4, wish: 5, snapshot: 6, page: 7, audit: 8, end: 9 } as const;
export type FrameKind = keyof typeof frameKinds;

/** `kind` is a number: readers pass over kinds that a later version added. */
export interface Frame {
  readonly kind: number;
  readonly payload: Uint8Array;
}

const jsonBytes = 1024 * 1024;
/** Longest payload by kind, bytes: a reader holds one frame at a time and never more. */
export const frameBytes = (kind: number): number => {
  switch (kind) {
    case frameKinds.batch:
      return limits.batchBytes;
    case frameKinds.page:
      // A page holds at least one batch, however large.
      return limits.pageBytes + limits.batchBytes + limits.headerBytes * 16;
    case frameKinds.blob:
    case frameKinds.snapshot:
      return limits.blobBytes + 64;
    default:
      return jsonBytes;
  }
};

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const identifier = z.string().regex(/^[0-9A-Za-z._-]{1,64}$/);
/** 16 hex digits, random; the same in all parts. */
export const bundleId = z.string().regex(/^[0-9a-f]{16}$/);

export const bundleHeader = z.object({
  format: z.literal(bundleFormat),
  bundle: bundleId,
  /** up: a workstation wrote it for the hub. down: the hub wrote it for the workstations of a committee. */
  direction: z.enum(['up', 'down']),
  hub: z.string().min(1).max(64),
  committee: identifier,
  /** Who wrote it; null: the hub. */
  device: identifier.nullable(),
  /** What answers are encrypted to; null in bundles of the hub. */
  recipient: ageRecipient.nullable(),
  /** Of the workstation that wrote it and of the authors whose batches it brings: a hub that was restored may have lost them. */
  certificates: z.array(deviceCertificate).max(200),
  madeAt: z.iso.datetime(),
  /** From 1. */
  part: z.int().min(1).max(9999),
  signature,
});
export type BundleHeader = z.infer<typeof bundleHeader>;

/** Lists of hashes and refusals are told in several frames of at most so many. */
export const listedAtOnce = 5000;

export const bundleReceipt = z.object({
  bundle: bundleId,
  at: z.iso.datetime(),
  /** Of a workstation: how far it has the log, and whether it wants a snapshot (`placeOf`). Of the hub: the head of the log. '' is the beginning. */
  cursor: z.string().max(120),
  /** Position up to which the log survives the loss of the hub's first disk; 0 from workstations. */
  durable: z.int().min(0),
  /** Parts of the receiver's bundles that were read whole and are durable. */
  taken: z.array(z.object({ bundle: bundleId, part: z.int().min(1) })).max(listedAtOnce),
  /** Of the hub: what it has. Of a workstation: what it knows to be taken. */
  marks: z.array(watermark).max(listedAtOnce),
  /** Hashes of blobs that are whole at the sender. */
  blobs: z.array(hash).max(listedAtOnce),
  refused: z.array(refusedOp.extend({ incarnation: z.string().max(64) })).max(listedAtOnce),
  signature,
});
export type BundleReceipt = z.infer<typeof bundleReceipt>;

/** Stands before the cursor of a workstation whose state differs: it takes a snapshot of now, of a log however short. A hub from before reads it as ''. */
const differs = 'present:';
export const writePlace = (cursor: string, wantsSnapshot: boolean): string => (wantsSnapshot ? differs + cursor : cursor);
export const placeOf = (place: string): { readonly cursor: string; readonly wantsSnapshot: boolean } =>
  place.startsWith(differs) ? { cursor: place.slice(differs.length), wantsSnapshot: true } : { cursor: place, wantsSnapshot: false };

export const bundleWish = z.object({ bundle: bundleId, blobs: z.array(hash).max(listedAtOnce), signature });
export type BundleWish = z.infer<typeof bundleWish>;

/** Up: where the audit log of the workstation stands, proven from the last anchor that it knows of. Down: what the hub keeps, by device. */
export const bundleAudit = z.object({
  bundle: bundleId,
  link: anchorRequest
    .omit({ signature: true })
    .extend({ seal: z.string().max(100) })
    .optional(),
  anchors: z.record(identifier, z.array(anchor).max(mostAnchors)).optional(),
  signature,
});
export type BundleAudit = z.infer<typeof bundleAudit>;

export const bundleEnd = z.object({
  bundle: bundleId,
  part: z.int().min(1),
  /** Whether no part follows. */
  last: z.boolean(),
  /** Number of frames before this one, by kind. */
  frames: z.record(z.string(), z.int().min(0)),
  /** Over all bytes of the frames before. */
  sha256: hash,
  signature,
});
export type BundleEnd = z.infer<typeof bundleEnd>;

/** Frames of JSON that the sender signs. */
export type SignedKind = 'header' | 'receipt' | 'wish' | 'audit' | 'end';

/** The text that is signed of a frame of JSON; other frames are told apart by their kind. */
export const signedText = (kind: SignedKind, value: object): string => {
  const { signature: _, ...open } = value as { signature?: string };
  return `kts bundle ${kind} 1\n${canonical(open)}`;
};
/** A page of the log is signed with the bundle and the cursor that it follows on. */
export const pageText = (bundle: string, from: string, sha256: string): string => `kts bundle page 1\n${bundle}\n${from}\n${sha256}`;

/** Why a bundle, or the rest of it, is not taken; `courier.<reason>` of the table of errors has the words. */
export type BundleProblem =
  | 'cutOff'
  | 'damaged'
  | 'notABundle'
  | 'notForUs'
  | 'foreignCommittee'
  | 'foreignHub'
  | 'badSignature'
  | 'revoked'
  | 'unknownDevice'
  | 'newerFormat';

export class BundleError extends Error {
  readonly problem: BundleProblem;
  constructor(problem: BundleProblem, cause?: unknown) {
    super(`bundle: ${problem}`, cause === undefined ? undefined : { cause });
    this.name = 'BundleError';
    this.problem = problem;
  }
}

/** What bundles need from the runtime. */
export interface BundleTools {
  sha256(bytes: Uint8Array): Uint8Array;
  startSha256(): { update(bytes: Uint8Array): void; hex(): string };
  toUtf8(text: string): Uint8Array;
  /** @throws for bytes that are not UTF-8 */
  fromUtf8(bytes: Uint8Array): string;
  /** Ed25519; key raw, key and signature base64url. False for anything malformed. */
  verify(publicKey: string, text: string, signature: string): boolean;
}
/** Ed25519 signature of whoever writes the bundle, base64url. */
export type SignText = (text: string) => string;
