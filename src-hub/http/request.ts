import type { FastifyRequest } from 'fastify';
import type { Device } from '../devices/device';
import { HubFailure } from '../failure';

/** Who sent a request, once its signature was checked. @throws HubFailure 401, 403 */
export type Authenticated = (request: FastifyRequest) => Promise<Device>;
export const bodyOf = (request: FastifyRequest): Buffer => (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));

export function jsonOf(request: FastifyRequest): unknown {
  try {
    return JSON.parse(bodyOf(request).toString('utf8'));
  } catch {
    throw new HubFailure(400, 'bad-request', 'not JSON');
  }
}
