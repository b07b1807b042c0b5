import { Readable } from 'node:stream';
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { paths } from '#shared/contract/hub';
import { HubFailure } from '../failure';
import type { HubParts } from './parts';
import { type Authenticated, rangeOf } from './request';

const params = z.object({ version: z.string().max(20) });

export const updateRoutes: FastifyPluginAsync<{ parts: HubParts; authenticated: Authenticated }> = async (
  server,
  { parts: { updates }, authenticated },
) => {
  server.get(paths.update, async (request) => {
    await authenticated(request);
    const current = await updates.current();
    if (!current) throw new HubFailure(404, 'not-found');
    return current;
  });

  server.get(paths.updateFile(':version'), async (request, reply) => {
    await authenticated(request);
    const { version } = params.parse(request.params);
    const size = await updates.size(version);
    if (size === undefined) throw new HubFailure(404, 'not-found');
    const [from, to] = rangeOf(request, size);
    const isWhole = from === 0 && to === size;
    reply
      .code(isWhole ? 200 : 206)
      .type('application/octet-stream')
      .header('content-length', to - from);
    if (!isWhole) reply.header('content-range', `bytes ${from}-${to - 1}/${size}`);
    return reply.send(Readable.from(updates.read(version, from, to)));
  });
};
