/**
 * Looks for marker words in every byte of a folder: composed and decomposed, in capitals, without marks as the search index has them, each as UTF-8,
 * UTF-16, hex and base64 at any offset; and inside whatever is compressed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  brotliCompressSync,
  brotliDecompressSync,
  deflateRawSync,
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateRawSync,
  inflateSync,
  zstdCompressSync,
  zstdDecompressSync,
} from 'node:zlib';
import { fold } from '#shared/text/fold';

const spellingsOf = (word: string): string[] => [
  ...new Set(
    [word, word.normalize('NFD'), word.toUpperCase(), word.toUpperCase().normalize('NFD'), fold(word)].flatMap((one) => [
      one,
      // As JSON may have it.
      one.replaceAll(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ]),
  ),
];

/** What of the word stands in base64 whatever comes before and behind it. */
const base64Of = (bytes: Buffer): Buffer[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return Buffer.from(text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6)));
  });

export const formsOf = (word: string): Buffer[] =>
  spellingsOf(word).flatMap((one) => {
    const utf8 = Buffer.from(one, 'utf8');
    return [utf8, Buffer.from(one, 'utf16le'), Buffer.from(one, 'utf16le').swap16(), Buffer.from(utf8.toString('hex')), ...base64Of(utf8)];
  });

type Opener = (bytes: Buffer, options?: { finishFlush?: number; maxOutputLength?: number }) => Buffer;

export interface PlainSearch {
  /** Whether the bytes, or anything compressed that begins in them, hold a marker. */
  holdsAnywhere(bytes: Buffer): boolean;
  /** Files below a folder that do. */
  filesHolding(dir: string): string[];
  /** Bytes that must be found: the word in every form, and compressed in every way. */
  examples(word: string): Buffer[];
}

export function plainSearch(markers: readonly string[]): PlainSearch {
  const needles = markers.flatMap(formsOf);
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
  /** Calls `found` at each place where the two bytes stand. */
  const anyAt = (bytes: Buffer, start: readonly number[], found: (at: number) => boolean): boolean => {
    const head = Buffer.from(start);
    for (let at = bytes.indexOf(head); at >= 0; at = bytes.indexOf(head, at + 1)) if (found(at)) return true;
    return false;
  };
  const holdsAnywhere = (bytes: Buffer): boolean =>
    holds(bytes) ||
    anyAt(bytes, [0x1f, 0x8b, 0x08], (at) => opens(gunzipSync, bytes.subarray(at), cut)) ||
    [0x01, 0x5e, 0x9c, 0xda].some((level) => anyAt(bytes, [0x78, level], (at) => opens(inflateSync, bytes.subarray(at), cut))) ||
    anyAt(bytes, [0x28, 0xb5, 0x2f, 0xfd], (at) => opens(zstdDecompressSync as Opener, bytes.subarray(at), {})) ||
    opens(inflateRawSync, bytes, cut) ||
    opens(brotliDecompressSync as Opener, bytes, {});
  return {
    holdsAnywhere,
    filesHolding: (dir) => filesIn(dir).filter((file) => holdsAnywhere(readOrEmpty(file))),
    examples: (word) => {
      const around = Buffer.from(`a ${word} b`);
      const packed = [gzipSync, deflateSync, deflateRawSync, zstdCompressSync, brotliCompressSync].map((close) => close(around));
      return [...formsOf(word), ...packed, Buffer.concat([Buffer.alloc(9), packed[0] as Buffer])];
    },
  };
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
