import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { headers, protocolVersion, unhashedBody } from '#shared/contract/hub';
import { limits } from '#shared/sync/limits';
import { sha256Hex } from '../crypto/batch-tools';
import { authenticate, NonceMemory } from '../devices/authenticate';
import type { Device } from '../devices/device';
import { HubFailure } from '../failure';
import { blobRoutes } from './blob-routes';
import type { HubParts } from './parts';
import { bodyOf } from './request';
import { syncRoutes } from './sync-routes';

/** The HTTP server with every route, not listening yet. Logs name method, route, status, device and duration; never bodies, queries or names. */
export function buildServer(parts: HubParts): FastifyInstance {
  const server = Fastify({
    bodyLimit: limits.batchBytes,
    keepAliveTimeout: 120_000,
    requestTimeout: 300_000,
    forceCloseConnections: 'idle',
    logController: new LogController({ disableRequestLogging: true }),
    logger: parts.logLevel === 'silent' ? false : { level: parts.logLevel },
  });
  const nonces = new NonceMemory();
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  server.addHook('onSend', async (_request, reply) => {
    reply.header(headers.protocol, protocolVersion).header(headers.time, Date.now());
  });
  server.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      device: deviceName(request),
      ms: Math.round(reply.elapsedTime),
    });
  });
  server.setNotFoundHandler((_request, reply) => reply.code(404).send(new HubFailure(404, 'not-found').body));
  server.setErrorHandler((error, request, reply) => {
    const failure = asFailure(error);
    if (failure.status >= 500)
      request.log.error({ route: request.routeOptions.url, name: error instanceof Error ? error.name : 'unknown', code: codeOf(error) });
    return reply.code(failure.status).send(failure.body);
  });

  const signed = (request: FastifyRequest, bodyHash: string): Promise<Device> =>
    authenticate(parts.database, nonces, { method: request.method, url: request.url, headers: request.headers, bodyHash });
  server.register(syncRoutes, { parts, authenticated: (request) => signed(request, sha256Hex(bodyOf(request))) });
  server.register(blobRoutes, {
    parts,
    authenticated: (request) => signed(request, sha256Hex(bodyOf(request))),
    authenticatedUnhashed: (request) => signed(request, unhashedBody),
  });
  return server;
}

const deviceName = (request: FastifyRequest): string | undefined => {
  const value = request.headers[headers.device];
  return typeof value === 'string' ? value.slice(0, 64) : undefined;
};

const codeOf = (error: unknown): string | undefined => (error instanceof Error && 'code' in error ? String(error.code) : undefined);

function asFailure(error: unknown): HubFailure {
  if (error instanceof HubFailure) return error;
  const code = codeOf(error);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new HubFailure(413, 'too-large');
  if (code === 'ENOSPC' || code === '53100') return new HubFailure(507, 'disk-full');
  if (error instanceof Error && error.name === 'ZodError') return new HubFailure(400, 'bad-request');
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500 ? new HubFailure(status, 'bad-request') : new HubFailure(500, 'internal');
}
