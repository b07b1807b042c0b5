/**
 * Nothing in plain text on the disk: marker words are put wherever a person can enter something, the process that holds the book is
 * killed, and every byte that it left in its folder and in the temporary folder is searched, also as UTF-16 and inside what is compressed.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { filesIn, plainSearch } from '../support/plain-search';

/** Letters that chance does not put together, and that fold to themselves. */
const markers = ['zqxmarkerone', 'zqxmarkertwo', 'zqxmarkerpage'];

const search = plainSearch(markers);

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
    expect(search.filesHolding(base)).toEqual([]);
    // The search itself finds what lies in plain, in every form.
    for (const bytes of search.examples('zqxmarkertwo')) {
      writeFileSync(join(temp, 'planted'), bytes);
      expect(search.filesHolding(temp)).toEqual([join(temp, 'planted')]);
    }
  } finally {
    rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  }
});
