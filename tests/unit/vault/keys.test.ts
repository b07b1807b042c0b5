import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordAt, wordCount } from '#shared/recovery/word-list';
import { hashOf, openPageFiles } from '#service/archive/page-files';
import { createBook } from '#service/book/create-book';
import { openBook, readBookHead } from '#service/book/open-book';
import { rotateKeys } from '#service/book/rotate-keys';
import { deriveBookKeys } from '#service/vault/keys';
import { addUser, changePassphrase, makeRecovery, recoverPassphrase, removeUser } from '#service/vault/manage';
import { bytesOf, recoveryText, secretFromWords, wordsOf } from '#service/vault/recovery-words';
import { openBox, newBoxKeys, sealFor } from '#service/vault/sealed-box';
import { forgetTries } from '#service/vault/tries';
import { unlockByRecovery, unlockMaster } from '#service/vault/unlock';
import { readVault } from '#service/vault/vault-file';
import { passphrase, setup, tempDir } from '../../support/book';

const second = 'mật khẩu của người thứ hai';
const image = Buffer.from('ảnh trang quét');
const hash = hashOf(image);

/** A book with two people, a sealed field and a page. */
async function filled() {
  const dir = tempDir();
  const book = await createBook(dir, setup, { ballastBytes: 0 });
  const actor = { userId: book.user.id, passphrase };
  const [petition] = book.records.save([
    {
      type: 'petition',
      values: {
        number: 1,
        kind: 'TC',
        source: 'TRUC_TIEP',
        secrecy: 'THUONG',
        state: 'MOI',
        receivedOn: '2026-03-02',
        summary: 'Đơn',
        senderName: 'Người gửi kín',
      },
    },
  ]);
  await openPageFiles(book.dir, book.keys.pages).writePage(hash, image);
  book.close();
  const other = await addUser(dir, actor, { name: 'Lê Văn Hai', title: 'Ủy viên', passphrase: second });
  return { dir, actor, other, petition: petition?.id ?? '' };
}

const nameIn = async (dir: string, userId: string, secret: string, id: string): Promise<string | undefined> => {
  const book = await openBook(dir, { userId, passphrase: secret });
  try {
    return book.records.unseal('petition', id, ['senderName'], 'đối chiếu')['senderName'];
  } finally {
    book.close();
  }
};

describe('recovery words', () => {
  it('are 2,048 different words of four letters without accents', () => {
    const all = new Set(Array.from({ length: wordCount }, (_, n) => wordAt(n)));
    expect(all.size).toBe(2048);
    for (const word of all) expect(word).toMatch(/^[a-z]{4}$/);
  });

  it('give the bytes back, however they are typed, and find a wrong or misplaced word', () => {
    const bytes = Buffer.from('000102030405060708090a0b0c0d0e', 'hex');
    const words = wordsOf(bytes);
    expect(words).toHaveLength(12);
    expect(bytesOf(`1. ${words.join(' - ').toUpperCase()} `)).toEqual(bytes);
    expect(() => bytesOf([...words.slice(1), words[0]].join(' '))).toThrow(/recovery words/);
    expect(() => bytesOf(words.slice(1).join(' '))).toThrow(/recovery words/);
    expect(() => bytesOf(['xxxx', ...words.slice(1)].join(' '))).toThrow(/word 1/);
  });
});

describe('a sealed box', () => {
  it('opens for its key only, whole only', () => {
    const [keys, others] = [newBoxKeys(), newBoxKeys()];
    const box = sealFor(keys.publicKey, 'x', Buffer.from('nội dung'));
    expect(openBox(keys, 'x', box)?.toString()).toBe('nội dung');
    expect(openBox(others, 'x', box)).toBeUndefined();
    expect(openBox(keys, 'y', box)).toBeUndefined();
    for (let i = 0; i < box.length; i += 1) {
      const altered = Buffer.from(box);
      altered.writeUInt8(altered.readUInt8(i) ^ 1, i);
      // The top bit of an X25519 key is not part of it, but the key of the box is derived from the bytes as they stand.
      expect(openBox(keys, 'x', altered), `byte ${i}`).toBeUndefined();
    }
  });
});

