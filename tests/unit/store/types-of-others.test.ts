import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assembleBook } from '#service/book/assemble-book';
import { openDatabase } from '#service/store/open';
import { deriveBookKeys, newMasterKey } from '#service/vault/keys';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { hashOfOp } from '#shared/sync/op-hash';
import type { Json, Op } from '#shared/sync/op';
import { codeLabel } from '#shared/rules/code-lists/index';
import { committee, tempDir, testBook } from '../../support/book';

const author = 'cccccccccccccccc';
let seq = 0;
const opOf = (type: string, fields: Record<string, Json>, id = '01900000-0000-7000-8000-000000000001'): Op => {
  seq += 1;
  const body = { seq, stamp: `0mabc${String(seq).padStart(4, '0')}000`, type: type as RecordTypeName, id, fields, base: {}, actor: 'o' };
  return { ...body, hash: hashOfOp(body, (text) => createHash('sha256').update(text).digest('hex')) };
};
const subject = { subject: 'Kiểm tra chuyên đề', issuedOn: '2026-05-04', issuer: 'UBKT Tỉnh ủy' };

describe('what the province alone writes', () => {
  it('is taken from the hub and from nobody else', () => {
    const book = testBook();
    const op = opOf('instruction', subject);
    expect(book.records.applyRemote(author, [op])).toEqual({ applied: 0, conflicts: 0 });
    const again = opOf('instruction', subject);
    expect(book.records.applyRemote('hub', [again], { fromHub: true }).applied).toBe(1);
    expect(book.records.get('instruction', again.id)).toMatchObject({ title: 'Kiểm tra chuyên đề', subtitle: 'UBKT Tỉnh ủy' });
  });

  it.each(['instruction', 'rulePack', 'codeList'] as const)('%s is not written here', (type) => {
    const book = testBook();
    expect(() => book.records.save([{ type, values: subject }])).toThrow(expect.objectContaining({ code: 'record.byHubOnly' }));
    expect(book.outbox.watermarks().made).toBe(0);
  });

  it('can be moved aside by nobody here either, and notes and tasks may name it', () => {
    const book = testBook();
    const op = opOf('instruction', subject);
    book.records.applyRemote('hub', [op], { fromHub: true });
    expect(() => book.records.remove('instruction', op.id, 'đã xong')).toThrow(expect.objectContaining({ code: 'record.byHubOnly' }));
    const [task] = book.records.save([{ type: 'task', values: { name: 'Thực hiện', state: 'CHUA_LAM', about: op.id } }]);
    expect(book.records.referrers(op.id)).toMatchObject([{ id: task?.id }]);
  });
});

describe('types that came before this version knew them', () => {
  it('are kept, counted in the fingerprint, and written after the upgrade', async () => {
    const dir = tempDir();
    const keys = deriveBookKeys(newMasterKey());
    const open = (create: boolean) =>
      assembleBook({
        dir,
        db: openDatabase(join(dir, 'book.db'), keys.database, { create }),
        keys: deriveBookKeys(newMasterKey()),
        user: { id: 'u', name: 'u', title: '' },
        committee: { ...committee, id: 'c', createdAt: '' },
      });
    const old = open(true);
    const known = opOf('task', { name: 'Đã biết', state: 'CHUA_LAM' }, '01900000-0000-7000-8000-000000000002');
    const expected = testBook();
    expected.records.applyRemote(author, [known]);
    // As a version that does not know tasks would have kept it.
    old.db
      .prepare("INSERT INTO kept_op (incarnation, seq, op, why) VALUES (?, ?, ?, 'unknownType')")
      .run(author, known.seq, JSON.stringify(known));
    old.records.applyRemote(author, [], { covers: { firstSeq: 1, lastSeq: known.seq } });
    expect(await old.records.fingerprint()).toBe(await expected.records.fingerprint());
    old.close();

    const now = open(false);
    expect(now.records.get('task', known.id)?.title).toBe('Đã biết');
    expect(now.db.prepare('SELECT count(*) FROM kept_op').pluck().get()).toBe(0);
    expect(await now.records.fingerprint()).toBe(await expected.records.fingerprint());
    now.close();
  });

  it('stay aside as long as nobody knows them, from the log and from a snapshot', async () => {
    const book = testBook();
    const op = opOf('khongBiet', { tags: ['a'] });
    book.records.applyRemote(author, [op]);
    book.records.takeSnapshot(
      [{ type: 'khac', id: 'x1', state: { fields: { a: 1 }, clocks: { a: `${op.stamp}.${author}.${op.hash}` } } }],
      [],
    );
    expect(book.records.projectKept()).toBe(0);
    expect(book.db.prepare("SELECT count(*) FROM kept_op WHERE why = 'unknownType'").pluck().get()).toBe(2);
    expect(await book.records.fingerprint()).not.toBe('0000000000000000');
  });
});

describe('rules that arrive in an open book', () => {
  it('hold at once, and no longer than it is open', () => {
    const book = testBook();
    const lists = opOf('codeList', { list: 'petitionKind', name: 'Loại đơn', items: [{ id: 'i1', code: 'MOI', vi: 'Loại mới' }] });
    book.records.applyRemote('hub', [lists], { fromHub: true });
    expect(codeLabel('petitionKind', 'MOI', 'vi')).toBe('Loại mới');
    book.close();
    expect(codeLabel('petitionKind', 'MOI', 'vi')).toBe('MOI');
  });
});
