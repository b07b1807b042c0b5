import { createHash } from 'node:crypto';
import { constants, gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { BatchTools } from '#shared/sync/batch';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The runtime's part of the batch format. */
export const batchTools: BatchTools = {
  bestCodec: 'zstd',
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  sha256Hex: (text) => createHash('sha256').update(text).digest('hex'),
  toUtf8: (text) => Buffer.from(text),
  fromUtf8: (bytes) => decoder.decode(bytes),
  deflate: (codec, bytes) =>
    codec === 'zstd'
      ? zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 9 } })
      : codec === 'gzip'
        ? gzipSync(bytes, { level: 9 })
        : bytes,
  inflate: (codec, bytes, max) => {
    if (codec === 'zstd') return zstdDecompressSync(bytes, { maxOutputLength: max });
    if (codec === 'gzip') return gunzipSync(bytes, { maxOutputLength: max });
    if (bytes.length > max) throw new RangeError('too large');
    return bytes;
  },
};

export const sha256Hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
