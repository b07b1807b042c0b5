import { Readable } from 'node:stream';
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { haveRequest, paths } from '#shared/contract/hub';
import { limits } from '#shared/sync/limits';
import { OffsetMismatch, WrongContent } from '../blobs/blob-store';
import { destroyedOf } from '../retention/destroyed';
import { held, hold } from '../blobs/holdings';
import { HubFailure } from '../failure';
import type { HubParts } from './parts';
import { type Authenticated, jsonOf, rangeOf } from './request';

const params = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) });
const place = z.object({ offset: z.coerce.number().int().min(0), size: z.coerce.number().int().min(1).max(limits.blobBytes) });

/** A question about as many hashes as are allowed, generously. */
const haveBytes = limits.haveHashes * 100;

interface Options {
  parts: HubParts;
  authenticated: Authenticated;
  authenticatedUnhashed: Authenticated;
}

export const blobRoutes: FastifyPluginAsync<Options> = async (server, { parts, authenticated, authenticatedUnhashed }) => {
  const { database, blobs, meter } = parts;

  server.post(paths.have, { bodyLimit: haveBytes }, async (request) => {
    const { commune } = await authenticated(request);
    const { hashes } = haveRequest.parse(jsonOf(request));
    const there = new Set([...(await held(database, commune, hashes)), ...(await destroyedOf(database, commune, hashes))]);
    const missing = [...new Set(hashes)].filter((hash) => !there.has(hash));
    return { missing: await Promise.all(missing.map(async (hash) => ({ hash, offset: await blobs.partial(commune, hash) }))) };
  });

  server.get(paths.blob(':hash'), async (request, reply) => {
    const { commune } = await authenticated(request);
    const { hash } = params.parse(request.params);
    if (!(await held(database, commune, [hash])).has(hash)) throw new HubFailure(404, 'not-found');
    const size = await blobs.size(hash);
    const [from, to] = rangeOf(request, size);
    const whole = from === 0 && to === size;
    reply
      .code(whole ? 200 : 206)
      .type('application/octet-stream')
      .header('content-length', to - from);
    if (!whole) reply.header('content-range', `bytes ${from}-${to - 1}/${size}`);
    meter.blob('out', to - from);
    return reply.send(Readable.from(blobs.read(hash, from, whole ? undefined : to)));
  });

  // The body of an upload is written as it arrives, never held whole.
  server.register(async (uploads) => {
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    uploads.put(paths.blob(':hash'), { bodyLimit: limits.blobBytes }, async (request, reply) => {
      const { commune } = await authenticatedUnhashed(request);
      const { hash } = params.parse(request.params);
      const { offset, size } = place.parse(request.query);
      if (Number(request.headers['content-length'] ?? 0) > limits.blobBytes) throw new HubFailure(413, 'too-large');
      if ((await held(database, commune, [hash])).has(hash)) return { offset: size, done: true };
      // Destroyed by decision: counts as taken, so that nobody sends it for ever, and is not kept.
      if ((await destroyedOf(database, commune, [hash])).has(hash)) return { offset: size, done: true };
      await parts.checkSpace();
      try {
        const result = await blobs.append(commune, hash, offset, size, (request.body as Readable | undefined) ?? Readable.from([]));
        if (result.done) {
          await database.transaction((sql) => hold(sql, commune, hash, size));
          meter.blob('in', size);
        }
        return result;
      } catch (error) {
        if (error instanceof OffsetMismatch) return reply.code(409).send({ offset: error.offset, done: false });
        if (error instanceof WrongContent) throw new HubFailure(422, 'wrong-content');
        throw error;
      }
    });
  });
};
