import { headers, oldestVersion, protocolVersion, requestText } from '#shared/contract/hub';
import { verifiesText } from '#shared/node/ed25519';
import type { Sql } from '../database/database';
import { HubFailure } from '../failure';
import { type Device, findDevice, markSeen } from './device';

export interface SignedRequest {
  readonly method: string;
  /** Path and query as they arrived. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bodyHash: string;
}

/** Nonces seen lately. What is pushed out by newer ones could be sent again, which changes nothing: every request is idempotent. */
export class NonceMemory {
  readonly #seen = new Set<string>();
  readonly #size: number;
  constructor(size = 200_000) {
    this.#size = size;
  }
  /** False when it was seen before. */
  take(nonce: string): boolean {
    if (this.#seen.has(nonce)) return false;
    this.#seen.add(nonce);
    if (this.#seen.size > this.#size) for (const oldest of this.#seen) return this.#seen.delete(oldest);
    return true;
  }
}

/** When workstations were last written down as heard: once a minute is enough, and a commit for each request would cost as much as the request. */
export class SeenMemory {
  readonly #written = new Map<string, { readonly at: number; readonly skewMs: number }>();
  /** True when it is time to write it down, or the workstation's clock has jumped. */
  isNews(device: string, skewMs: number, now: number): boolean {
    const last = this.#written.get(device);
    if (last && now - last.at < 60_000 && Math.abs(skewMs - last.skewMs) < 10_000) return false;
    this.#written.set(device, { at: now, skewMs });
    return true;
  }
}

/** What an instance remembers of requests. */
export interface RequestMemory {
  readonly nonces: NonceMemory;
  readonly seen: SeenMemory;
}

/** @throws HubFailure unsigned, version, unknown-device, bad-signature, revoked, replayed */
export async function authenticate(sql: Sql, { nonces, seen }: RequestMemory, request: SignedRequest, now = Date.now()): Promise<Device> {
  const header = (name: string): string => {
    const value = request.headers[name];
    if (typeof value !== 'string' || value.length > 200) throw new HubFailure(401, 'unsigned', name);
    return value;
  };
  const version = Number(header(headers.protocol));
  if (!Number.isInteger(version) || version < oldestVersion || version > protocolVersion + 1) throw new HubFailure(426, 'version');
  const [id, time, nonce, signature] = [header(headers.device), header(headers.time), header(headers.nonce), header(headers.signature)];
  const device = await findDevice(sql, id);
  if (!device) throw new HubFailure(401, 'unknown-device');
  const text = requestText({ device: id, method: request.method, pathAndQuery: request.url, bodyHash: request.bodyHash, time, nonce });
  if (!/^[0-9a-f]{32}$/.test(nonce) || !verifiesText(device.publicKey, text, signature)) throw new HubFailure(401, 'bad-signature');
  if (device.revoked) throw new HubFailure(403, 'revoked');
  if (!nonces.take(`${id} ${nonce}`)) throw new HubFailure(401, 'replayed');
  const skewMs = Number.isFinite(Number(time)) ? Number(time) - now : 0;
  if (seen.isNews(id, skewMs, now)) await markSeen(sql, id, skewMs);
  return { device: id, commune: device.commune, publicKey: device.publicKey, protocol: Math.min(version, protocolVersion) };
}
