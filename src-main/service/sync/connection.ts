import type http from 'node:http';
import type { TLSSocket } from 'node:tls';
import { permitHub } from '../network/allow-list';
import { nodeHttp, nodeHttps } from '../network/http';

/** How the hub is reached. `authority`: PEM of the only TLS authority that may vouch for it; absent: those of the system. */
export interface HubPlace {
  readonly url: string;
  readonly authority?: string | undefined;
  /** First contact, before the hub has proven itself: the certificate is looked at afterwards. */
  readonly unverified?: boolean;
}

/** A hub takes so many connections of one workstation, and a weak line is filled by them (protocol, section 10). */
export const connections = 4;

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: Uint8Array | undefined;
}

export interface RawReply {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly bytes: Buffer;
  /** DER of the certificate that the hub showed. */
  readonly certificate: Buffer | undefined;
}

/** A request whose answer is awaited. */
export interface Exchange {
  readonly reply: Promise<RawReply>;
  /** When a byte moved last, in either direction. */
  movedAt(): number;
  readonly size: number;
  /** Whether it went over a connection that had been used before. */
  reused(): boolean;
  /** Whether that connection had rested so long that what lies between may have forgotten it. */
  rested(): boolean;
  /** Ends its connection; the reply fails with `reason`. */
  destroy(reason: Error): void;
}

/** Keep-alive connections to one hub. */
export interface Connections {
  exchange(request: RawRequest): Exchange;
  /** Whether nothing is under way on one of them. */
  hasResting(): boolean;
  /** Ends those that nothing is under way on. */
  dropResting(): void;
  close(): void;
}

/** Larger answers are no answers of the protocol. */
const largestAnswer = 80 * 1024 * 1024;
const writeBytes = 16 * 1024;
const longRestMs = 10_000;

export function openConnections(place: HubPlace, { keepAlive }: { readonly keepAlive: boolean }): Connections {
  const base = new URL(place.url);
  const endPermission = permitHub(place.url);
  const secure = base.protocol === 'https:';
  // TCP's own probes, usually one each second, would cost a resting line more than its questions do.
  const shared = { keepAlive, keepAliveMsecs: 60_000, maxSockets: connections, maxFreeSockets: connections, noDelay: true };
  // The authority signs for this hub alone: whatever name or address it is reached by, it is the hub.
  const pinned = place.authority === undefined ? {} : { ca: place.authority, checkServerIdentity: () => undefined };
  const agent = secure
    ? new (nodeHttps().Agent)({ ...shared, ...pinned, minVersion: 'TLSv1.2', rejectUnauthorized: place.unverified !== true })
    : new (nodeHttp().Agent)(shared);
  const request = secure ? nodeHttps().request : nodeHttp().request;
  const usedAt = new WeakMap<object, number>();
  return {
    exchange: ({ method, path, headers, body }) => {
      let movedAt = Date.now();
      let rested = false;
      const moved = (): void => {
        movedAt = Date.now();
      };
      const length = body ? { 'content-length': body.length } : {};
      const outgoing = request(new URL(path, base), { method, agent, headers: { ...headers, ...length } });
      const reply = new Promise<RawReply>((resolve, reject) => {
        outgoing.on('error', reject);
        outgoing.on('response', (incoming) => {
          const chunks: Buffer[] = [];
          let size = 0;
          // The session may be resumed on the next connection: then no certificate is shown again.
          const certificate = secure ? (incoming.socket as TLSSocket).getPeerCertificate()?.raw : undefined;
          moved();
          incoming.on('data', (chunk: Buffer) => {
            moved();
            size += chunk.length;
            if (size > largestAnswer) outgoing.destroy(new Error('answer too large'));
            else chunks.push(chunk);
          });
          incoming.on('error', reject);
          incoming.on('end', () => {
            if (!incoming.complete) reject(new Error('answer cut short'));
            else resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, bytes: Buffer.concat(chunks), certificate });
          });
        });
      });
      outgoing.on('socket', (socket) => {
        rested = Date.now() - (usedAt.get(socket) ?? Date.now()) > longRestMs;
        moved();
        outgoing.on('close', () => usedAt.set(socket, Date.now()));
      });
      writeAll(outgoing, body, moved);
      return {
        reply,
        size: body?.length ?? 0,
        movedAt: () => movedAt,
        reused: () => outgoing.reusedSocket,
        rested: () => rested,
        destroy: (reason) => void outgoing.destroy(reason),
      };
    },
    hasResting: () => Object.values(agent.freeSockets).some((sockets) => sockets !== undefined && sockets.length > 0),
    dropResting: () => Object.values(agent.freeSockets).forEach((sockets) => sockets?.forEach((socket) => socket.destroy())),
    close: () => {
      agent.destroy();
      endPermission();
    },
  };
}

/** In pieces, so that it is seen whether they go out. */
function writeAll(outgoing: http.ClientRequest, body: Uint8Array | undefined, moved: () => void): void {
  let at = 0;
  const next = (error?: Error | null): void => {
    if (error || outgoing.destroyed) return;
    moved();
    if (!body || at >= body.length) return void outgoing.end();
    const piece = body.subarray(at, at + writeBytes);
    at += piece.length;
    outgoing.write(piece, next);
  };
  next();
}
