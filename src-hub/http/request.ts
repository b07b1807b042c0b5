import type { FastifyRequest } from 'fastify';
import type { Device } from '../devices/device';
import { HubFailure } from '../failure';

/** Who sent a request, once its signature was checked. @throws HubFailure 401, 403 */
export type Authenticated = (request: FastifyRequest) => Promise<Device>;
export const bodyOf = (request: FastifyRequest): Buffer => (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));

/** What `read` makes of a body. @throws HubFailure 400 where it cannot */
export function parsed(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    throw new HubFailure(400, 'bad-request', 'the body cannot be read');
  }
}

export const jsonOf = (request: FastifyRequest): unknown => parsed(() => JSON.parse(bodyOf(request).toString('utf8')));

/** One range, as readers ask for that go on after a cut; anything else counts as the whole. First byte and the one after the last. */
export function rangeOf(request: FastifyRequest, size: number): [from: number, to: number] {
  const [, first, last] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(request.headers.range ?? '') ?? [];
  const from = Number(first ?? 0);
  const to = last ? Math.min(Number(last) + 1, size) : size;
  return from < to ? [from, to] : [0, size];
}
