/** The hub: its production decisions (src-hub/log/core) on storage in memory, behind what its HTTP routes do. */
import { paths } from '#shared/contract/hub';
import { limits } from '#shared/sync/limits';
import type { SnapshotDescription } from '#shared/sync/snapshot';
import { certificateText, type DeviceCertificate } from '#shared/sync/certificate';
import type { HubReply, HubRequest } from '#service/sync/hub-client';
import { batchTools } from '#hub/crypto/batch-tools';
import { rawPublicKey, verifies } from '#shared/node/ed25519';
import { newPrivateKeyPem, privateKeyOf, signBytes } from '#hub/crypto/keys';
import { HubFailure } from '#hub/failure';
import { makeSnapshot } from '#hub/log/core/make-snapshot';
import type { HubCore } from '#hub/log/core/hub-core';
import { publish } from '#hub/log/core/publish';
import { pullPage } from '#hub/log/core/pull-page';
import { takeBatch } from '#hub/log/core/take-batch';
import { watermarks } from '#hub/log/core/watermarks';
import { readStick } from '#hub/courier/read-stick';
import { writeAnswer } from '#hub/courier/write-answer';
import { randomBytes } from '../environment/crypto';
import { worldNow } from '../environment/machine';
import type { Trace } from '../environment/trace';
import { createMemoryHubStore, type MemoryHubStore } from './memory-hub-store';
import { createHubCourier, createMemoryNotes } from './hub-courier';
import type { Caller } from './network';
import type { MemoryStick } from './stick';

/** For whom bundles to the hub are. */
export const hubIdentity = `age1${'q'.repeat(58)}`;
/** Small, so that bundles have several parts. */
export const partBytes = 12_000;

const instructionId = '01890000-0000-7000-8000-000000000200';

/** The process of the hub, or its database, ended in the middle of something. */
class HubDown extends Error {}

export interface SimHub {
  readonly store: MemoryHubStore;
  readonly core: HubCore;
  readonly id: string;
  readonly publicKey: string;
  certificate(committee: string, device: string, publicKey: string): DeviceCertificate;
  /** Undefined: it gave no answer. */
  handle(from: Caller, request: HubRequest): Promise<HubReply | undefined>;
  /** Dies at the n-th step of its storage from now, and is started again at once. */
  killAtStep(n: number): void;
  diskFull: boolean;
  /** Issues an instruction to a committee, or changes it. */
  instruct(committee: string, subject: string): Promise<void>;
  /** Takes what workstations wrote onto the stick, and answers there. */
  serveStick(stick: MemoryStick, committees: readonly string[]): Promise<void>;
  backUp(): void;
  /** What came after the last backup is gone. */
  restoreBackup(): void;
}

