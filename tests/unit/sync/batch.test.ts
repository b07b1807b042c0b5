import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordTypeNames } from '#shared/records/record-type-name';
import { BatchError, decodeBatch, encodeBatch, noHash } from '#shared/sync/batch';
import type { WireOp } from '#shared/sync/columns';
import { fieldClock, writeStamp } from '#shared/sync/hlc';
import { limits } from '#shared/sync/limits';
import { hashOfOp } from '#shared/sync/op-hash';
import { batchTools } from '#service/sync/crypto/batch-tools';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signer = (hash: Uint8Array) => sign(null, hash, privateKey);
const checker = (hash: Uint8Array, signature: Uint8Array) => verify(null, hash, publicKey, signature);
const header = (count: number, firstSeq = 1) => ({
  committee: 'xa-mau',
  device: 'd1',
  incarnation: 'i1',
  number: 1,
  firstSeq,
  count,
  prevHash: noHash,
});
const encode = (ops: readonly WireOp[], withheld: readonly number[] = []) =>
  encodeBatch(header(ops.length + withheld.length), { ops, withheld }, 'gzip', batchTools, signer);
const decode = (bytes: Uint8Array) => decodeBatch(bytes, batchTools, checker);

const value = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
);
const clock = fc.integer({ min: 1, max: 2e12 }).map((ms) => fieldClock(writeStamp({ ms, counter: 0 }), 'i2', 'abcdefabcdef'));
const loose = fc.record({
  ms: fc.integer({ min: 0, max: 4e12 }),
  counter: fc.integer({ min: 0, max: 46_655 }),
  type: fc.constantFrom<string>(...recordTypeNames, 'laterType'),
  id: fc.uuid(),
  actor: fc.uuid(),
  fields: fc.dictionary(fc.constantFrom('number', 'summary', 'tags', '$createdAt', 'laterField'), value, { minKeys: 1 }),
  clock: fc.option(clock),
});
const opsOf = (drafts: readonly (typeof loose extends fc.Arbitrary<infer T> ? T : never)[]): WireOp[] =>
  drafts.map(({ ms, counter, type, id, actor, fields, clock: base }, i) => {
    const op = {
      seq: i + 1,
      stamp: writeStamp({ ms, counter }),
      type,
      id,
      actor,
      fields,
      base: base ? { [Object.keys(fields)[0] ?? '']: base } : {},
    };
    return { ...op, hash: hashOfOp(op, batchTools.sha256Hex) };
  });

describe('a batch', () => {
  test('gives back exactly the ops that went in, in their order', () => {
    fc.assert(
      fc.property(fc.array(loose, { minLength: 1, maxLength: 40 }), (drafts) => {
        const ops = opsOf(drafts);
        expect(decode(encode(ops).bytes).ops).toEqual(JSON.parse(JSON.stringify(ops)));
      }),
    );
  });

  test('is smaller in columns than the same ops as rows', () => {
    const ops = opsOf(
      Array.from({ length: 200 }, (_, i) => ({
        ms: 1.7e12 + i * 31,
        counter: 0,
        type: 'petition',
        id: `0189${i.toString(16).padStart(4, '0')}-0000-7000-8000-000000000000`,
        actor: 'u1',
        clock: null,
        fields: { number: i, summary: `Đơn phản ánh số ${i} về đất đai`, state: 'MOI', secrecy: 'THUONG' },
      })),
    );
    expect(encode(ops).bytes.length).toBeLessThan(gzipSync(JSON.stringify(ops), { level: 9 }).length);
  });

  test('numbers that are withheld fill the gap without content', () => {
    const ops = opsOf(
      [1, 2, 3].map((n) => ({ ms: n, counter: 0, type: 'note', id: `n${n}`, actor: 'u', clock: null, fields: { text: `t${n}` } })),
    );
    const decoded = decode(
      encode(
        ops.filter((op) => op.seq !== 2),
        [2],
      ).bytes,
    );
    expect(decoded.ops.map((op) => op.seq)).toEqual([1, 3]);
    expect(decoded.withheld).toEqual([2]);
  });

  test('any flipped byte is noticed', () => {
    const { bytes } = encode(opsOf([{ ms: 1, counter: 0, type: 'note', id: 'n', actor: 'u', clock: null, fields: { text: 'x' } }]));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ bits;
        expect(() => decode(damaged)).toThrow(BatchError);
      }),
    );
  });

  test('cut, foreign and empty bytes are not batches', () => {
    const { bytes } = encode(opsOf([{ ms: 1, counter: 0, type: 'note', id: 'n', actor: 'u', clock: null, fields: { text: 'x' } }]));
    for (const broken of [bytes.subarray(0, bytes.length - 1), bytes.subarray(0, 20), new Uint8Array(0), Buffer.from('KTSB')])
      expect(() => decode(broken)).toThrow(BatchError);
  });

  test('gaps and doubled numbers inside are refused', () => {
    const ops = opsOf(
      [1, 2, 3].map((n) => ({ ms: n, counter: 0, type: 'note', id: `n${n}`, actor: 'u', clock: null, fields: { text: 'x' } })),
    );
    const gap = encodeBatch(header(2), { ops: ops.filter((op) => op.seq !== 2), withheld: [] }, 'gzip', batchTools, signer);
    expect(() => decode(gap.bytes)).toThrow('sequence');
    expect(() => decode(encode(ops, [3]).bytes)).toThrow('sequence');
  });

  test('does not unfold without end', () => {
    const bomb = { ...batchTools, deflate: () => gzipSync(Buffer.alloc(limits.bodyBytes + 1024, 0x20)) };
    const { bytes } = encodeBatch(header(1), { ops: [], withheld: [1] }, 'gzip', bomb, signer);
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(() => decode(bytes)).toThrow('body');
  });

  test('says when it must be formed of fewer ops', () => {
    const ops = opsOf([
      { ms: 1, counter: 0, type: 'note', id: 'n', actor: 'u', clock: null, fields: { text: 'x'.repeat(limits.bodyBytes) } },
    ]);
    expect(() => encode(ops)).toThrow('too-large');
  });
});
