/**
 * The hub's HTTP interface, version 2 (docs/protocol.md, sections 4 to 11 and 14).
 *
 * | Request                          | Body                    | Answer                                                      |
 * | -------------------------------- | ----------------------- | ----------------------------------------------------------- |
 * | GET  /v1/health                  |                         | {@link healthAnswer}; unsigned                              |
 * | POST /v1/enrol                   | enrolRequest            | enrolAnswer; unsigned, proven by the code (sync/enrolment)  |
 * | POST /v1/push                    | one batch (sync/batch)  | 200 {@link pushAnswer}; 202 {@link parkedAnswer}; 409 {@link gapAnswer}; 413: form smaller; 507: no room |
 * | GET  /v1/pull?cursor=&mine=      |                         | one page (sync/log-page); 410: cursor unknown, start over   |
 * | GET  /v1/watermark?incarnation=  | repeated, up to 50      | {@link watermarkAnswer}; to version 1 {@link watermarkAnswer1} |
 * | GET  /v1/snapshot                |                         | snapshotDescription (sync/snapshot); 404: none is worth it, read the log. `?present`: of now, however short the log, for a state that differs |
 * | GET  /v1/snapshot/:id/:n         | n from 0                | one part (sync/snapshot); 410: expired, begin again         |
 * | POST /v1/blobs/have              | {@link haveRequest}     | {@link haveAnswer}                                          |
 * | PUT  /v1/blobs/:sha256?offset=&size= | bytes from `offset` | {@link blobAnswer}; 409 with the offset to go on from; 422 wrong content |
 * | GET  /v1/blobs/:sha256           |                         | the bytes; Range: bytes=N-                                  |
 * | GET  /v1/update                  |                         | {@link updateAnswer}: the update that the hub hands down; 404: none |
 * | GET  /v1/update/:version         |                         | the bytes of its file; Range: bytes=N-                      |
 *
 * Every other request is signed by the workstation: {@link headers}.signature is Ed25519 over {@link requestText}. The nonce is
 * taken once. The time is recorded, never judged (a wrong clock is shown, not refused). The bodies of blob PUTs
 * are not hashed in advance (their content is proven by its address), `bodyHash` is "-" there.
 *
 * Failures answer {@link failure} with a stable code and, where a person can do something, words in both languages.
 * A hub answers {@link headers}.protocol with every answer, takes the versions N-1 to N+1 of its own, and answers in the lower of both.
 */
import { z } from 'zod';
import { limits } from '../sync/limits';
import { mostHeadBytes } from '../update/manifest';

export const protocolVersion = 2;
/** The oldest version that this side still speaks. */
export const oldestVersion = 1;

export const paths = {
  health: '/v1/health',
  enrol: '/v1/enrol',
  push: '/v1/push',
  pull: '/v1/pull',
  watermark: '/v1/watermark',
  snapshot: '/v1/snapshot',
  snapshotPart: (id: string, part: number) => `/v1/snapshot/${id}/${part}`,
  have: '/v1/blobs/have',
  blob: (sha256: string) => `/v1/blobs/${sha256}`,
  update: '/v1/update',
  updateFile: (version: string) => `/v1/update/${version}`,
} as const;

export const headers = {
  protocol: 'kts-protocol',
  device: 'kts-device',
  /** Wall clock of the sender, ms since 1970; in answers that of the hub, from which a workstation sees that its clock is wrong. */
  time: 'kts-time',
  /** 32 hex digits. */
  nonce: 'kts-nonce',
  signature: 'kts-signature',
  /**
   * With a batch that another workstation brings: certificate of its author, JSON in base64url. A hub that was restored may not know any
   * more a device that it enrolled after its backup; it knows its own signature.
   */
  author: 'kts-author',
} as const;

export interface RequestParts {
  readonly method: string;
  readonly pathAndQuery: string;
  readonly bodyHash: string;
  readonly time: string;
  readonly nonce: string;
  readonly device: string;
}

/** The text that a workstation signs for one request. `bodyHash`: SHA-256 in hex, of zero bytes where there is no body. */
export const requestText = (r: RequestParts): string =>
  ['kts request 1', r.device, r.method, r.pathAndQuery, r.bodyHash, r.time, r.nonce].join('\n');
