import { randomBytes } from 'node:crypto';
import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { headers, protocolVersion, requestText } from '#shared/contract/hub';
import { sha256, type WireStation } from '../../support/wire-station';

/**
 * Signed requests of a workstation over one kept connection, without the line's watchdog: under full load every answer is late by
 * design, and the watchdog would take the queue for a dead line.
 */
export function plainClient(url: string, { device, key, enrolled }: WireStation): (path: string, body: Uint8Array) => Promise<number> {
  const base = new URL(url);
  const secure = base.protocol === 'https:';
  const agent = secure
    ? new HttpsAgent({ keepAlive: true, maxSockets: 1, ca: enrolled.tlsAuthority })
    : new HttpAgent({ keepAlive: true, maxSockets: 1 });
  return async (path, body) => {
    const [time, nonce] = [String(Date.now()), randomBytes(16).toString('hex')];
    const text = requestText({ device, method: 'POST', pathAndQuery: path, bodyHash: sha256(body), time, nonce });
    const request = (secure ? httpsRequest : httpRequest)(new URL(path, base), {
      method: 'POST',
      agent,
      headers: {
        [headers.protocol]: String(protocolVersion),
        [headers.device]: device,
        [headers.time]: time,
        [headers.nonce]: nonce,
        [headers.signature]: key.sign(text).toString('base64url'),
        'content-type': 'application/octet-stream',
        'content-length': body.length,
      },
    });
    const response = await new Promise<IncomingMessage>(
      (resolve, reject) => void request.once('response', resolve).once('error', reject).end(body),
    );
    for await (const _chunk of response);
    return response.statusCode ?? 0;
  };
}
