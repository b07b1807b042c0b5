import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HubFailure } from '../failure';
import { headers } from '#shared/contract/hub';

/** Requests in a minute that one instance takes. */
export interface Rates {
  /** Of one workstation: on a good line, small images over four connections come at about 25 in a second. */
  readonly device: number;
  /** Of one address; a whole province may come through one. */
  readonly address: number;
  /** Attempts to enrol, of one address. */
  readonly enrol: number;
}
export const usualRates: Rates = { device: 3000, address: 12_000, enrol: 30 };

/** Each counts the request, and throws HubFailure 429 `too-many` with Retry-After when it was one too many. */
export interface Limiter {
  device(request: FastifyRequest): Promise<void>;
  address(request: FastifyRequest): Promise<void>;
  enrol(request: FastifyRequest): Promise<void>;
}

/** `onLimited` is told the kind of limit each time. */
export async function createLimiter(server: FastifyInstance, rates: Rates, onLimited: (kind: keyof Rates) => void): Promise<Limiter> {
  await server.register(rateLimit, { global: false, cache: 50_000, timeWindow: 60_000 });
  const limit = (kind: keyof Rates, keyGenerator?: (request: FastifyRequest) => string) => {
    const check = server.createRateLimit({ max: rates[kind], timeWindow: 60_000, ...(keyGenerator ? { keyGenerator } : {}) });
    return async (request: FastifyRequest): Promise<void> => {
      const result = await check(request);
      if (result.isAllowed || !result.isExceeded) return;
      onLimited(kind);
      throw new HubFailure(429, 'too-many', kind, Math.max(1, result.ttlInSeconds));
    };
  };
  return {
    device: limit('device', (request) => String(request.headers[headers.device])),
    address: limit('address'),
    enrol: limit('enrol'),
  };
}
