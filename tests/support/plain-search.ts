/** Looks for marker words in every byte of a folder: as UTF-8 and UTF-16, in base64 and hex, and inside whatever is compressed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';

export const formsOf = (word: string): Buffer[] => [
  Buffer.from(word, 'utf8'),
  Buffer.from(word.toUpperCase(), 'utf8'),
  Buffer.from(word, 'utf16le'),
  Buffer.from(word, 'utf16le').swap16(),
  Buffer.from(Buffer.from(word).toString('base64').slice(0, 14)),
  Buffer.from(Buffer.from(word).toString('hex')),
];

type Opener = (bytes: Buffer, options?: { finishFlush?: number; maxOutputLength?: number }) => Buffer;

export interface PlainSearch {
  /** Whether the bytes, or anything compressed that begins in them, hold a marker. */
  holdsAnywhere(bytes: Buffer): boolean;
  /** Files below a folder that do. */
  filesHolding(dir: string): string[];
}

export function plainSearch(words: readonly string[]): PlainSearch {
  const needles = words.flatMap(formsOf);
  const holds = (bytes: Uint8Array): boolean => {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return needles.some((needle) => view.includes(needle));
  };
  const opens = (open: Opener, bytes: Buffer, options: { finishFlush?: number }): boolean => {
    try {
      return holds(open(bytes, { ...options, maxOutputLength: 8 * 1024 * 1024 }));
    } catch {
      return false;
    }
  };
  // Z_SYNC_FLUSH: what can be read of a stream that is cut off.
  const cut = { finishFlush: 2 };
  const holdsAnywhere = (bytes: Buffer): boolean => {
    if (holds(bytes)) return true;
    for (let at = 0; at + 4 < bytes.length; at += 1) {
      const [a, b] = [bytes[at], bytes[at + 1]];
      if (a === 0x1f && b === 0x8b && opens(gunzipSync, bytes.subarray(at), cut)) return true;
      if (a === 0x78 && (b === 0x01 || b === 0x9c || b === 0xda) && opens(inflateSync, bytes.subarray(at), cut)) return true;
      // zstd and snappy-framed blocks: the first by its magic number.
      if (
        a === 0x28 &&
        b === 0xb5 &&
        bytes[at + 2] === 0x2f &&
        bytes[at + 3] === 0xfd &&
        opens(zstdDecompressSync as Opener, bytes.subarray(at), {})
      )
        return true;
    }
    return opens(inflateRawSync, bytes, cut) || opens(brotliDecompressSync as Opener, bytes, {});
  };
  return { holdsAnywhere, filesHolding: (dir) => filesIn(dir).filter((file) => holdsAnywhere(readOrEmpty(file))) };
}

/** Sockets and files that a process removes meanwhile are none. */
function readOrEmpty(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

export const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
