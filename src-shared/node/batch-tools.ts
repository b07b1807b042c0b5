import { hash } from 'node:crypto';
import zlib from 'node:zlib';
import type { BatchTools } from '../sync/batch';
import { createZstd } from './zstd';

const text = new TextDecoder('utf-8', { fatal: true });

export const sha256Hex = (bytes: Uint8Array | string): string => hash('sha256', bytes);

/** Bytes and text, for batches and bundles. */
export const byteTools = {
  sha256: (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer'),
  toUtf8: (clear: string): Uint8Array => Buffer.from(clear, 'utf8'),
  fromUtf8: (bytes: Uint8Array): string => text.decode(bytes),
};

/**
 * What the batch format needs of the runtime, the same at workstation and hub.
 * @param level of zstd
 */
export function createBatchTools(level: number): BatchTools {
  const zstd = createZstd(level);
  return {
    bestCodec: zstd.compress ? 'zstd' : 'gzip',
    ...byteTools,
    sha256Hex,
    deflate: (codec, bytes) => {
      if (codec === 'none') return bytes;
      if (codec === 'gzip') return zlib.gzipSync(bytes, { level: 9 });
      if (!zstd.compress) throw new RangeError('this runtime writes no zstd');
      return zstd.compress(bytes);
    },
    inflate: (codec, bytes, max) => {
      if (codec === 'gzip') return zlib.gunzipSync(bytes, { maxOutputLength: max });
      if (codec === 'zstd') return zstd.decompress(bytes, max);
      if (bytes.length > max) throw new RangeError('too large');
      return bytes;
    },
  };
}
