import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { headers, protocolVersion, unhashedBody } from '#shared/contract/hub';
import { limits } from '#shared/sync/limits';
import { sha256Hex } from '#shared/node/batch-tools';
import { authenticate, NonceMemory, SeenMemory } from '../devices/authenticate';
import type { Device } from '../devices/device';
import { HubFailure } from '../failure';
import { createLimiter } from '../limits/rates';
import { addMetricsRoute } from '../metrics/endpoint';
import { type BackgroundClearing, clearInBackground } from '../retention/clear-log';
import { blobRoutes } from './blob-routes';
import { createDrain, type Drain } from './drain';
import { asFailure, codeOf } from './failures';
import type { HubParts, ServerOptions } from './parts';
import { bodyOf } from './request';
import { syncRoutes } from './sync-routes';
import { updateRoutes } from './update-routes';

/** Bytes of a request's head; cursors, hashes and signatures are far below. */
const headBytes = 16 * 1024;
const urlBytes = 8 * 1024;
const connections = 10_000;

export interface HubServer {
  readonly server: FastifyInstance;
  readonly drain: Drain;
  readonly clearing: BackgroundClearing;
}

/**
 * The HTTP server with every route, not listening yet. Logs name method, route, status, device (once it has proven itself) and
 * duration; never bodies, queries, addresses of images or names.
 */
export async function buildServer(parts: HubParts, options: ServerOptions): Promise<HubServer> {
  const { meter } = parts;
  const server = Fastify({
    bodyLimit: limits.batchBytes,
    routerOptions: { maxParamLength: 100 },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // The nearest hop alone: what a workstation writes into X-Forwarded-For itself does not count.
    trustProxy: options.behindProxy ? (_address, hop) => hop === 0 : false,
    logController: new LogController({ disableRequestLogging: true }),
    logger: options.logLevel === 'silent' ? false : { level: options.logLevel, ...(options.logTo ? { stream: options.logTo } : {}) },
    serverFactory: (handler) => {
      const own = options.tls
        ? createHttpsServer({ ...options.tls, minVersion: 'TLSv1.2', maxHeaderSize: headBytes }, handler)
        : createHttpServer({ maxHeaderSize: headBytes }, handler);
      return Object.assign(own, {
        keepAliveTimeout: 120_000,
        requestTimeout: 300_000,
        headersTimeout: 60_000,
        maxConnections: connections,
      });
    },
  });
  const provenDevices = new WeakMap<FastifyRequest, string>();
  const memory = { nonces: new NonceMemory(), seen: new SeenMemory() };
  const limiter = await createLimiter(server, options.rates, meter.limited);
  const drain = createDrain(server);
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  server.addHook('onRequest', async (request) => {
    if (request.url.length > urlBytes) throw new HubFailure(414, 'bad-request', 'address too long');
    await limiter.address(request);
  });
  server.addHook('onSend', async (_request, reply) => {
    reply.header(headers.protocol, protocolVersion).header(headers.time, Date.now());
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    meter.request(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    request.log.info({
      method: request.method,
      route,
      status: reply.statusCode,
      device: provenDevices.get(request),
      ms: Math.round(reply.elapsedTime),
    });
  });
  server.setNotFoundHandler(() => {
    throw new HubFailure(404, 'not-found');
  });
  server.setErrorHandler((error, request, reply) => {
    const failure = asFailure(error);
    if (failure.status >= 500) request.log.error({ route: request.routeOptions.url, ...kindOf(error) });
    if (failure.retryAfter !== undefined) reply.header('retry-after', failure.retryAfter);
    return reply.code(failure.status).send(failure.body);
  });

  const signed = async (request: FastifyRequest, bodyHash: string): Promise<Device> => {
    const device = await authenticate(parts.database, memory, {
      method: request.method,
      url: request.url,
      headers: request.headers,
      bodyHash,
    });
    provenDevices.set(request, device.device);
    await limiter.device(request);
    return device;
  };
  const authenticated = (request: FastifyRequest): Promise<Device> => signed(request, sha256Hex(bodyOf(request)));
  const clearing = clearInBackground(parts.database, parts.core, (error) => server.log.error({ task: 'clear log', ...kindOf(error) }));
  server.register(syncRoutes, { parts, clearing, limiter, authenticated });
  server.register(blobRoutes, { parts, authenticated, authenticatedUnhashed: (request) => signed(request, unhashedBody) });
  server.register(updateRoutes, { parts, authenticated });
  if (options.metricsToken !== undefined) addMetricsRoute(server, meter, options.metricsToken);
  return { server, drain, clearing };
}

/** What a log may say of an error: its words may hold content. */
const kindOf = (error: unknown) => ({ name: error instanceof Error ? error.name : 'unknown', code: codeOf(error) });
