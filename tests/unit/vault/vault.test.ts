import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Book } from '#service/book/book';
import { createBook } from '#service/book/create-book';
import { openBook, readBookHead } from '#service/book/open-book';
import { openBytes, sealBytes } from '#service/vault/sealed-bytes';
import { sealText, unsealText } from '#service/vault/sealed-value';
import { Secret } from '#service/vault/secret';
import { freeTries, waitMs } from '#service/vault/tries';
import { unlockMaster } from '#service/vault/unlock';
import { passphrase, setup, tempDir } from '../../support/book';

const key = new Secret(Buffer.alloc(32, 7));

describe('a secret', () => {
  it('prints nowhere', () => {
    for (const shown of [
      String(key),
      JSON.stringify({ key }),
      inspect({ key }, { depth: 9, showHidden: true }),
      `${key}`,
      inspect(new Error('x', { cause: key })),
    ]) {
      expect(shown).toContain('[redacted]');
      expect(shown).not.toMatch(/07 ?07/);
    }
  });
});

describe('sealed bytes of a page', () => {
  const page = Buffer.from('nội dung trang quét');
  const sealed = sealBytes(key, 'ab12', page);

  it('open under their name only, with their key only', () => {
    expect(openBytes(key, 'ab12', sealed)).toEqual(page);
    expect(() => openBytes(key, 'ab13', sealed)).toThrow(/damaged/);
    expect(() => openBytes(new Secret(Buffer.alloc(32, 8)), 'ab12', sealed)).toThrow(/damaged/);
  });

  it('are refused when any byte was changed or cut', () => {
    for (let i = 0; i < sealed.length; i += 1) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8((altered.readUInt8(i) + 1) % 256, i);
      expect(() => openBytes(key, 'ab12', altered), `byte ${i}`).toThrow(/damaged/);
      expect(() => openBytes(key, 'ab12', sealed.subarray(0, i)), `cut at ${i}`).toThrow(/damaged/);
    }
  });

  it('a sealed value cannot be moved to another record or field', () => {
    const place = { type: 'petition', id: '1', field: 'senderName' };
    const envelope = sealText(key, place, 'Người gửi');
    expect(unsealText(key, place, envelope)).toBe('Người gửi');
    expect(unsealText(key, { ...place, id: '2' }, envelope)).toBeUndefined();
    expect(unsealText(key, { ...place, field: 'senderPhone' }, envelope)).toBeUndefined();
  });
});

describe('the vault of a book', () => {
  const dir = tempDir();
  let userId = '';

  beforeAll(async () => {
    const book: Book = await createBook(dir, setup, { ballastBytes: 0 });
    userId = book.user.id;
    book.records.save([{ type: 'task', values: { name: 'Việc đầu tiên', state: 'CHUA_LAM' } }]);
    book.close();
    book.close();
  });

  it('shows the committee and its users before unlocking, and no key', () => {
    expect(readBookHead(dir)).toEqual({
      committee: { ...setup.committee, id: expect.any(String), createdAt: expect.any(String) },
      users: [{ id: userId, ...setup.user }],
    });
  });

  it('opens by passphrase, composed or not, and by master key', async () => {
    const book = await openBook(dir, { userId, passphrase: passphrase.normalize('NFD') });
    expect(book.records.list({ type: 'task' }).rows).toMatchObject([{ title: 'Việc đầu tiên' }]);
    book.close();
    const masterKey = await unlockMaster(dir, userId, passphrase);
    const again = await openBook(dir, { masterKey });
    expect(again.user.id).toBe(userId);
    again.close();
  });

  it('leaves nothing readable on the disk', () => {
    for (const name of readdirSync(dir)) {
      const content = readFileSync(join(dir, name));
      expect(content.includes(Buffer.from('Việc đầu tiên')), name).toBe(false);
      expect(content.includes(Buffer.from('SQLite format 3')), name).toBe(false);
    }
  });

  it('refuses what it must, each with its own words', async () => {
    await expect(openBook(dir, { userId: 'nobody', passphrase })).rejects.toMatchObject({ code: 'vault.unknownUser' });
    await expect(createBook(dir, setup)).rejects.toMatchObject({ code: 'store.exists' });
    await expect(createBook(tempDir(), { ...setup, passphrase: 'ngắn' })).rejects.toMatchObject({ code: 'vault.weakPassphrase' });
    await expect(openBook(tempDir(), { userId, passphrase })).rejects.toMatchObject({ code: 'store.notFound' });
    const foreign = tempDir();
    writeFileSync(join(foreign, 'vault.json'), '{"format": "khác"}');
    await expect(openBook(foreign, { userId, passphrase })).rejects.toMatchObject({ code: 'store.notABook' });
  });

  it('makes guessing slow: after five wrong tries one waits a minute', async () => {
    const at = Date.now();
    for (let i = 0; i < freeTries; i += 1)
      await expect(unlockMaster(dir, userId, `sai lần thứ ${i}`, at)).rejects.toMatchObject({ code: 'vault.wrongPassphrase' });
    await expect(unlockMaster(dir, userId, passphrase, at + 1000)).rejects.toMatchObject({
      code: 'vault.tooManyTries',
      details: { seconds: 59 },
    });
    await expect(unlockMaster(dir, userId, 'vẫn sai đây', at + waitMs)).rejects.toMatchObject({ code: 'vault.wrongPassphrase' });
    await expect(unlockMaster(dir, userId, passphrase, at + waitMs + 1)).rejects.toMatchObject({ code: 'vault.tooManyTries' });
    await unlockMaster(dir, userId, passphrase, at + 2 * waitMs);
    await expect(unlockMaster(dir, userId, 'lại sai rồi', at + 2 * waitMs)).rejects.toMatchObject({ code: 'vault.wrongPassphrase' });
  }, 30_000);
});
