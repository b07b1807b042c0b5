/**
 * Nothing in plain text on the disk: marker words are put wherever a person can enter something, the process that holds the book is
 * killed, and every byte that it left in its folder and in the temporary folder is searched, also as UTF-16 and inside what is compressed.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inRoot } from '../../scripts/setup/paths.mjs';

/** Letters that chance does not put together, and that fold to themselves. */
const markers = ['zqxmarkerone', 'zqxmarkertwo', 'zqxmarkerpage'];

const forms = (word: string): Buffer[] => [
  Buffer.from(word, 'utf8'),
  Buffer.from(word.toUpperCase(), 'utf8'),
  Buffer.from(word, 'utf16le'),
  Buffer.from(word, 'utf16le').swap16(),
  Buffer.from(Buffer.from(word).toString('base64').slice(0, 14)),
  Buffer.from(Buffer.from(word).toString('hex')),
];
const needles = markers.flatMap(forms);
const holds = (bytes: Uint8Array): boolean =>
  needles.some((needle) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(needle));

/** Whether the bytes, or anything compressed that begins in them, hold a marker. */
function holdsAnywhere(bytes: Buffer): boolean {
  if (holds(bytes)) return true;
  for (let at = 0; at + 2 < bytes.length; at += 1) {
    const [a, b] = [bytes[at], bytes[at + 1]];
    const open = a === 0x1f && b === 0x8b ? gunzipSync : a === 0x78 && (b === 0x01 || b === 0x9c || b === 0xda) ? inflateSync : undefined;
    if (open && tryOpen(open, bytes.subarray(at))) return true;
  }
  return [inflateRawSync, brotliDecompressSync].some((open) => tryOpen(open, bytes));
}
function tryOpen(open: (bytes: Buffer, options?: { finishFlush?: number; maxOutputLength?: number }) => Buffer, bytes: Buffer): boolean {
  try {
    // Z_SYNC_FLUSH: what can be read of a stream that is cut off.
    return holds(open(bytes, { finishFlush: 2, maxOutputLength: 8 * 1024 * 1024 }));
  } catch {
    return false;
  }
}
const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );

test('after a kill nothing that a person entered can be read from the disk', async () => {
  const base = mkdtempSync(join(tmpdir(), 'kts-plain-'));
  const temp = join(base, 'tmp');
  const dir = join(base, 'office');
  const place = join(base, 'usb');
  for (const folder of [temp, place]) mkdirSync(folder);
  try {
    const child = spawn(
      process.execPath,
      [inRoot('scripts/run/typescript.mjs'), inRoot('tests/support/marker-child.ts'), dir, place, ...markers],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp },
      },
    );
    let said = '';
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (data: Buffer) => {
        said += data.toString();
        if (said.includes('ready')) child.kill('SIGKILL');
      });
      child.once('exit', () => (said.includes('ready') ? resolve() : reject(new Error(`ended before: ${said}`))));
    });
    const files = filesIn(base);
    expect(files.some((file) => file.endsWith('book.db'))).toBe(true);
    expect(files.filter((file) => file.endsWith('.ktp')).length).toBeGreaterThan(1);
    expect(files.some((file) => file.includes('usb'))).toBe(true);
    expect(files.filter((file) => holdsAnywhere(readFileSync(file)))).toEqual([]);
    // The search itself finds what lies in plain, in UTF-16 and in gzip.
    const { gzipSync } = await import('node:zlib');
    for (const bytes of [forms('zqxmarkerone')[2] as Buffer, Buffer.concat([Buffer.alloc(9), gzipSync('x zqxmarkertwo x')])]) {
      writeFileSync(join(temp, 'planted'), bytes);
      expect(holdsAnywhere(readFileSync(join(temp, 'planted')))).toBe(true);
    }
  } finally {
    rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  }
});
