import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { anchorRequest, auditPath } from '#shared/contract/hub-audit';
import { headers, paths, protocolVersion } from '#shared/contract/hub';
import { type DeviceCertificate, deviceCertificate } from '#shared/sync/certificate';
import { enrolRequest } from '#shared/sync/enrolment';
import { mostContents } from '#shared/secrecy/audit-chain';
import { readAnchor } from '#shared/node/anchor-body';
import { limits } from '#shared/sync/limits';
import { anchorsOf, takeAnchor } from '../audit/anchors';
import type { BackgroundClearing } from '../retention/clear-log';
import { followDestructions, sharedFollowing } from '../retention/destroyed';
import { enrol } from '../enrol/enrol';
import { pull, push, watermark } from '../log/line';
import { snapshotFor, snapshotPart } from '../snapshot/snapshots';
import type { Limiter } from '../limits/rates';
import { createTurns } from '../limits/turns';
import type { HubParts } from './parts';
import { type Authenticated, bodyOf, jsonOf, parsed } from './request';

const enrolBytes = 16 * 1024;
/** Of the most contents that one anchoring proves. */
const auditBytes = 80 * mostContents;
/** More share the processors without being done sooner, and each then waits for a connection as well, before whoever pulls. */
const pushesAtOnce = 3;
const incarnation = z.string().regex(/^[0-9A-Za-z-]{1,64}$/);
const pullQuery = z.object({ cursor: z.string().max(120).default(''), mine: incarnation });
const watermarkQuery = z.object({
  incarnation: z.preprocess((value) => [value].flat(), z.array(incarnation).min(1).max(limits.incarnationsAsked)),
});

const snapshotQuery = z.object({ present: z.string().optional() });
const partParams = z.object({ id: z.string().regex(/^[0-9A-Za-z-]{1,64}$/), n: z.coerce.number().int().min(0) });

interface Options {
  parts: HubParts;
  clearing: BackgroundClearing;
  limiter: Limiter;
  authenticated: Authenticated;
}

export const syncRoutes: FastifyPluginAsync<Options> = async (server, { parts, clearing, limiter, authenticated }) => {
  const { core, database, keys, meter, name } = parts;
  const followed = sharedFollowing(() => followDestructions(database, parts.blobs));
  server.get(paths.health, async (_request, reply) => {
    const up = await database.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return reply.code(up ? 200 : 503).send({ hub: keys.id, name, protocol: protocolVersion, database: up ? 'up' : 'down' });
  });
  server.post(paths.enrol, { bodyLimit: enrolBytes }, async (request) => {
    await limiter.enrol(request);
    const introduction = { name, recipient: keys.ageRecipient, tlsAuthority: parts.tlsAuthority };
    return enrol(database, keys, introduction, enrolRequest.parse(jsonOf(request)), Number(request.headers[headers.protocol] ?? 1));
  });
  const turns = createTurns(pushesAtOnce);
  server.post(paths.push, async (request, reply) => {
    const { status, answer } = await turns(async () => {
      const device = await authenticated(request);
      await parts.checkSpace();
      return push(core, device, bodyOf(request), authorOf(request.headers[headers.author]));
    });
    if (status === 409) meter.batch(answer.code, 0, 0);
    else {
      await followed();
      clearing.nudge();
    }
    return reply.code(status).send(answer);
  });
  server.get(paths.pull, async (request, reply) => {
    const device = await authenticated(request);
    const { cursor, mine } = pullQuery.parse(request.query);
    return reply.type('application/octet-stream').send(Buffer.from(await pull(core, device, cursor, mine)));
  });
  server.get(paths.watermark, async (request) => {
    const device = await authenticated(request);
    return watermark(core, device, watermarkQuery.parse(request.query).incarnation);
  });
  server.post(auditPath, { bodyLimit: auditBytes }, async (request, reply) => {
    const device = await authenticated(request);
    const taken = await takeAnchor(database, device, anchorRequest.parse(parsed(() => readAnchor(bodyOf(request)))));
    return taken.status === 200
      ? { anchored: taken.anchored, packed: true }
      : reply.code(409).send({ code: 'audit', last: taken.last, packed: true });
  });
  server.get(auditPath, async (request) => {
    const { device } = await authenticated(request);
    return { anchors: await anchorsOf(database, device), packed: true };
  });
  server.get(paths.snapshot, async (request) => {
    const { commune } = await authenticated(request);
    return snapshotFor(core, database, commune, snapshotQuery.parse(request.query).present !== undefined);
  });
  server.get(`${paths.snapshot}/:id/:n`, async (request, reply) => {
    const { commune } = await authenticated(request);
    const { id, n } = partParams.parse(request.params);
    return reply.type('application/octet-stream').send(Buffer.from(await snapshotPart(database, commune, id, n)));
  });
};

/** The author's certificate where another workstation brings the batch; what is none is left out, its signature is judged later. */
function authorOf(header: string | string[] | undefined): DeviceCertificate[] {
  if (typeof header !== 'string') return [];
  try {
    return [deviceCertificate.parse(JSON.parse(Buffer.from(header, 'base64url').toString('utf8')))];
  } catch {
    return [];
  }
}
