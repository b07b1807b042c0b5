import { randomBytes } from 'node:crypto';
import { failure, type FailureCode, headers, paths, protocolVersion, requestText, unhashedBody } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import { type Connections, type HubPlace, openConnections, type RawReply } from './connection';
import { sha256Hex } from '#shared/node/batch-tools';
import type { DeviceKey } from './crypto/device-key';
import type { HubClient, HubReply, HubRequest } from './hub-client';
import { createLateAnswers } from './late-answers';
import type { SpeedMeter } from './speed';
import { createWatchdog, LineAway, LineReturned, pingPatienceMs } from './watchdog';

export interface HttpClientOptions extends HubPlace {
  readonly device: string;
  readonly key: DeviceKey;
  /** Told after each answer: how far this machine's clock is ahead of the hub's, in ms. */
  onSkew?(ms: number): void;
  /** Told when the line goes silent and when it is back. */
  onLine?(up: boolean): void;
  readonly speed?: Pick<SpeedMeter, 'begin'>;
  /** Ends everything that is under way. */
  readonly signal: AbortSignal;
}

export interface HttpClient extends HubClient {
  close(): void;
}

/** Returns of the line in one request, after which it counts as unreachable. */
const mostReturns = 10;

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const connections = openConnections(options, { keepAlive: true });
  // Each sign of life takes a fresh connection, with the TLS session of the one before: half the bytes.
  const pings = openConnections(options, { keepAlive: false });
  const watchdog = createWatchdog({
    ping: () => pingThrough(pings),
    onLine(up) {
      if (up) connections.dropResting(); // they are from before the cut as well
      options.onLine?.(up);
    },
  });
  const late = createLateAnswers(connections.hasResting);
  const close = (): void => {
    watchdog.close();
    pings.close();
    connections.close();
  };
  options.signal.addEventListener('abort', close, { once: true });

  const sign = ({ method, path, body, unhashed, author, range }: HubRequest): Record<string, string> => {
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
      ...(author ? { [headers.author]: Buffer.from(JSON.stringify(author)).toString('base64url') } : {}),
      ...(range ? { range: `bytes=${range[0]}-${range[1]}` } : {}),
    };
  };

  async function once(request: HubRequest): Promise<RawReply> {
    const exchange = connections.exchange({ method: request.method, path: request.path, headers: sign(request), body: request.body });
    const abort = (): void => exchange.destroy(new LineAway());
    options.signal.addEventListener('abort', abort, { once: true });
    watchdog.watch(exchange);
    try {
      return await exchange.reply;
    } catch (error) {
      // The hub closes connections that rest; one that was closed while this was written is no sign of a bad line.
      if (exchange.reused() && !(error instanceof LineAway)) {
        connections.dropResting();
        throw new LineReturned();
      }
      throw error;
    } finally {
      options.signal.removeEventListener('abort', abort);
    }
  }

  return {
    close,
    async send(request) {
      for (let returns = 0; ; returns++) {
        if (options.signal.aborted) throw new AppError('sync.unreachable');
        const ended = options.speed?.begin();
        const started = Date.now();
        let moved = 0;
        try {
          const reply = await (request.twice ? late.soonest(request.body?.length ?? 0, () => once(request)) : once(request));
          moved = (request.body?.length ?? 0) + reply.bytes.length;
          const hubTime = Number(reply.headers[headers.time] ?? Number.NaN);
          if (Number.isFinite(hubTime)) options.onSkew?.((started + Date.now()) / 2 - hubTime);
          return refuseWhatEndsTheLine(replyOf(reply), reply);
        } catch (error) {
          if (error instanceof AppError) throw error;
          if (!(error instanceof LineReturned) || returns === mostReturns) throw new AppError('sync.unreachable', {}, error);
        } finally {
          ended?.(moved);
        }
      }
    },
  };
}

/** A sign of life of the hub on a fresh connection. @throws when none comes in time */
export async function pingHub(place: HubPlace): Promise<void> {
  const fresh = openConnections(place, { keepAlive: false });
  await pingThrough(fresh).finally(() => fresh.close());
}

async function pingThrough(fresh: Connections): Promise<void> {
  const exchange = fresh.exchange({ method: 'GET', path: paths.health, headers: { [headers.protocol]: String(protocolVersion) } });
  const timer = setTimeout(() => exchange.destroy(new LineAway()), pingPatienceMs);
  await exchange.reply.finally(() => clearTimeout(timer));
}

/** One request without a signature. @throws AppError sync.unreachable */
export async function sendUnsigned(
  place: HubPlace,
  method: 'GET' | 'POST',
  path: string,
  body?: string,
): Promise<HubReply & Pick<RawReply, 'certificate'>> {
  const fresh = openConnections(place, { keepAlive: false });
  const timer = setTimeout(() => fresh.close(), unsignedPatienceMs);
  try {
    const reply = await ask(fresh, method, path, body);
    return { ...replyOf(reply), certificate: reply.certificate };
  } catch (error) {
    throw new AppError('sync.unreachable', {}, error);
  } finally {
    clearTimeout(timer);
    fresh.close();
  }
}

const unsignedPatienceMs = 60_000;

const ask = (connections: Connections, method: string, path: string, body?: string): Promise<RawReply> =>
  connections.exchange({
    method,
    path,
    headers: { [headers.protocol]: String(protocolVersion), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : Buffer.from(body),
  }).reply;

function replyOf({ status, headers: answered, bytes }: RawReply): HubReply {
  const protocol = Number(answered[headers.protocol] ?? 1);
  return {
    status,
    bytes,
    failure: status < 400 ? undefined : failureOf(bytes),
    protocol: Number.isInteger(protocol) ? Math.min(protocol, protocolVersion) : 1,
  };
}

function failureOf(bytes: Buffer): FailureCode | undefined {
  try {
    return failure.safeParse(JSON.parse(bytes.toString('utf8'))).data?.code;
  } catch {
    return undefined;
  }
}

const usualWaitSeconds = 30;

function refuseWhatEndsTheLine(reply: HubReply, { headers: answered }: RawReply): HubReply {
  const { status, failure: code } = reply;
  if (code === 'revoked') throw new AppError('sync.revoked');
  if (code === 'unknown-device') throw new AppError('sync.notEnrolled');
  if (code === 'version') throw new AppError('sync.version');
  if (code === 'foreign' || code === 'bad-batch' || code === 'bad-signature') throw new AppError('sync.hubRefused', { reason: code });
  if (status === 507) throw new AppError('sync.hubFull', { seconds: usualWaitSeconds });
  if (status === 429 || status === 503) {
    const seconds = Number(answered['retry-after'] ?? Number.NaN);
    throw new AppError('sync.hubBusy', { seconds: Number.isFinite(seconds) ? Math.min(Math.max(1, seconds), 600) : usualWaitSeconds });
  }
  if (status >= 500) throw new AppError('sync.unreachable');
  return reply;
}
