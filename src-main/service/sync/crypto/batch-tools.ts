import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { BatchTools } from '#shared/sync/batch';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The runtime's part of the batch format. */
export const batchTools: BatchTools = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  sha256Hex: (text) => createHash('sha256').update(text).digest('hex'),
  toUtf8: (text) => Buffer.from(text),
  fromUtf8: (bytes) => decoder.decode(bytes),
  deflate: (codec, bytes) => (codec === 'gzip' ? gzipSync(bytes, { level: 9 }) : bytes),
  inflate: (codec, bytes, max) => {
    if (codec === 'gzip') return gunzipSync(bytes, { maxOutputLength: max });
    if (bytes.length > max) throw new RangeError('too large');
    return bytes;
  },
};

export const sha256Hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
