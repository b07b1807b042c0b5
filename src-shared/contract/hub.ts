/**
 * The hub's HTTP interface, version 1.
 *
 * | Request                          | Body                    | Answer                                                      |
 * | -------------------------------- | ----------------------- | ----------------------------------------------------------- |
 * | GET  /v1/health                  |                         | {@link healthAnswer}; unsigned                              |
 * | POST /v1/enrol                   | enrolRequest            | enrolAnswer; unsigned, proven by the code (sync/enrolment)  |
 * | POST /v1/push                    | one batch (sync/batch)  | {@link pushAnswer}; 409 {@link gapAnswer}; 413: form smaller |
 * | GET  /v1/pull?cursor=&mine=      |                         | one page (sync/log-page); 410: cursor unknown, start over   |
 * | GET  /v1/watermark?incarnation=  |                         | {@link watermarkAnswer}                                     |
 * | POST /v1/blobs/have              | {@link haveRequest}     | {@link haveAnswer}                                          |
 * | PUT  /v1/blobs/:sha256?offset=&size= | bytes from `offset` | {@link blobAnswer}; 409 with the offset to go on from; 422 wrong content |
 * | GET  /v1/blobs/:sha256           |                         | the bytes; Range: bytes=N-                                  |
 *
 * Every other request is signed by the workstation: {@link headers}.signature is Ed25519 over {@link requestText}. The nonce is
 * taken once. The time is recorded, never judged (rule 11: a wrong clock is shown, not refused). The bodies of blob PUTs
 * are not hashed in advance (their content is proven by its address), `bodyHash` is "-" there.
 *
 * Failures answer {@link failure} with a stable code and, where a person can do something, words in both languages.
 * A hub answers {@link headers}.protocol with every answer and takes the versions N-1 to N+1 of its own.
 */
import { z } from 'zod';
import { limits } from '../sync/limits';

export const protocolVersion = 1;

export const paths = {
  health: '/v1/health',
  enrol: '/v1/enrol',
  push: '/v1/push',
  pull: '/v1/pull',
  watermark: '/v1/watermark',
  have: '/v1/blobs/have',
  blob: (sha256: string) => `/v1/blobs/${sha256}`,
} as const;

export const headers = {
  protocol: 'kts-protocol',
  device: 'kts-device',
  /** Wall clock of the sender, ms since 1970; in answers that of the hub, from which a workstation sees that its clock is wrong. */
  time: 'kts-time',
  /** 32 hex digits. */
  nonce: 'kts-nonce',
  signature: 'kts-signature',
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

export const watermarkAnswer = pushAnswer.omit({ refused: true });
export type WatermarkAnswer = z.infer<typeof watermarkAnswer>;

/** `gap`: an earlier batch is missing; `chain`: the batch does not follow the last one (a restored or cloned workstation). */
export const gapAnswer = z.object({ code: z.enum(['gap', 'chain']), expected: z.int().min(1), hash });
export type GapAnswer = z.infer<typeof gapAnswer>;

export const haveRequest = z.strictObject({ hashes: z.array(hash).max(limits.haveHashes) });
/** Those that are not whole at the hub, with the number of bytes that it already has. */
export const haveAnswer = z.object({ missing: z.array(z.object({ hash, offset: z.int().min(0) })) });
export type HaveAnswer = z.infer<typeof haveAnswer>;
export const blobAnswer = z.object({ offset: z.int().min(0), done: z.boolean() });

export const healthAnswer = z.object({ hub: z.string(), name: z.string(), protocol: z.int(), database: z.enum(['up', 'down']) });

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
  'stopping',
  'internal',
] as const;
export type FailureCode = (typeof failureCodes)[number];
export const failure = z.object({ code: z.enum(failureCodes), reason: z.string().optional(), words: words.optional() });
export type Failure = z.infer<typeof failure>;
