import { hash } from 'node:crypto';
import { constants, gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { BatchTools } from '#shared/sync/batch';

const decoder = new TextDecoder('utf-8', { fatal: true });

export const sha256Hex = (bytes: Uint8Array | string): string => hash('sha256', bytes);

/** The runtime's part of the batch format. */
export const batchTools: BatchTools = {
  bestCodec: 'zstd',
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  sha256Hex,
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
