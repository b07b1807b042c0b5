import { type FailureCode } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import type { DeviceCertificate } from '#shared/sync/certificate';

export interface HubRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: Uint8Array;
  /** Bodies that their address proves are not hashed into the signature. */
  readonly unhashed?: boolean;
  /** Certificate of the author of a batch that this workstation only brings. */
  readonly author?: DeviceCertificate;
  /** Where the answer is late it may be asked a second time beside the first (late-answers.ts). */
  readonly twice?: boolean;
  /** Read from this byte on, as far as the second one (inclusive). */
  readonly range?: readonly [from: number, to: number];
}

export interface HubReply {
  readonly status: number;
  readonly bytes: Buffer;
  /** The hub's failure code of an answer above 399, when it gave one. */
  readonly failure: FailureCode | undefined;
  /** Protocol in which the hub answered: the lower of its own and ours. */
  readonly protocol: number;
}

/** The one door to the hub. Over the network it is http-client.ts; the simulation has its own. */
export interface HubClient {
  /**
   * One signed request and its answer, 4xx included. Several may be under way. Everything that is asked is idempotent, so a
   * client may send the same request again when its answer did not come.
   * @throws AppError sync.unreachable (no answer, or the hub is out of order), sync.hubBusy, sync.revoked, sync.notEnrolled, sync.hubRefused
   */
  send(request: HubRequest): Promise<HubReply>;
}

/** The JSON of an answer. @throws AppError sync.badAnswer for anything that the protocol does not know */
export function parseReply<T>(schema: { parse(value: unknown): T }, reply: HubReply): T {
  try {
    return schema.parse(JSON.parse(reply.bytes.toString('utf8')));
  } catch (error) {
    throw new AppError('sync.badAnswer', {}, error);
  }
}

export const unexpected = (reply: HubReply): AppError => new AppError('sync.hubRefused', { reason: reply.failure ?? String(reply.status) });
