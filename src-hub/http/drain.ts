import type { FastifyInstance } from 'fastify';
import { HubFailure } from '../failure';

const retrySeconds = 5;

/** Requests under way, so that a stop can let them finish. */
export interface Drain {
  /** From now on new requests are answered 503 with Retry-After. Resolves when those under way have ended, at the latest after `patienceMs`. */
  drain(patienceMs: number): Promise<void>;
}

export function createDrain(server: FastifyInstance): Drain {
  let underWay = 0;
  let stopping = false;
  let empty = (): void => undefined;
  server.addHook('onRequest', async (request, reply) => {
    if (stopping) {
      reply.header('connection', 'close');
      throw new HubFailure(503, 'stopping', undefined, retrySeconds);
    }
    underWay++;
    // Also after a cut line, of which onResponse tells nothing.
    reply.raw.once('close', () => {
      if (--underWay === 0) empty();
    });
  });
  return {
    async drain(patienceMs) {
      stopping = true;
      if (underWay === 0) return;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        empty = resolve;
        timer = setTimeout(resolve, patienceMs);
      });
      clearTimeout(timer);
    },
  };
}
