/** zstd on every runtime: Node has it from 22.15 on; before that it can be read, by a decoder in JavaScript, but not written. */
import zlib from 'node:zlib';
import { Decompress } from 'fzstd';

export interface Zstd {
  /** Absent where the runtime cannot. */
  readonly compress: ((bytes: Uint8Array) => Uint8Array) | undefined;
  /** @throws when more than `max` bytes come out */
  decompress(bytes: Uint8Array, max: number): Uint8Array;
}

/**
 * @param level of compression, 1 to 22
 * @param native Node's zlib; its functions are absent in older runtimes, whatever its types say
 */
export function createZstd(level: number, native: Partial<Pick<typeof zlib, 'zstdCompressSync' | 'zstdDecompressSync'>> = zlib): Zstd {
  const { zstdCompressSync: pack, zstdDecompressSync: unpack } = native;
  return {
    compress: pack && ((bytes) => pack(bytes, { params: { [zlib.constants.ZSTD_c_compressionLevel]: level } })),
    decompress: unpack ? (bytes, max) => unpack(bytes, { maxOutputLength: max }) : decompressSlowly,
  };
}

/** Block by block, so that a small batch which unfolds without end is given up in time. */
function decompressSlowly(bytes: Uint8Array, max: number): Uint8Array {
  const blocks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const stream = new Decompress((block, last) => {
    size += block.length;
    if (size > max) throw new RangeError('too large');
    blocks.push(block);
    ended ||= last === true;
  });
  stream.push(bytes, true);
  if (!ended) throw new RangeError('cut short');
  return Buffer.concat(blocks, size);
}
