import { afterAll, beforeAll, expect, test } from 'vitest';
import { batchTools } from '#hub/crypto/batch-tools';
import type { HubCore } from '#hub/log/core/hub-core';
import { type HubStore, UnknownScope } from '#hub/log/core/hub-store';
import { pullPage } from '#hub/log/core/pull-page';
import { takeBatch } from '#hub/log/core/take-batch';
import { watermarks } from '#hub/log/core/watermarks';
import { decodeLogPage } from '#shared/sync/log-page';
import { type MergeState, openConflicts } from '#shared/sync/merge';
import { canonical } from '#shared/sync/op';
import { createMemoryHubStore } from '../sim/world/memory-hub-store';
import { startTestCore, type TestCore } from '../support/test-core';

/** The simulation stands on its own storage: what it proves counts only as long as that keeps the promises that PostgreSQL keeps. */
let home: TestCore;
let stores: readonly { readonly name: string; readonly core: HubCore }[];
const memory = createMemoryHubStore();
beforeAll(async () => {
  home = await startTestCore();
  stores = [
    { name: 'PostgreSQL', core: home.core },
    { name: 'memory', core: { ...home.core, store: memory } },
  ];
});
afterAll(() => home.stop());

let communes = 0;
const newCommune = (): string => `xa-kho-${++communes}`;

/** The same on both; the answers must be the same. */
async function onBoth<T>(work: (core: HubCore) => Promise<T>): Promise<T> {
  const answers: T[] = [];
  for (const { core } of stores) answers.push(await work(core));
  const [first, second] = answers;
  expect(canonical(second)).toEqual(canonical(first));
  return first as T;
}

/** An author that both know. */
async function newAuthor(committee: string) {
  const author = await home.author(committee);
  const known = await home.core.store.certificates([author.key.device]);
  memory.enrol(known[author.key.device]!);
  return author;
}

/** Everything that can be read of a scope. */
const everything = (committee: string, device: string, incarnation: string) =>
  onBoth(async (core) => {
    const page = decodeLogPage(await pullPage(core, { committee, device, mine: '', cursor: '', protocol: 2 }), batchTools);
    const read = await core.store.read(committee, async (scope) => {
      const records: unknown[] = [];
      for await (const chunk of scope.allRecords()) records.push(...chunk);
      const head = await scope.head();
      return {
        head,
        records: records.map(canonical).sort(),
        entries: await scope.entriesAfter(0, 3),
        behind: await scope.entriesAfter(1, 100),
        hashes: [await scope.logHashAt(0), await scope.logHashAt(head.position), await scope.logHashAt(head.position + 1)],
        marks: (await scope.marks()).map(canonical).sort(),
        some: await scope.marks([incarnation, 'unknown']),
      };
    });
    const author = await core.store.change(committee, (scope) => scope.author({ device, incarnation }));
    const { bodies, ...head } = page;
    return { head, bodies: bodies.length, read, author, marks: await watermarks(core, committee, [incarnation, 'unknown']) };
  });

const push = (bytes: Uint8Array, committee: string, protocol = 2) => onBoth((core) => takeBatch(core, bytes, { committee, protocol }));

test('batches in order, too early, again, and of a clone are answered and kept alike', async () => {
  const committee = newCommune();
  const author = await newAuthor(committee);
  const other = await newAuthor(committee);
  const clone = author.clone();
  const [one, two, three, four] = [1, 2, 3, 4].map((n) =>
    author.batch([author.op({ name: `việc ${n}`, state: 'CHUA_LAM' }, { type: 'task' })]),
  );
  const sealed = author.batch([author.op({ senderName: 'bằng chữ thường' }), author.op({ summary: 'được' })]);

  expect((await push(three!.bytes, committee)).status).toBe(202);
  expect((await push(three!.bytes, committee)).status).toBe(202);
  expect((await push(four!.bytes, committee)).status).toBe(202);
  expect((await push(two!.bytes, committee, 1)).status).toBe(409);
  await everything(committee, author.key.device, author.incarnation);
  expect(await push(one!.bytes, committee)).toMatchObject({ status: 200, answer: { applied: 1 } });
  expect(await push(two!.bytes, committee)).toMatchObject({ status: 200, answer: { applied: 4, hash: four!.hash } });
  expect(await push(two!.bytes, committee)).toMatchObject({ status: 200, answer: { applied: 4 } });
  expect(await push(sealed.bytes, committee)).toMatchObject({ status: 200, answer: { refused: [{ code: 'sealed-in-clear' }] } });
  expect(await push(sealed.bytes, committee)).toMatchObject({ status: 200, answer: { refused: [{ code: 'sealed-in-clear' }] } });
  expect(await push(other.batch([other.op({ summary: 'của người khác' })]).bytes, committee)).toMatchObject({ status: 200 });
  expect((await push(clone.batch([clone.op({ summary: 'của bản sao' })]).bytes, committee)).status).toBe(409);
  await everything(committee, author.key.device, author.incarnation);
});

