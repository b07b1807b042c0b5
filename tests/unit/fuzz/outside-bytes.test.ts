/** Whatever stands in files that come from outside: a failure that people can read, or nothing; never a defect, never half of it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error';
import { checkAuditFile } from '#shared/secrecy/audit-file';
import { judgeHead } from '#shared/update/manifest';
import { findSets, readManifest } from '#service/backup/layout';
import { restoreBackup } from '#service/backup/restore';
import { createBook } from '#service/book/create-book';
import { bytesOf, wordsOf } from '#service/vault/recovery-words';
import { unlockMaster } from '#service/vault/unlock';
import { readVault } from '#service/vault/vault-file';
import { makeBackup } from '#service/backup/make-backup';
import { forgetTries } from '#service/vault/tries';
import { passphrase, setup, tempDir } from '../../support/book';

const tools = { sha256: (text: string) => text.slice(0, 64).padEnd(64, '0'), verifies: () => true };

/** A text that was valid, with parts replaced, repeated, cut or turned into other JSON. */
const mutated = (whole: string) =>
  fc
    .tuple(
      fc.nat(whole.length),
      fc.nat(40),
      fc.oneof(fc.string(), fc.json(), fc.constantFrom('null', '1e999', '[[[[', '"\\u0000"', '-1', '{}')),
    )
    .map(([at, length, put]) => whole.slice(0, at) + put + whole.slice(at + length));

/** Runs what may fail with words for people, and with nothing else. */
async function orAppError(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

describe('malformed files from outside', () => {
  const dir = join(tempDir(), 'office');
  const place = tempDir();
  let vault = '';
  let userId = '';
  let set = '';
  beforeAll(async () => {
    const book = await createBook(dir, setup, { ballastBytes: 0 });
    userId = book.user.id;
    await makeBackup(book, place);
    book.close();
    vault = readFileSync(join(dir, 'vault.json'), 'utf8');
    set = findSets(place)[0]?.dir ?? '';
  });

  it('vault.json opens by nothing but itself', async () => {
    const work = tempDir();
    const master = (await unlockMaster(dir, userId, passphrase)).reveal();
    await fc.assert(
      fc.asyncProperty(mutated(vault), async (text) => {
        writeFileSync(join(work, 'vault.json'), text);
        await orAppError(() => {
          const { users } = readVault(work);
          // Parameters beyond what an office PC has are refused before any memory is taken.
          for (const { params } of users) expect(params.memory).toBeLessThanOrEqual(1_048_576);
        });
      }),
      { numRuns: 150 },
    );
    for (const text of ['', '[]', vault.replace('"version": 2', '"version": 1'), vault.replace(/"seal": "[^"]*"/, '"seal": ""')]) {
      writeFileSync(join(work, 'vault.json'), text);
      forgetTries(work);
      await expect(unlockMaster(work, userId, passphrase)).rejects.toBeInstanceOf(AppError);
    }
    expect(master).toHaveLength(32);
  });

  it('a manifest of a backup restores nothing unless it is its own', async () => {
    const manifest = readFileSync(join(set, 'manifest.json'), 'utf8');
    const target = join(tempDir(), 'office');
    const copy = join(tempDir(), 'sets', 'x');
    mkdirSync(copy, { recursive: true });
    for (const name of ['vault.json', 'book.db', 'pages.list']) writeFileSync(join(copy, name), readFileSync(join(set, name)));
    await fc.assert(
      fc.asyncProperty(mutated(manifest), async (text) => {
        writeFileSync(join(copy, 'manifest.json'), text);
        const read = readManifest(copy);
        if (read === undefined || JSON.stringify(read) === JSON.stringify(JSON.parse(manifest))) return;
        await expect(restoreBackup(copy, target, { userId, passphrase })).rejects.toMatchObject({ code: 'backup.notSound' });
      }),
      { numRuns: 40 },
    );
  });

  it('recovery words give bytes or a failure in words', () => {
    const words = wordsOf(Buffer.alloc(15, 7)).join(' ');
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 300 }), mutated(words)), (text) => {
        try {
          expect(wordsOf(bytesOf(text)).length).toBeGreaterThan(11);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('audit files and heads of updates give a verdict', () => {
    const here = { version: '1.0.0', system: 'linux-x64', trusted: ['k'] };
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), mutated('{"format":"kiem-tra-so audit","version":1}\n{"seq":1}')), (text) => {
        expect(checkAuditFile(text, tools).brokenAt).not.toBeNull();
        expect(['format', 'signature', 'older', 'system']).toContain(judgeHead(text, here, () => true));
        const body = JSON.stringify({ body: text, signatures: [{ key: 'k', signature: 's' }] });
        expect(['format', 'signature', 'older', 'system']).toContain(judgeHead(body, here, () => true));
      }),
      { numRuns: 400 },
    );
  });
});
