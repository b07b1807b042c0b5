import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawPublicKey } from '#shared/node/ed25519';
import { isHigher } from '#shared/update/manifest';
import { mostTries, noteAnswered, noteGood, noteOpening, noteStart, readNote, writeNote } from '#shared/node/update-note';
import { judgeUpdate } from '#service/update/judge-update';
import { layOut } from '#service/update/lay-out';
import { withUpdateFile } from '#service/update/update-source';
import { updateFile } from '../../../scripts/release/make-update.mjs';
import { tempDir } from '../../support/book';

const { privateKey } = generateKeyPairSync('ed25519');
const installer = randomBytes(5000);
const place = { version: '0.1.0', schema: 20, system: 'linux-x64', trusted: [rawPublicKey(privateKey)] };
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
const layOutFile = (file: string, dir: string) => withUpdateFile(file, (source) => layOut(source, dir, place));
const whyOf = (file: string, here = place) =>
  withUpdateFile(file, (source) => judgeUpdate(source, here)).then(
    () => 'taken',
    (error: { details?: { why?: string } }) => error.details?.why ?? 'other',
  );

describe('an update from a stick', () => {
  it('is laid out whole where it is newer, signed and for this system', async () => {
    const dir = tempDir();
    const laid = await layOutFile(written(make('0.2.0')), dir);
    expect(laid?.version).toBe('0.2.0');
    expect(readFileSync(laid?.path ?? '')).toEqual(installer);
    expect(readNote(dir)).toMatchObject({ before: '0.1.0', schemaBefore: 20, state: 'ready', from: 'stick' });
  });

  it('goes on where it was cut off, and begins anew where what came was another', async () => {
    const dir = tempDir();
    const file = written(make('0.2.0'));
    const asked: number[] = [];
    const inPieces = (most: number) =>
      withUpdateFile(file, (source) =>
        layOut(
          {
            ...source,
            read: (from, length) => {
              asked.push(from);
              return source.read(from, Math.min(length, 1000));
            },
          },
          dir,
          place,
          (done) => done < most,
        ),
      );
    expect(await inPieces(2000)).toBeUndefined();
    expect(asked).toEqual([700, 1700]);
    expect(readNote(dir)).toBeUndefined();
    expect(await inPieces(9000)).toMatchObject({ version: '0.2.0' });
    expect(asked).toEqual([700, 1700, 2700, 3700, 4700]);
    rmSync(join(dir, 'updates'), { recursive: true });
    mkdirSync(join(dir, 'updates', '0.2.0'), { recursive: true });
    writeFileSync(join(dir, 'updates', '0.2.0', 'app.tar.gz.part'), 'of another');
    await expect(layOutFile(file, dir)).rejects.toMatchObject({ code: 'update.refused' });
    expect(await layOutFile(file, dir)).toMatchObject({ version: '0.2.0' });
  });

  it('is refused where it is older or the same, of another signer, or for another system', async () => {
    expect(await whyOf(written(make('0.1.0')))).toBe('older');
    expect(await whyOf(written(make('0.0.9')))).toBe('older');
    expect(await whyOf(written(make('0.2.0', generateKeyPairSync('ed25519').privateKey)))).toBe('signature');
    expect(await whyOf(written(make('0.2.0')), { ...place, trusted: [] })).toBe('signature');
    expect(await whyOf(written(make('0.2.0')), { ...place, system: 'darwin-arm64' })).toBe('system');
    expect(await whyOf(written(make('0.2.0')), { ...place, schema: 21 })).toBe('older');
    expect(isHigher('0.10.0', '0.9.9')).toBe(true);
  });

  it('with any byte changed or cut off installs nothing', async () => {
    const whole = make('0.2.0');
    const head = whole.length - 5700;
    // Four bits of the last letter of a signature say nothing: another letter there is a change all the same.
    const lastLetter = whole.indexOf('"signature":"') + '"signature":"'.length + 85;
    expect(whole.toString('latin1', lastLetter + 1, lastLetter + 2)).toBe('"');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, change, cut) => {
          const altered = Buffer.from(whole);
          altered.writeUInt8(altered.readUInt8(at) ^ change, at);
          const dir = tempDir();
          const outcome = await layOutFile(written(cut ? whole.subarray(0, at) : altered), dir).then(
            (laid) => readFileSync(laid?.path ?? ''),
            (error: { code?: string }) => error.code,
          );
          // A change in the part of another system leaves this one whole.
          const isForeign = !cut && at >= head && at < head + 700;
          if (isForeign) expect(outcome).toEqual(installer);
          else expect(outcome).toBe('update.refused');
        },
      ),
      { numRuns: 75, examples: Array.from({ length: 15 }, (_, i): [number, number, boolean] => [lastLetter, i + 1, false]) },
    );
  });

  it('that does not get as far as an answer, or does not survive opening a book, is told to be put back', async () => {
    const dir = tempDir();
    const begin = async () => {
      await layOutFile(written(make('0.2.0')), dir);
      const note = readNote(dir);
      if (note) writeNote(dir, { ...note, state: 'installing' });
    };
    await begin();
    expect(noteStart(dir, '0.1.0')).toBe('go');
    for (let i = 0; i < mostTries; i += 1) expect(noteStart(dir, '0.2.0')).toBe('go');
    expect(noteStart(dir, '0.2.0')).toBe('back');

    // An answered start is none that failed; a window that was closed without signing in says nothing.
    await begin();
    for (let i = 0; i < 5; i += 1) {
      expect(noteStart(dir, '0.2.0')).toBe('go');
      noteAnswered(dir, '0.2.0');
    }
    noteOpening(dir, '0.2.0')();
    expect(noteStart(dir, '0.2.0')).toBe('go');
    noteAnswered(dir, '0.2.0');
    for (let i = 0; i < mostTries; i += 1) noteOpening(dir, '0.2.0');
    expect(noteStart(dir, '0.2.0')).toBe('back');

    await begin();
    noteAnswered(dir, '0.2.0');
    noteOpening(dir, '0.2.0');
    noteGood(dir, '0.2.0');
    for (let i = 0; i < 5; i += 1) expect(noteStart(dir, '0.2.0')).toBe('go');
    expect(readNote(dir)).toMatchObject({ state: 'good' });
  });
});