test('what a refused op had seen is remembered before there is a record, and comes first', async () => {
  const committee = newCommune();
  const [author, other] = [await newAuthor(committee), await newAuthor(committee)];
  const made = author.op({ summary: 'một', number: 1 });
  const bad = other.op({ summary: 'x'.repeat(100_000) }, { id: made.id, base: { summary: author.clock(made) } });
  const mended = other.op({ summary: 'hai' }, { id: made.id, base: { summary: other.clock(bad) } });
  const all = () =>
    onBoth(async (core) =>
      core.store.read(committee, async (scope) => {
        const records: { type: string; state: MergeState }[] = [];
        for await (const chunk of scope.allRecords()) records.push(...chunk);
        return records.map(({ type, state }) => ({ type, open: openConflicts(type, state), fields: state.fields }));
      }),
    );
  const first = other.batch([bad]);
  expect(await push(first.bytes, committee)).toMatchObject({ status: 200, answer: { refused: [{ code: 'too-long' }] } });
  const key = `petition ${made.id}`;
  expect(await all()).toEqual([
    { type: '$awaited', open: [], fields: { [key]: { summary: { clock: '', awaited: [author.clock(made)], replaced: true } } } },
  ]);
  const forged = other.op({ [key]: {} }, { type: '$awaited', id: 'beside' });
  expect(await push(other.batch([mended, forged]).bytes, committee)).toMatchObject({ answer: { refused: [{ code: 'hub-only' }] } });
  expect(await push(author.batch([made]).bytes, committee)).toMatchObject({ status: 200 });
  expect(await all()).toEqual([
    { type: '$awaited', open: [], fields: {} },
    { type: 'petition', open: [], fields: { summary: 'hai', number: 1 } },
  ]);
  await everything(committee, author.key.device, author.incarnation);
});

test('what is thrown in a change leaves nothing behind', async () => {
  const committee = newCommune();
  const author = await newAuthor(committee);
  const batch = author.batch([author.op({ summary: 'một' })]);
  const before = await everything(committee, author.key.device, author.incarnation);
  await onBoth(async (core) => {
    const failing: HubStore = {
      ...core.store,
      change: (scope, work) =>
        core.store.change(scope, async (change) => {
          await work(change);
          throw new Error('no room');
        }),
    };
    return takeBatch({ ...core, store: failing }, batch.bytes, { committee, protocol: 2 }).then(
      () => 'taken',
      (error: unknown) => (error as Error).message,
    );
  }).then((answer) => expect(answer).toBe('no room'));
  expect(await everything(committee, author.key.device, author.incarnation)).toEqual(before);
  expect((await push(batch.bytes, committee)).status).toBe(200);
});

test('changes of one committee happen one after the other, and a reader sees one moment', async () => {
  const committee = newCommune();
  const authors = await Promise.all([1, 2, 3].map(() => newAuthor(committee)));
  const heads = await onBoth(async (core) => {
    const seen = core.store.read(committee, async (scope) => {
      const first = await scope.head();
      await Promise.all(
        authors.map((author) =>
          takeBatch(core, author.clone().batch([author.clone().op({ summary: 'x' })]).bytes, { committee, protocol: 2 }),
        ),
      );
      return [first.position, (await scope.head()).position, (await scope.entriesAfter(0, 10)).length];
    });
    return [await seen, (await core.store.read(committee, (scope) => scope.head())).position];
  });
  expect(heads).toEqual([[0, 0, 0], 3]);
});

test('a committee without workstations is unknown', async () => {
  for (const { core } of stores) {
    await expect(core.store.change('nowhere', async () => undefined)).rejects.toThrow(UnknownScope);
    await expect(core.store.read('nowhere', async () => undefined)).rejects.toThrow(UnknownScope);
  }
});
