import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { batchTools as hubTools } from '#hub/crypto/batch-tools';
import { batchTools } from '#service/sync/crypto/batch-tools';
import { createZstd } from '#shared/node/zstd';
import { decodeSnapshotPart, encodeSnapshotPart, type SnapshotRecord } from '#shared/sync/snapshot';
import { BatchError } from '#shared/sync/batch';

const text = Buffer.from('Ủy ban Kiểm tra Đảng ủy xã '.repeat(20_000));

describe.each([
  ['a runtime with zstd', createZstd(9)],
  ['a runtime without', createZstd(9, {})],
])('zstd on %s', (_name, zstd) => {
  it('reads what others wrote', () => {
    expect(Buffer.from(zstd.decompress(zlib.zstdCompressSync(text), text.length))).toEqual(text);
    expect(zstd.decompress(zlib.zstdCompressSync(Buffer.alloc(0)), 1)).toHaveLength(0);
  });

  it('unfolds no more than it may', () => {
    const bomb = zlib.zstdCompressSync(Buffer.alloc(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(16 * 1024);
    expect(() => zstd.decompress(bomb, 1024 * 1024)).toThrow(/larger? |large$/);
    expect(() => zstd.decompress(zlib.zstdCompressSync(text), text.length - 1)).toThrow(/larger? |large$/);
  });

  it('refuses what was cut or changed', () => {
    const packed = zlib.zstdCompressSync(text);
    expect(() => zstd.decompress(packed.subarray(0, -4), text.length)).toThrow(/unexpected|short/i);
    expect(() => zstd.decompress(Buffer.from('not zstd at all'), text.length)).toThrow(/unknown|invalid/i);
  });
});

describe('what a runtime without zstd sends', () => {
  it('is gzip, which both ends read', () => {
    expect(createZstd(9, {}).compress).toBeUndefined();
    expect(batchTools.bestCodec).toBe('zstd');
    for (const codec of ['gzip', 'zstd', 'none'] as const)
      expect(Buffer.from(hubTools.inflate(codec, batchTools.deflate(codec, text), text.length))).toEqual(text);
  });
});

describe('a part of a snapshot', () => {
  const records: SnapshotRecord[] = [
    { type: 'task', id: 'a1', state: { fields: { name: 'Việc', state: 'CHUA_LAM' }, clocks: { name: 'c1', state: 'c1' } } },
    {
      type: 'later',
      id: 'a2',
      state: {
        fields: { tags: ['x'], name: null },
        clocks: {
          name: { clock: 'c3', heads: [{ clock: 'c2', value: { deep: [1] }, actor: 'u' }] },
          tags: { clock: 'c3', touches: [['c3', ['x'], ['y']]] },
        },
      },
    },
  ];

  it.each(['gzip', 'zstd'] as const)('is read as it was written (%s), with all that the merge remembers', (codec) => {
    expect(decodeSnapshotPart(encodeSnapshotPart(records, codec, hubTools), batchTools)).toEqual(records);
  });

  it('is refused when it is anything else', () => {
    const bytes = encodeSnapshotPart(records, 'zstd', hubTools);
    const changed = (at: number, to: number) => bytes.map((byte, i) => (i === at ? to : byte));
    for (const [wrong, reason] of [
      [changed(0, 0), 'magic'],
      [changed(4, 9), 'version'],
      [changed(5, 9), 'codec'],
      [bytes.subarray(0, 40), 'body'],
      [bytes.subarray(0, 3), 'magic'],
    ] as const)
      expect(() => decodeSnapshotPart(wrong, batchTools)).toThrow(new BatchError(reason));
  });
});
