import { randomBytes } from 'node:crypto';
import { failure, type FailureCode, headers, protocolVersion, requestText, unhashedBody } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import { sha256Hex } from './crypto/batch-tools';
import type { DeviceKey } from './crypto/device-key';

export interface HubRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: Uint8Array;
  /** Bodies that their address proves are not hashed into the signature. */
  readonly unhashed?: boolean;
}

export interface HubReply {
  readonly status: number;
  readonly bytes: Buffer;
  /** The hub's failure code of an answer above 399, when it gave one. */
  readonly failure: FailureCode | undefined;
}

export interface HubClient {
  /**
   * One signed request on a kept-alive connection.
   * @throws AppError sync.unreachable (no answer, or the hub is out of order), sync.revoked, sync.notEnrolled, sync.hubRefused
   */
  send(request: HubRequest): Promise<HubReply>;
}

export interface HubClientOptions {
  readonly url: string;
  readonly device: string;
  readonly key: DeviceKey;
  /** Told after each answer: how far this machine's clock is ahead of the hub's, in ms. */
  onSkew?(ms: number): void;
  /** Told after each answer: bytes moved and how long it took. */
  onTransfer?(bytes: number, ms: number): void;
  /** Ends everything that is under way. */
  readonly signal: AbortSignal;
}

/** An answer is waited for this long, and the longer the more is sent: 2 kB/s is the weakest line worth waiting for. */
const patienceMs = (bytes: number): number => 30_000 + Math.ceil(bytes / 2);

export function createHubClient(options: HubClientOptions): HubClient {
  const sign = ({ method, path, body, unhashed }: HubRequest): Record<string, string> => {
    const time = String(Date.now());
    const nonce = randomBytes(16).toString('hex');
    const bodyHash = unhashed ? unhashedBody : sha256Hex(body ?? '');
    const text = requestText({ device: options.device, method, pathAndQuery: path, bodyHash, time, nonce });
    return {
      [headers.protocol]: String(protocolVersion),
      [headers.device]: options.device,
      [headers.time]: time,
      [headers.nonce]: nonce,
      [headers.signature]: options.key.sign(text).toString('base64url'),
      ...(body ? { 'content-type': 'application/octet-stream' } : {}),
    };
  };
  return {
    async send(request) {
      const started = Date.now();
      const size = request.body?.length ?? 0;
      const signal = AbortSignal.any([options.signal, AbortSignal.timeout(patienceMs(size))]);
      const reply = await call(new URL(request.path, options.url), {
        method: request.method,
        headers: sign(request),
        body: (request.body ?? null) as NonNullable<RequestInit['body']> | null,
        signal,
      });
      const ended = Date.now();
      if (reply.hubTime !== undefined) options.onSkew?.((started + ended) / 2 - reply.hubTime);
      options.onTransfer?.(size + reply.bytes.length, ended - started);
      return refuseWhatEndsTheLine(reply);
    },
  };
}

/** The JSON of an answer. @throws AppError sync.badAnswer for anything that the protocol does not know */
export function parseReply<T>(schema: { parse(value: unknown): T }, reply: HubReply): T {
  try {
    return schema.parse(JSON.parse(reply.bytes.toString('utf8')));
  } catch (error) {
    throw new AppError('sync.badAnswer', {}, error);
  }
}

/** One request without a signature (enrolment). @throws AppError sync.unreachable */
export const sendUnsigned = (url: string, path: string, body: string): Promise<HubReply> =>
  call(new URL(path, url), {
    method: 'POST',
    headers: { [headers.protocol]: String(protocolVersion), 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(patienceMs(body.length)),
  });

async function call(url: URL, init: RequestInit): Promise<HubReply & { hubTime: number | undefined }> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error' });
    const bytes = Buffer.from(await response.arrayBuffer());
    const time = Number(response.headers.get(headers.time) ?? Number.NaN);
    return {
      status: response.status,
      bytes,
      failure: response.ok ? undefined : failureOf(bytes),
      hubTime: Number.isFinite(time) ? time : undefined,
    };
  } catch (error) {
    throw new AppError('sync.unreachable', {}, error);
  }
}

function failureOf(bytes: Buffer): FailureCode | undefined {
  try {
    return failure.safeParse(JSON.parse(bytes.toString('utf8'))).data?.code;
  } catch {
    return undefined;
  }
}

function refuseWhatEndsTheLine(reply: HubReply): HubReply {
  const { status, failure: code } = reply;
  if (code === 'revoked') throw new AppError('sync.revoked');
  if (code === 'unknown-device') throw new AppError('sync.notEnrolled');
  if (code === 'foreign' || code === 'version' || code === 'bad-batch' || code === 'bad-signature' || code === 'disk-full')
    throw new AppError('sync.hubRefused', { reason: code });
  if (status >= 500) throw new AppError('sync.unreachable', {});
  return reply;
}
