import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { MetricsOptions } from '../config';
import { HubFailure } from '../failure';
import type { Meter } from './meter';

export const metricsPath = '/metrics';

/** /metrics beside the protocol, for whoever shows the token. */
export function addMetricsRoute(server: FastifyInstance, meter: Meter, token: string): void {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const wanted = digest(`Bearer ${token}`);
  server.get(metricsPath, async (request, reply) => {
    if (!timingSafeEqual(wanted, digest(request.headers.authorization ?? ''))) throw new HubFailure(401, 'unsigned');
    return reply.type(meter.registry.contentType).send(await meter.registry.metrics());
  });
}

/** /metrics on a port of its own. @returns its address and how to end it */
export async function serveMetrics(
  meter: Meter,
  { port, host = '127.0.0.1' }: MetricsOptions,
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== metricsPath) return void response.writeHead(404).end();
    void meter.registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': meter.registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => void server.once('error', reject).listen(port, host, resolve));
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}${metricsPath}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
