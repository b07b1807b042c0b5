import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawPublicKey } from '#shared/node/ed25519';
import { isHigher } from '#shared/update/manifest';
import { layOut, mostStarts, noteGood, noteStart, readNote, readUpdate } from '#service/update/update-file';
import { updateFile } from '../../../scripts/release/make-update.mjs';
import { tempDir } from '../../support/book';

const { privateKey } = generateKeyPairSync('ed25519');
const installer = randomBytes(5000);
const place = { version: '0.1.0', system: 'linux-x64', trusted: [rawPublicKey(privateKey)] };
const make = (version: string, key = privateKey) =>
  updateFile({
    version,
    schema: 20,
    key,
    madeAt: '2026-11-23T00:00:00Z',
    parts: [
      { system: 'win32-x64', name: 'setup.exe', bytes: randomBytes(700) },
      { system: 'linux-x64', name: 'app.tar.gz', bytes: installer },
    ],
  });
const written = (bytes: Uint8Array): string => {
  const file = join(tempDir(), 'update.ktsu');
  writeFileSync(file, bytes);
  return file;
};
const whyOf = (file: string, here = place) =>
  readUpdate(file, here).then(
    () => 'taken',
    (error: { details?: { why?: string } }) => error.details?.why ?? 'other',
  );

describe('an update from a stick', () => {
  it('is laid out whole where it is newer, signed and for this system', async () => {
    const dir = tempDir();
    const { path, version } = await layOut(written(make('0.2.0')), dir, place);
    expect(version).toBe('0.2.0');
    expect(readFileSync(path)).toEqual(installer);
    expect(readNote(dir)).toMatchObject({ before: '0.1.0', good: false });
  });

  it('is refused where it is older or the same, of another signer, or for another system', async () => {
    expect(await whyOf(written(make('0.1.0')))).toBe('older');
    expect(await whyOf(written(make('0.0.9')))).toBe('older');
    expect(await whyOf(written(make('0.2.0', generateKeyPairSync('ed25519').privateKey)))).toBe('signature');
    expect(await whyOf(written(make('0.2.0')), { ...place, trusted: [] })).toBe('signature');
    expect(await whyOf(written(make('0.2.0')), { ...place, system: 'darwin-arm64' })).toBe('system');
    expect(isHigher('0.10.0', '0.9.9')).toBe(true);
  });

  it('with any byte changed or cut off installs nothing', async () => {
    const whole = make('0.2.0');
    const head = whole.length - 5700;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, change, cut) => {
          const altered = Buffer.from(whole);
          altered.writeUInt8(altered.readUInt8(at) ^ change, at);
          const dir = tempDir();
          const outcome = await layOut(written(cut ? whole.subarray(0, at) : altered), dir, place).then(
            ({ path }) => readFileSync(path),
            (error: { code?: string }) => error.code,
          );
          // A change in the part of another system leaves this one whole.
          const isForeign = !cut && at >= head && at < head + 700;
          if (isForeign) expect(outcome).toEqual(installer);
          else expect(outcome).toBe('update.refused');
        },
      ),
      { numRuns: 60 },
    );
  });

  it('that does not get as far as an open book is told to be put back', async () => {
    const dir = tempDir();
    await layOut(written(make('0.2.0')), dir, place);
    expect(noteStart(dir, '0.1.0')).toBe('fine');
    for (let i = 0; i < mostStarts; i += 1) expect(noteStart(dir, '0.2.0')).toBe('fine');
    expect(noteStart(dir, '0.2.0')).toBe('putBack');
    noteGood(dir, '0.2.0');
    expect(noteStart(dir, '0.2.0')).toBe('fine');
  });
});