export const unhashedBody = '-';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const words = z.object({ vi: z.string(), en: z.string() });
const seq = z.int().min(0);

export const refusedOp = z.object({ seq: z.int().min(1), code: z.string(), field: z.string(), words });
export type RefusedOp = z.infer<typeof refusedOp>;

export const pushAnswer = z.object({
  /** All ops up to this number are applied or refused; none will be taken twice. */
  applied: seq,
  /** All ops up to this number survive the loss of the hub's first disk as well. */
  confirmed: seq,
  /** Hash of the last batch that the hub holds of this incarnation. */
  hash,
  refused: z.array(refusedOp),
});
export type PushAnswer = z.infer<typeof pushAnswer>;

/** 202: the batch is kept durably and applied as soon as the one numbered `expected` is there. */
export const parkedAnswer = z.object({
  /** Number of the batch that is missing. */
  expected: z.int().min(1),
  applied: seq,
  confirmed: seq,
  /** Hash of the last batch that was applied. */
  hash,
});
export type ParkedAnswer = z.infer<typeof parkedAnswer>;

/** How far the hub has one incarnation. */
export const watermark = z.object({
  incarnation: z.string().max(64),
  /** Number and hash of its last batch that was applied; 0 and 64 zeros before the first. */
  number: z.int().min(0),
  hash,
  applied: seq,
  confirmed: seq,
});
export type Watermark = z.infer<typeof watermark>;
/** One for each incarnation that was asked for, in that order. */
export const watermarkAnswer = z.object({ marks: z.array(watermark).max(limits.incarnationsAsked) });
export type WatermarkAnswer = z.infer<typeof watermarkAnswer>;
/** As version 1 knows it: of one incarnation. */
export const watermarkAnswer1 = pushAnswer.omit({ refused: true });
export type WatermarkAnswer1 = z.infer<typeof watermarkAnswer1>;

/**
 * `gap`: an earlier batch is missing and no more are parked; `chain`: the batch does not follow the last one (a restored or cloned
 * workstation). `expected`: the next sequence number.
 */
export const gapAnswer = z.object({ code: z.enum(['gap', 'chain']), expected: z.int().min(1), hash });
export type GapAnswer = z.infer<typeof gapAnswer>;

/** What the hub hands down; the workstation trusts the signature in `head` alone (update/manifest). */
export const updateAnswer = z.object({
  version: z.string().max(20),
  head: z.string().max(mostHeadBytes),
  /** Where the content begins in the file, behind the head. */
  contentAt: z.int().min(0),
  bytes: z.int().min(0),
});
export type UpdateAnswer = z.infer<typeof updateAnswer>;

export const haveRequest = z.strictObject({ hashes: z.array(hash).max(limits.haveHashes) });
/** Those that are not whole at the hub, with the number of bytes that it already has. */
export const haveAnswer = z.object({ missing: z.array(z.object({ hash, offset: z.int().min(0) })) });
export type HaveAnswer = z.infer<typeof haveAnswer>;
export const blobAnswer = z.object({ offset: z.int().min(0), done: z.boolean() });

export const healthAnswer = z.object({ hub: z.string(), name: z.string(), protocol: z.int(), database: z.enum(['up', 'down']) });

/**
 * too-large: form fewer ops; unknown-cursor: start over; disk-full: nothing was written, try later; too-many: wait as long as
 * Retry-After says; expired: begin the snapshot again; stopping: ask again.
 */
export const failureCodes = [
  'bad-request',
  'unsigned',
  'unknown-device',
  'revoked',
  'bad-signature',
  'replayed',
  'version',
  'bad-code',
  'bad-batch',
  'foreign',
  'too-large',
  'unknown-cursor',
  'not-found',
  'wrong-content',
  'disk-full',
  'too-many',
  'expired',
  'stopping',
  'internal',
] as const;
export type FailureCode = (typeof failureCodes)[number];
export const failure = z.object({ code: z.enum(failureCodes), reason: z.string().optional(), words: words.optional() });
export type Failure = z.infer<typeof failure>;