export function createSimHub(durable: 'commit' | 'backup', trace: Trace): SimHub {
  const id = 'tinh-mau';
  const key = privateKeyOf(newPrivateKeyPem());
  const publicKey = rawPublicKey(key);
  let left = Number.POSITIVE_INFINITY;
  const store = createMemoryHubStore((step) => {
    if (--left <= 0) {
      left = Number.POSITIVE_INFINITY;
      trace.say(`hub died: ${step}`);
      throw new HubDown(step);
    }
    if (hub.diskFull && step !== 'after commit') throw new HubFailure(507, 'disk-full');
  });
  const certificate = (committee: string, device: string, devicePublicKey: string): DeviceCertificate => {
    const plain = {
      version: 1 as const,
      hub: id,
      committee,
      device,
      deviceName: device,
      publicKey: devicePublicKey,
      issuedAt: new Date(worldNow()).toISOString(),
    };
    return { ...plain, signature: signBytes(key, certificateText(plain)).toString('base64url') };
  };
  const core: HubCore = {
    store,
    tools: batchTools,
    verify: verifies,
    hub: { device: id, publicKey },
    sign: (hash) => signBytes(key, hash),
    isOwnCertificate: ({ signature, ...plain }) => verifies(publicKey, certificateText(plain), Buffer.from(signature, 'base64url')),
    certificateFor: (committee) => certificate(committee, id, publicKey),
    standalone: false,
    durable,
  };

  const notes = createMemoryNotes();
  const courier = createHubCourier(core, notes, key, async (committee, present) => {
    try {
      const description = await snapshotFor(committee, present);
      return { description, part: async (n) => snapshotPart(description.id, n) };
    } catch (error) {
      if (error instanceof HubFailure && error.status === 404) return undefined;
      throw error;
    }
  });

  async function answer(from: Caller, { method, path, body, author }: HubRequest): Promise<{ status: number; bytes: Uint8Array | string }> {
    const url = new URL(path, 'http://hub');
    const asked = url.searchParams;
    const { committee, device, protocol } = from;
    if (method === 'POST' && url.pathname === paths.push) {
      const self = await store.findAuthor(device);
      if (!self) throw new HubFailure(401, 'unknown-device');
      const { status, answer: taken } = await takeBatch(core, body ?? new Uint8Array(), {
        committee,
        protocol,
        self,
        certificates: author ? [author] : [],
      });
      return { status, bytes: JSON.stringify(taken) };
    }
    if (method === 'GET' && url.pathname === paths.pull)
      return {
        status: 200,
        bytes: await pullPage(core, { committee, device, protocol, cursor: asked.get('cursor') ?? '', mine: asked.get('mine') ?? '' }),
      };
    if (method === 'GET' && url.pathname === paths.watermark) {
      const marks = await watermarks(core, committee, asked.getAll('incarnation'));
      return { status: 200, bytes: JSON.stringify(protocol < 2 ? marks[0] : { marks }) };
    }
    if (method === 'GET' && url.pathname === paths.snapshot)
      return { status: 200, bytes: JSON.stringify(await snapshotFor(committee, asked.has('present'))) };
    const [, id = '', n = ''] = /^\/v1\/snapshot\/([^/]+)\/(\d+)$/.exec(url.pathname) ?? [];
    if (id !== '') return { status: 200, bytes: snapshotPart(id, Number(n)) };
    throw new HubFailure(404, 'not-found');
  }

  /** As src-hub/snapshot does: the newest that is kept, or a new one. */
  const snapshots = new Map<
    string,
    { readonly committee: string; readonly made: Awaited<ReturnType<typeof makeSnapshot>>; readonly parts: Uint8Array[] }
  >();
  async function snapshotFor(committee: string, present: boolean): Promise<SnapshotDescription> {
    const { head } = store.scope(committee);
    if (!present && head.position < limits.snapshotFrom) throw new HubFailure(404, 'not-found');
    const kept = [...snapshots.values()].findLast((one) => one.committee === committee);
    if (kept && head.position - kept.made.position < (present ? 1 : limits.snapshotFrom)) return kept.made.description;
    const parts: Uint8Array[] = [];
    const id = `s${snapshots.size + 1}`;
    const made = await store.read(committee, (scope) => makeSnapshot(core, scope, committee, id, async (part) => void parts.push(part)));
    snapshots.set(id, { committee, made, parts });
    return made.description;
  }

  const snapshotPart = (id: string, n: number): Uint8Array => {
    const part = snapshots.get(id)?.parts[n];
    if (!part) throw new HubFailure(410, 'expired');
    return part;
  };

  const hub: SimHub = {
    store,
    core,
    id,
    publicKey,
    certificate,
    diskFull: false,
    killAtStep(n) {
      left = n;
    },
    async instruct(committee, subject) {
      const instruction = { type: 'instruction', id: instructionId, fields: { issuedOn: '2026-01-06', issuer: 'UBKT Tỉnh ủy', subject } };
      try {
        await publish(core, committee, [instruction], { now: worldNow(), fresh: randomBytes(8).toString('hex') });
        trace.say(`hub instructs ${committee}`);
      } catch (error) {
        if (!(error instanceof HubDown) && !(error instanceof HubFailure)) throw error;
      }
    },
    async serveStick(stick, committees) {
      try {
        await readStick(courier, hubIdentity, stick.len, (part) => {
          trace.say(`hub reads ${part.file}: ${part.outcome} ${part.applied} ${part.parked} ${part.declined} ${part.problem?.code ?? ''}`);
        });
        for (const committee of committees) {
          const written = await writeAnswer(courier, stick.xuong, committee, partBytes);
          trace.say(`hub writes for ${committee}: ${written?.bytes ?? 'nobody'}`);
        }
      } catch (error) {
        if (!(error instanceof HubDown) && !(error instanceof HubFailure)) throw error;
      }
    },
    backUp() {
      store.backUp();
      notes.backUp();
    },
    restoreBackup() {
      store.restoreBackup();
      for (const kept of snapshots.values()) kept.parts.length = 0;
      snapshots.forEach((kept, id) => snapshots.set(id, { ...kept, committee: '' }));
      notes.restoreBackup();
    },
    async handle(from, request) {
      try {
        const { status, bytes } = await answer(from, request);
        return { status, bytes: Buffer.from(bytes as string), failure: undefined, protocol: from.protocol };
      } catch (error) {
        if (error instanceof HubDown) return undefined;
        if (!(error instanceof HubFailure)) throw error;
        return {
          status: error.status,
          bytes: Buffer.from(JSON.stringify(error.body)),
          failure: error.body.code,
          protocol: from.protocol,
        };
      }
    },
  };
  return hub;
}