describe('people of a book', () => {
  it('come, change their passphrase, and go', async () => {
    const { dir, actor, other } = await filled();
    expect(readBookHead(dir).users.map(({ name }) => name)).toContain('Lê Văn Hai');
    const master = await unlockMaster(dir, actor.userId, passphrase);
    expect((await unlockMaster(dir, other.id, second)).reveal()).toEqual(master.reveal());
    await changePassphrase(dir, { userId: other.id, passphrase: second }, 'câu mới dễ nhớ hơn');
    await expect(unlockMaster(dir, other.id, second)).rejects.toMatchObject({ code: 'vault.wrongPassphrase' });
    forgetTries(dir);
    await unlockMaster(dir, other.id, 'câu mới dễ nhớ hơn');
    await expect(removeUser(dir, actor, actor.userId)).rejects.toMatchObject({ code: 'vault.lastUser' });
    await removeUser(dir, actor, other.id);
    await expect(unlockMaster(dir, other.id, 'câu mới dễ nhớ hơn')).rejects.toMatchObject({ code: 'vault.unknownUser' });
  });

  it('a key file that was altered opens nothing', async () => {
    const { dir, actor } = await filled();
    const file = join(dir, 'vault.json');
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.replace('Lê Văn Hai', 'Lê Văn Ba'));
    await expect(unlockMaster(dir, actor.userId, passphrase)).rejects.toMatchObject({ code: 'vault.tampered' });
    writeFileSync(file, whole);
    await unlockMaster(dir, actor.userId, passphrase);
  });

  it('the recovery sheet opens the book, whole or by any two of three shares', async () => {
    const { dir, actor } = await filled();
    const { sheets } = await makeRecovery(dir, actor, true);
    expect(sheets).toHaveLength(3);
    const text = sheets.map((words) => words.join(' '));
    await expect(secretFromWords([text[0] as string])).rejects.toMatchObject({ code: 'vault.shareMissing' });
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      const secret = await secretFromWords([text[a] as string, text[b] as string]);
      (await unlockByRecovery(dir, recoveryText(secret.reveal()))).master.forget();
    }
    const whole = await makeRecovery(dir, actor, false);
    const secret = await secretFromWords([(whole.sheets[0] as string[]).join(' ')]);
    await recoverPassphrase(dir, recoveryText(secret.reveal()), actor.userId, 'đặt lại bằng tờ khôi phục');
    await unlockMaster(dir, actor.userId, 'đặt lại bằng tờ khôi phục');
  });
});

describe('a new master key', () => {
  it('opens everything for everybody who may, and the old one nothing', async () => {
    const { dir, actor, other, petition } = await filled();
    await makeRecovery(dir, actor, false);
    const former = await unlockMaster(dir, actor.userId, passphrase);
    await rotateKeys(dir, actor);
    expect(readVault(dir).rotation).toBeNull();
    expect((await unlockMaster(dir, other.id, second)).reveal()).not.toEqual(former.reveal());
    expect(await nameIn(dir, other.id, second, petition)).toBe('Người gửi kín');
    await expect(openBook(dir, { masterKey: former, userId: actor.userId })).rejects.toMatchObject({ code: 'store.notABook' });
    const book = await openBook(dir, { userId: actor.userId, passphrase });
    expect(await openPageFiles(dir, book.keys.pages).readPage(hash)).toEqual(image);
    await expect(openPageFiles(dir, deriveBookKeys(former).pages).readPage(hash)).rejects.toMatchObject({ code: 'page.damaged' });
    book.close();
  });

  it('goes on wherever it was cut off', async () => {
    const { dir, actor, other, petition } = await filled();
    const stop = new Error('cut');
    // In the middle of the pages.
    await expect(
      rotateKeys(dir, actor, () => {
        throw stop;
      }),
    ).rejects.toBe(stop);
    const begun = readFileSync(join(dir, 'vault.json'));
    expect(readVault(dir).rotation).not.toBeNull();
    await expect(removeUser(dir, actor, other.id)).rejects.toMatchObject({ code: 'vault.rotating' });
    expect(await nameIn(dir, other.id, second, petition)).toBe('Người gửi kín');
    expect(readVault(dir).rotation).toBeNull();
    // After the database took its place, before the key file was written for good.
    writeFileSync(join(dir, 'vault.json'), begun);
    expect(await nameIn(dir, actor.userId, passphrase, petition)).toBe('Người gửi kín');
    expect(readVault(dir).rotation).toBeNull();
  });
});
