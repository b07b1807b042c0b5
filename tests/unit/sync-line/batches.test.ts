/** Batches of a real book: formed, let go, formed once more, replaced, taken up again. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decodeBatch, encodeBatch, noHash } from '#shared/sync/batch';
import { batchTools } from '#service/sync/crypto/batch-tools';
import { type LineParts, openLineParts } from '#service/sync/line-parts';
import { forget, newWorkstation, type Workstation } from '../../support/workstation';

/** Of words that come in no order, so that packing tighter and quicker come to other bytes. */
const longText = (n: number): string => `Đơn ${n} ${Array.from({ length: 80 }, (_, i) => `ý${(i * i * 7 * n) % 31}`).join(' ')}`;

let station: Workstation;
let parts: LineParts;
let incarnation: string;
const ids: string[] = [];
const committee = 'xa-mau';

beforeEach(async () => {
  station = await newWorkstation();
  parts = openLineParts(station.book);
  ({ incarnation } = station.book.outbox.identity());
  const values = { receivedOn: '2026-03-08', kind: 'PA', source: 'BUU_DIEN', secrecy: 'THUONG', state: 'MOI' };
  const saved = station.book.records.save(
    Array.from({ length: 9 }, (_, i) => ({ type: 'petition' as const, values: { ...values, number: i + 1, summary: longText(i + 1) } })),
  );
  ids.splice(0, ids.length, ...saved.map(({ id }) => id));
});
afterEach(async () => {
  await station.close();
  await forget(station.book.dir);
});

/** The second as on a fast line. */
const formThree = () => [1, 2, 3].map((n) => parts.former.form(committee, batchTools.bestCodec, 3, n === 2));
const opsOf = (bytes: Uint8Array) => decodeBatch(bytes, batchTools, () => true).ops.map(({ seq }) => seq);
const acknowledgeAll = (): void => [1, 2, 3].forEach((number) => parts.batches.acknowledge(incarnation, number));

describe('batches', () => {
  test('follow one another in numbers and hashes', () => {
    const [a, b, c] = formThree();
    expect([a, b, c].map((batch) => [batch?.number, batch?.firstSeq, batch?.lastSeq])).toEqual([
      [1, 1, 3],
      [2, 4, 6],
      [3, 7, 9],
    ]);
    expect([a?.prevHash, b?.prevHash, c?.prevHash]).toEqual([noHash, a?.hash, b?.hash]);
    expect(parts.former.form(committee, 'gzip', 3)).toBeUndefined();
  });

  test('whose bytes were let go come out the same byte for byte when a restored hub wants them again', () => {
    const formed = formThree();
    const { header, ops, hash } = decodeBatch(formed[1]?.bytes ?? Buffer.alloc(0), batchTools, () => true);
    expect(encodeBatch(header, { ops, withheld: [] }, 'zstd', batchTools, () => new Uint8Array(64)).hash).not.toBe(hash);
    acknowledgeAll();
    parts.batches.forgetBytes(incarnation, 9);
    expect(parts.batches.undurableAfter(incarnation, 0)).toBeUndefined();
    parts.batches.sendAgainAfter(incarnation, 1);
    const next = parts.batches.nextAfter(incarnation, 0);
    expect(next).toMatchObject({ number: 2, bytes: null });
    if (!next) return;
    expect(parts.former.reform(committee, next, next.codec).bytes.equals(formed[1]?.bytes ?? Buffer.alloc(0))).toBe(true);
    expect(parts.batches.nextAfter(incarnation, 0)?.bytes).not.toBeNull();
  });

  test('of which a record has become secret are formed anew without it, and all behind them with them', () => {
    const [, second, third] = formThree();
    acknowledgeAll();
    parts.batches.forgetBytes(incarnation, 9);
    station.book.records.save([{ type: 'petition', id: ids[4] ?? '', values: { secrecy: 'MAT' } }]);
    parts.batches.sendAgainAfter(incarnation, 0);
    const again: (readonly [number, readonly number[], string, string])[] = [];
    for (let next = parts.batches.nextAfter(incarnation, 0); next; next = parts.batches.nextAfter(incarnation, next.number)) {
      const { bytes, prevHash, hash } = parts.former.reform(committee, next, next.codec);
      again.push([next.number, opsOf(bytes), prevHash, hash]);
    }
    expect(again.map(([number, ops]) => [number, ops])).toEqual([
      [1, [1, 2, 3]],
      [2, [4, 6]],
      [3, [7, 8, 9]],
    ]);
    expect(again[1]?.[3]).not.toBe(second?.hash);
    expect(again[2]?.[2]).toBe(again[1]?.[3]);
    expect(parts.kept.has(ids[4] ?? '')).toBe(true);
    // The hub had the first ones after all: the chain goes on from there.
    parts.batches.adopt(incarnation, third?.hash ?? '', parts.former.mayLeave);
    expect(parts.batches.last(incarnation)).toMatchObject({ number: 3, hash: third?.hash });
    expect(parts.batches.lastAcknowledged(incarnation)?.number).toBe(2);
    // What it refused of the others, only its answer to them tells.
    expect([1, 3].map((number) => parts.batches.nextAfter(incarnation, number - 1)?.number)).toEqual([1, 3]);
  });

  test('keep what is not durable yet', () => {
    formThree();
    acknowledgeAll();
    parts.batches.forgetBytes(incarnation, 6);
    expect(parts.batches.undurableAfter(incarnation, 0)?.number).toBe(3);
    expect(parts.batches.undurableAfter(incarnation, 3)).toBeUndefined();
  });
});
