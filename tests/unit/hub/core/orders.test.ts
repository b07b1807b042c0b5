import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyFingerprint, fingerprintSum } from '#shared/sync/fingerprint';
import { openConflicts } from '#shared/sync/merge';
import { batchTools } from '#hub/crypto/batch-tools';
import { rawPublicKey, verifies } from '#shared/node/ed25519';
import { signBytes } from '#hub/crypto/keys';
import type { HubCore } from '#hub/log/core/hub-core';
import { takeBatch } from '#hub/log/core/take-batch';
import { createMemoryHubStore } from '../../../sim/world/memory-hub-store';
import { hubAuthor, recordId } from '../../../support/hub-author';

const { privateKey } = generateKeyPairSync('ed25519');

function memoryCore() {
  const store = createMemoryHubStore();
  const core: HubCore = {
    store,
    tools: batchTools,
    verify: verifies,
    hub: { device: 'hub', publicKey: rawPublicKey(privateKey) },
    sign: (hash) => signBytes(privateKey, hash),
    isOwnCertificate: () => false,
    certificateFor: () => {
      throw new Error('not asked for');
    },
    standalone: false,
    durable: 'commit',
  };
  return { store, core };
}

/** What two authors do with three records, in steps of one batch each. */
const edits = fc.array(
  fc.record({ author: fc.nat(1), record: fc.nat(2), field: fc.constantFrom('summary', 'handler'), value: fc.constantFrom('a', 'b', 'c') }),
  { minLength: 2, maxLength: 12 },
);

test('whatever the order and however often batches arrive, the same state, fingerprint and open conflicts come out', () =>
  fc.assert(
    fc.asyncProperty(edits, fc.infiniteStream(fc.nat()), async (steps, random) => {
      const identity = { device: 'hub', sign: (text: string) => signBytes(privateKey, text) };
      const first = memoryCore();
      const authors = [
        await hubAuthor(first.core, identity, 'xa', { incarnation: 'aaaa' }),
        await hubAuthor(first.core, identity, 'xa', { incarnation: 'bbbb' }),
      ];
      const batches = steps.flatMap(({ author, record, field, value }) => {
        const who = authors[author];
        return who ? [who.batch([who.op({ [field]: value }, { id: recordId(record) })]).bytes] : [];
      });
      const certificates = Object.values(await first.core.store.certificates(authors.map(({ key }) => key.device)));
      const arrive = async (order: readonly Uint8Array[]) => {
        const { core, store } = memoryCore();
        for (const certificate of certificates) await core.store.enrolAgain(certificate);
        for (const bytes of order) expect((await takeBatch(core, bytes, { committee: 'xa', protocol: 2 })).status).toBeLessThan(300);
        const { head, records, log, parked } = store.scope('xa');
        const sum = fingerprintSum(emptyFingerprint);
        for (const { type, id, state } of records.values()) sum.add(type, id, state.clocks);
        expect(head.fingerprint).toBe(sum.value());
        expect([log.length, parked.size]).toEqual([batches.length, 0]);
        const sorted = [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
        const conflicts = sorted.flatMap(({ type, state }) =>
          openConflicts(type, state)
            .map(({ field, loser }) => [field, loser.clock].join(' '))
            .sort(),
        );
        return { fingerprint: head.fingerprint, fields: sorted.map(({ id, state }) => [id, state.fields]), conflicts };
      };
      const shuffled = [...batches, ...batches.slice(0, 3)]
        .map((bytes) => ({ bytes, at: random.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ bytes }) => bytes);
      expect(await arrive(shuffled)).toEqual(await arrive(batches));
    }),
    { numRuns: 60 },
  ));
