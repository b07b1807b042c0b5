/** A snapshot that was half taken over when the program ended, and ops that it holds coming by another way. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { batchTools } from '#service/sync/crypto/batch-tools';
import type { EnrolledHub } from '#service/sync/enrolled-hub';
import type { HubClient } from '#service/sync/hub-client';
import { openLineParts } from '#service/sync/line-parts';
import { pullStep } from '#service/sync/pull';
import { snapshotStep } from '#service/sync/snapshot';
import { finishSnapshot, isTakingSnapshot } from '#service/sync/take-snapshot';
import { sha256Hex } from '#shared/node/batch-tools';
import { rawPublicKey } from '#shared/node/ed25519';
import { encodeBatch, noHash } from '#shared/sync/batch';
import { fieldClock } from '#shared/sync/hlc';
import { encodeLogPage } from '#shared/sync/log-page';
import { emptyState, merge } from '#shared/sync/merge';
import { apart, besideKey, besideRef, besideState } from '#shared/sync/merging/beside';
import type { Json, Op } from '#shared/sync/op';
import { hashOfOp } from '#shared/sync/op-hash';
import { encodeSnapshotPart } from '#shared/sync/snapshot';
import { testBook } from '../../support/book';

const life = 'a'.repeat(16);
const device = 'tinh-mau';
const committee = 'xa-mau';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');

const op = (seq: number, id: string, fields: Record<string, Json>, base: Op['base'] = {}): Op => {
  const body = { seq, stamp: `0mabc000${seq}000`, type: 'task' as const, id, fields, base, actor: 'u' };
  return { ...body, hash: hashOfOp(body, batchTools.sha256Hex) };
};
const clockOf = ({ stamp, hash }: Op) => fieldClock(stamp, life, hash);
const [first, second] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'];
const made = op(1, first, { name: 'Một', state: 'CHUA_LAM' });
const mine = op(2, first, { name: 'Của A' }, { name: clockOf(made) });
const theirs = op(3, first, { name: 'Của B' }, { name: clockOf(made) });
const settled = op(4, first, { name: 'Của B', $settles: [clockOf(mine)] }, { name: clockOf(theirs) });
const other = op(5, second, { name: 'Hai', state: 'CHUA_LAM' });
const ops = [made, mine, theirs, settled, other];

const stateOf = (id: string) =>
  ops.filter((one) => one.id === id).reduce((state, one) => merge(state, one, life, { knows: () => true }).state, emptyState);
const parts = [first, second].map((id) => encodeSnapshotPart([{ type: 'task', id, state: stateOf(id) }], 'gzip', batchTools));
const description = {
  id: 's1',
  hub: device,
  committee,
  cursor: `1.${'b'.repeat(64)}`,
  parts: parts.map((bytes) => ({ hash: sha256Hex(bytes), bytes: bytes.length })),
  authors: [{ incarnation: life, seq: ops.length }],
  fingerprint: '0'.repeat(16),
  signature: Buffer.alloc(64).toString('base64url'),
};
const header = { committee, device, incarnation: life, number: 1, firstSeq: 1, count: ops.length, prevHash: noHash };
const batch = encodeBatch(header, { ops, withheld: [] }, 'gzip', batchTools, (hash) => sign(null, hash, privateKey));
const page = encodeLogPage(
  { cursor: `1.${'c'.repeat(64)}`, more: false, devices: {}, batches: [{ length: batch.bytes.length, position: 1, refused: [] }] },
  [batch.bytes],
  batchTools,
);
const hub = { publicKey: rawPublicKey(publicKey), certificate: { hub: device, committee }, recipient: 'age1' } as EnrolledHub;
const answering = (bytes: Uint8Array, status = 200): HubClient => ({
  send: async () => ({ status, bytes: Buffer.from(bytes), failure: undefined, protocol: 2 }),
});

test('is taken over to its end before anything of others is merged, and nothing is merged twice', async () => {
  let breaths = 0;
  const book = testBook();
  const line = openLineParts(book, {
    now: Date.now,
    breathe: async () => {
      if (++breaths === 1) throw new Error('killed');
    },
  });
  book.transact(() => {
    line.snapshot.begin(description);
    description.parts.forEach(({ hash }, i) => line.snapshot.keep(hash, parts[i] ?? Buffer.alloc(0)));
    line.snapshot.moveTo({ part: 0, record: 0 });
  });
  await expect(finishSnapshot(line)).rejects.toThrow('killed');
  expect(isTakingSnapshot(line)).toBe(true);
  expect([first, second].map((id) => book.records.get('task', id)?.title)).toEqual(['Của B', undefined]);

  await pullStep(line, { client: answering(page), hub, go: () => true });
  expect(isTakingSnapshot(line)).toBe(false);
  expect([first, second].map((id) => book.records.get('task', id)?.title)).toEqual(['Của B', 'Hai']);
  expect(book.records.conflicts(), 'a decision that was taken over with the snapshot is not undone by the op that lost').toEqual([]);
  expect(line.snapshot.has(description.parts[0]?.hash ?? '')).toBe(false);
});

test('brings what refused ops had seen of fields in which nothing stands yet', () => {
  const book = testBook();
  const author = 'b'.repeat(16);
  const seen = op(6, first, { remark: 'Đã thấy' });
  const refused = op(7, first, { remark: 'x' }, { remark: fieldClock(seen.stamp, author, seen.hash) });
  const next = op(8, first, { remark: 'Sau' }, { remark: clockOf(refused) });
  const { state, beside } = apart(merge(stateOf(first), refused, life, { refused: true }).state);
  expect(state.clocks).toEqual(stateOf(first).clocks);
  const all = new Map([[besideKey({ type: 'task', id: first }), beside ?? {}]]);
  book.records.takeSnapshot(
    [
      { ...besideRef, state: besideState(all) },
      { type: 'task', id: first, state },
    ],
    [{ incarnation: life, seq: 7 }],
  );
  book.records.applyRemote(life, [next]);
  book.records.applyRemote(author, [seen]);
  expect(book.records.get('task', first)?.values).toMatchObject({ name: 'Của B', remark: 'Sau' });
  expect(book.records.conflicts(), 'the refused op replaced it knowingly').toEqual([]);
});

test('changes no record as long as its parts are fetched, and is dropped when it expired', async () => {
  const book = testBook();
  const line = openLineParts(book);
  book.transact(() => {
    line.snapshot.begin(description);
    line.snapshot.keep(description.parts[0]?.hash ?? '', parts[0] ?? Buffer.alloc(0));
  });
  await pullStep(line, { client: answering(page), hub, go: () => true });
  expect(book.records.get('task', second)?.title).toBe('Hai');
  let asked = 0;
  const client: HubClient = {
    send: async ({ path }) => {
      asked += 1;
      return answering(Buffer.from(JSON.stringify({ code: 'not-found' })), path.endsWith('/s1/1') ? 410 : 404).send({
        method: 'GET',
        path,
      });
    },
  };
  await snapshotStep(line, { client, hub, go: () => true });
  expect(asked, 'the part that is here is not asked for; the cursor stands, so no other snapshot is').toBe(1);
  expect(line.snapshot.underWay()).toBeUndefined();
});
