/** Commands as people of one book use them: what each may see; `kts retention` from what is due to the proof; removal of personal data. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPageFiles, hashOf } from '#service/archive/page-files';
import { createBook } from '#service/book/create-book';
import { openRaw } from '#service/store/open';
import { addUser } from '#service/vault/manage';
import { Secret } from '#service/vault/secret';
import { buildIfChanged } from '../../scripts/build/build-all.mjs';
import { councilValues, type OldFile, oldFile } from '../support/disposal';
import { ktsOn } from '../support/kts';
import { passphrase, setup } from '../support/setup';

const word = 'zqxtieuhuy';
const base = mkdtempSync(join(tmpdir(), 'kts-cli-retention-'));
const dir = join(base, 'sổ');
const kts = ktsOn<Record<string, unknown>>(dir, passphrase);
const second = 'Lê Văn Hai';
const bySecond = ['--user', second] as const;
let old: OldFile;
let petition: string;
let hidden: string;
let databaseKey: Secret;

beforeAll(async () => {
  await buildIfChanged();
  const book = await createBook(dir, setup, { ballastBytes: 0 });
  const files = openPageFiles(dir, book.keys.pages);
  old = await oldFile(book, word, async (bytes) => {
    await files.writePage(hashOf(bytes), bytes);
    return hashOf(bytes);
  });
  const values = { number: 1, kind: 'TC', source: 'TRUC_TIEP', secrecy: 'THUONG', state: 'MOI', receivedOn: '2026-03-02', summary: 'Đơn' };
  petition = book.records.save([{ type: 'petition', values: { ...values, senderName: word } }])[0]?.id ?? '';
  hidden =
    book.records.save([{ type: 'petition', values: { ...values, number: 2, secrecy: 'MAT', summary: 'zqxbaomat đất đai' } }])[0]?.id ?? '';
  const colleague = await addUser(dir, { userId: book.user.id, passphrase }, { name: second, title: 'Phó chủ nhiệm', passphrase });
  book.records.save([{ type: 'bookUser', id: colleague.id, values: { name: second } }]);
  book.access.accounts.set({ userId: book.user.id, role: 'member', clearance: 'THUONG' });
  book.access.accounts.set({ userId: colleague.id, role: 'chairman', clearance: 'TUYET_MAT' });
  databaseKey = new Secret(book.keys.database.reveal());
  book.close();
}, 120_000);
afterAll(() => rmSync(base, { recursive: true, force: true, maxRetries: 5 }));

const imageFile = (hash = ''): string => join(dir, 'pages', hash.slice(0, 2), `${hash}.ktp`);

it('shows a person what they may see and no more, by every command', async () => {
  // By clearance; whoever has more sees that it is there.
  expect((await kts(['record', 'list', 'petition'])).json).toMatchObject({ total: 1, rows: [{ id: petition }] });
  expect((await kts(['record', 'list', 'petition', ...bySecond])).json).toMatchObject({ total: 2 });
  expect(await kts(['record', 'show', 'petition', hidden])).toMatchObject({ code: 7, json: { error: { code: 'record.notFound' } } });
  expect(await kts(['record', 'update', 'petition', hidden, '--set', 'summary=x'])).toMatchObject({ code: 7 });
  expect((await kts(['search', 'zqxbaomat'])).json).toMatchObject({ total: 0, hits: [] });
  const sheet = join(base, 'don.xlsx');
  expect((await kts(['list', 'petition', '--xlsx', sheet])).json).toMatchObject({ rows: 1, withheld: 0 });
}, 60_000);

it('leads from what is due to a proof, and destroys nothing without papers and a second person', async () => {
  const due = await kts(['retention', 'due', '--year', '2026']);
  expect(due).toMatchObject({
    code: 0,
    json: { files: [{ id: old.file, expired: 2016, pages: 4 }], years: expect.arrayContaining([{ year: 2026, files: 1 }]) },
  });
  const { id } = (await kts(['retention', 'propose', '--file', old.file, '--year', '2026'])).json as { id: string };
  expect(await kts(['retention', 'destroy', id])).toMatchObject({ code: 3, json: { error: { code: 'retention.notReady' } } });
  const filled = Object.entries(councilValues).flatMap(([field, value]) => [
    '--set',
    `${field}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  ]);
  expect((await kts(['record', 'update', 'disposal', id, ...filled])).err).toBe('');
  expect((await kts(['retention', 'plan', id])).json).toMatchObject({
    files: 1,
    documents: 2,
    pages: 4,
    hindrances: [{ why: 'approval' }],
  });
  const minutes = join(base, 'bien-ban.docx');
  expect((await kts(['retention', 'minutes', id, '--out', minutes])).code).toBe(0);
  expect(readFileSync(minutes).subarray(0, 2).toString()).toBe('PK');

  expect(await kts(['retention', 'destroy', id])).toMatchObject({ code: 4, json: { error: { code: 'access.needsSecond' } } });
  expect(old.images.filter((image) => existsSync(imageFile(image)))).toHaveLength(4);
  const asked = (await kts(['retention', 'ask', id, '--reason', 'theo danh mục'])).json as { id: string };
  expect(await kts(['retention', 'approve', asked.id])).toMatchObject({ json: { error: { code: 'access.ownRequest' } } });
  expect((await kts(['retention', 'approve', asked.id, ...bySecond])).code).toBe(0);
  expect(await kts(['retention', 'destroy', id])).toMatchObject({ code: 0, json: { files: 1, documents: 2, pages: 4 } });
  expect(old.images.filter((image) => existsSync(imageFile(image)))).toEqual([]);
  const proof = await kts(['retention', 'proof', id]);
  expect(proof).toMatchObject({ code: 0, json: { sound: true } });
  expect((proof.json['pages'] as { image: string }[]).map(({ image }) => image).toSorted()).toEqual([...old.images].toSorted());
}, 60_000);

it('removes personal data by basis and a second person, and leaves the record', async () => {
  expect((await kts(['retention', 'personal', petition])).json).toMatchObject({ fields: [{ name: 'senderName' }] });
  const order = ['retention', 'erase', petition, '--fields', 'senderName', '--basis', 'Đơn yêu cầu'];
  expect(await kts(order)).toMatchObject({ code: 4, json: { error: { code: 'access.needsSecond' } } });
  const asked = (await kts(['retention', 'ask', petition, '--fields', 'senderName', '--reason', 'đơn yêu cầu'])).json as { id: string };
  await kts(['retention', 'approve', asked.id, ...bySecond]);
  expect(await kts(order)).toMatchObject({ code: 0, json: { fields: ['senderName'] } });
  const db = openRaw(join(dir, 'book.db'), databaseKey);
  const texts = db.prepare<[], string>('SELECT changes FROM audit UNION ALL SELECT op FROM outbox').pluck().all();
  db.close();
  expect(texts.filter((text) => text.includes(word)).map((text) => text.slice(0, 200))).toEqual([]);
  expect((await kts(['verify'])).json).toMatchObject({ sound: true });
}, 60_000);
