import { randomBytes } from 'node:crypto';
import { headers, protocolVersion, requestText } from '#shared/contract/hub';
import { sha256, type WireStation } from './wire-station';

/** The headers by which a request is this workstation's. `hashed: false`: an upload, whose content its address proves. */
export function signedHeaders(
  { device, key }: WireStation,
  method: string,
  path: string,
  body: Uint8Array = new Uint8Array(),
  hashed = true,
): Record<string, string> {
  const [time, nonce] = [String(Date.now()), randomBytes(16).toString('hex')];
  const text = requestText({ device, method, pathAndQuery: path, bodyHash: hashed ? sha256(body) : '-', time, nonce });
  return {
    [headers.protocol]: String(protocolVersion),
    [headers.device]: device,
    [headers.time]: time,
    [headers.nonce]: nonce,
    [headers.signature]: key.sign(text).toString('base64url'),
    ...(body.length > 0 ? { 'content-type': 'application/octet-stream' } : {}),
  };
}

/** One signed request as it is, without what the line does about its answer. */
export const signedFetch = (
  url: string,
  station: WireStation,
  method: string,
  path: string,
  body?: Uint8Array<ArrayBuffer>,
  hashed = true,
): Promise<Response> => fetch(url + path, { method, headers: signedHeaders(station, method, path, body, hashed), body: body ?? null });
