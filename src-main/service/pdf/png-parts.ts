/**
 * A PNG taken apart without decoding it: a PDF shows the compressed rows as they are, with the same predictor. What is left over is small,
 * and with it the file is put together again byte for byte (`joinPng`).
 */
import { crc32 } from 'node:zlib';

export interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly channels: 1 | 3;
  /** Red, green, blue of each entry; absent when the samples are colours themselves. */
  readonly palette: Uint8Array | undefined;
  /** The compressed rows: contents of the IDAT chunks, in order. */
  readonly data: readonly Uint8Array[];
  /** All bytes before the first IDAT chunk, and after the last. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

const signature = '89504e470d0a1a0a';

/** Undefined where a PDF/A could not show the rows as they are: interlaced, transparent, 16 bits, or damaged. */
export function pngParts(bytes: Uint8Array): PngParts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 57 || Buffer.from(bytes.subarray(0, 8)).toString('hex') !== signature) return undefined;
  const data: Uint8Array[] = [];
  let palette: Uint8Array | undefined;
  let first = 0;
  let last = 0;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const kind = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    const body = bytes.subarray(at + 8, at + 8 + length);
    const next = at + 12 + length;
    if (body.length < length || next > bytes.length) return undefined;
    if (kind === 'tRNS') return undefined;
    if (kind === 'PLTE') palette = body;
    if (kind === 'IDAT') {
      // Chunks of another kind between them, or a wrong sum, could not be put together again.
      if (data.length > 0 && at !== last) return undefined;
      if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(next - 4)) return undefined;
      if (data.length === 0) first = at;
      data.push(body);
      last = next;
    }
    at = next;
  }
  const [bits = 0, colour = 0, , , interlaced = 0] = bytes.subarray(24, 29);
  const fits = interlaced === 0 && bits <= 8 && [0, 2, 3].includes(colour) && (colour !== 3 || palette !== undefined);
  if (!fits || data.length === 0) return undefined;
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bits,
    channels: colour === 2 ? 3 : 1,
    palette: colour === 3 ? palette : undefined,
    data,
    before: bytes.subarray(0, first),
    after: bytes.subarray(last),
  };
}

/** The file again. `data`: all rows as they stand in the PDF; `chunks`: how many bytes of them each IDAT chunk held. */
export function joinPng(before: Uint8Array, data: Uint8Array, chunks: readonly number[], after: Uint8Array): Buffer {
  const parts: Uint8Array[] = [before];
  let at = 0;
  for (const length of chunks) {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(length, 0);
    head.write('IDAT', 4, 'latin1');
    const body = data.subarray(at, at + length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body, crc32(head.subarray(4))), 0);
    parts.push(head, body, sum);
    at += length;
  }
  return Buffer.concat([...parts, after]);
}
