import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAuditFile } from '#shared/secrecy/audit-file';
import { sha256Hex } from '#shared/node/batch-tools';
import { verifiesText } from '#shared/node/ed25519';
import { chainHash, contentHash, noAuditHash, sealText } from '#shared/secrecy/audit-chain';
import { assembleBook } from '#service/book/assemble-book';
import { exportAudit } from '#service/security/audit';
import { createSyncState } from '#service/store/key-values';
import { ofRecord, placesAtOnce } from '#service/store/audit-places';
import { newestSeal } from '#service/store/newest-seal';
import { openDatabase } from '#service/store/open';
import { openDeviceKey } from '#service/sync/crypto/device-key';
import { deriveBookKeys, newMasterKey } from '#service/vault/keys';
import { committee, tempDir, testBook } from '../../support/book';

const tools = { sha256: sha256Hex, verifies: verifiesText };

function filled() {
  const book = testBook();
  for (let i = 1; i <= 12; i += 1)
    book.records.save([{ type: 'task', values: { name: `Việc ${i}`, state: 'CHUA_LAM' } }], { reason: `lý do ${i}` });
  return book;
}

describe('the audit log in the book', () => {
  it('is whole and signed', () => {
    const book = filled();
    expect(book.audit.verify()).toMatchObject({ entries: 12, brokenAt: null });
    expect(book.audit.verify().signed).toBeGreaterThan(0);
  });

  it('finds what it says of a record among many entries, and shows a place that is missing or wrong', () => {
    const book = testBook();
    const names = Array.from({ length: placesAtOnce + 40 }, (_, i) => `Việc ${i + 1}`);
    const saved = book.records.save(names.map((name) => ({ type: 'task', values: { name, state: 'CHUA_LAM' } })));
    const [early, late] = [saved[4]?.id ?? '', saved.at(-3)?.id ?? ''];
    for (const id of [early, late]) {
      book.records.save([{ type: 'task', id, values: { state: 'HOAN_THANH' } }], { reason: 'đã xong' });
      expect(book.records.history(id).map(({ action }) => action)).toEqual(['update', 'create']);
      // A change of what somebody else changed meanwhile is found by the log too.
      expect(() => book.records.save([{ type: 'task', id, values: { state: 'CHUA_LAM' }, expectedRevision: 1 }])).toThrow(
        expect.objectContaining({ code: 'record.changedMeanwhile' }),
      );
    }
    const steps = book.db
      .prepare<{ id: string }, { detail: string }>(`EXPLAIN QUERY PLAN SELECT * FROM audit WHERE ${ofRecord} ORDER BY seq DESC`)
      .all({ id: early })
      .map(({ detail }) => detail);
    expect(steps.filter((step) => /^SCAN (audit|audit_of)\b/.test(step))).toEqual([]);
    expect(book.audit.verify()).toMatchObject({ entries: placesAtOnce + 42, brokenAt: null });
    book.db.exec('UPDATE audit_of SET seq = 6 WHERE seq = 5');
    expect(book.audit.verify().brokenAt).toBe(5);
    book.db.exec('DELETE FROM audit_of WHERE seq = 6; DELETE FROM audit_of WHERE seq < 100');
    expect(book.audit.verify().brokenAt).toBe(1);
  });

  const columns = ['at', 'actor', 'action', 'type', 'record_id', 'revision', 'reason', 'changes', 'hash', 'form'] as const;
  it.each(columns)('shows a change of %s of any entry', (column) => {
    const book = filled();
    for (const seq of [1, 7, 12]) {
      const undo = new Error('undo');
      expect(() =>
        book.db.transaction(() => {
          const value = column === 'hash' ? Buffer.alloc(32, 1) : column === 'form' ? 1 : column === 'revision' ? 99 : 'x';
          book.db.prepare(`UPDATE audit SET ${column} = ? WHERE seq = ?`).run(value, seq);
          expect(book.audit.verify().brokenAt, `entry ${seq}`).not.toBeNull();
          throw undo;
        })(),
      ).toThrow(undo);
    }
    expect(book.audit.verify().brokenAt).toBeNull();
  });

  it('shows removal, insertion, reordering, a cut tail and a seal that was taken away', () => {
    const tamper = (...statements: string[]) => {
      const book = filled();
      for (const sql of statements) book.db.exec(sql);
      return book.audit.verify().brokenAt;
    };
    expect(tamper('DELETE FROM audit WHERE seq = 5')).toBe(5);
    expect(tamper('DELETE FROM audit WHERE seq = 5', 'UPDATE audit SET seq = seq - 1 WHERE seq > 5')).toBe(5);
    expect(
      tamper(
        'UPDATE audit SET seq = 100 WHERE seq = 4',
        'UPDATE audit SET seq = 4 WHERE seq = 5',
        'UPDATE audit SET seq = 5 WHERE seq = 100',
      ),
    ).toBe(4);
    expect(
      tamper(
        'INSERT INTO audit (seq, at, actor, action, changes, hash, form) SELECT 13, at, actor, action, changes, hash, 2 FROM audit WHERE seq = 12',
      ),
    ).toBe(13);
    // The seal stands over an entry that is gone.
    expect(tamper('DELETE FROM audit WHERE seq > 10')).toBe(12);
    expect(tamper(`DELETE FROM sync_state WHERE key = '${newestSeal}'`)).toBe(12);
    expect(tamper(`UPDATE sync_state SET value = json_set(value, '$.signature', 'AAAA') WHERE key = '${newestSeal}'`)).toBe(12);
    expect(tamper(`UPDATE sync_state SET value = json_remove(value, '$.signature') WHERE key = '${newestSeal}'`)).toBe(12);
  });

  it('keeps a seal of each thousand entries, and finds one that was changed', () => {
    const book = testBook();
    const task = (i: number) => ({ type: 'task' as const, values: { name: `Việc ${i}`, state: 'CHUA_LAM' } });
    book.records.save(Array.from({ length: 998 }, (_, i) => task(i)));
    for (let i = 998; i < 1002; i += 1) book.records.save([task(i)]);
    expect(book.audit.verify()).toEqual({ entries: 1002, brokenAt: null, signed: 2 });
    book.db.exec("UPDATE audit_seal SET signature = x'00'");
    expect(book.audit.verify().brokenAt).toBe(999);
  });
});

it('the newest seal of an older book stays what the log is checked by', () => {
  const dir = tempDir();
  const keys = deriveBookKeys(newMasterKey());
  const [device, at] = ['00000000000000aa', '2026-01-05T01:00:00.000Z'];
  const old = openDatabase(join(dir, 'book.db'), keys.database, { create: true, schema: 25 });
  const entry = { seq: 1, at, actor: 'u', action: 'open', type: null, record: null, revision: null, reason: null };
  const hash = chainHash(sha256Hex, noAuditHash, contentHash(sha256Hex, { ...entry, changes: sha256Hex('{}') }));
  const signature = openDeviceKey(createSyncState(old)).sign(sealText(device, { seq: 1, hash }));
  old
    .prepare("INSERT INTO audit (seq, at, actor, action, changes, hash, form) VALUES (1, ?, 'u', 'open', '{}', ?, 2)")
    .run(at, Buffer.from(hash, 'hex'));
  old.prepare('INSERT INTO audit_seal (seq, device, signature) VALUES (1, ?, ?)').run(device, signature);
  old.close();

  const db = openDatabase(join(dir, 'book.db'), keys.database);
  const book = assembleBook({ dir, db, keys, user: { id: 'u', name: '', title: '' }, committee: { ...committee, id: 'c', createdAt: '' } });
  expect(book.syncState.get(newestSeal)).toEqual({ seq: 1, device, signature: signature.toString('base64') });
  expect(book.audit.verify()).toEqual({ entries: 1, brokenAt: null, signed: 1 });
  book.records.save([{ type: 'task', values: { name: 'Việc', state: 'CHUA_LAM' } }]);
  expect(book.audit.verify()).toEqual({ entries: 2, brokenAt: null, signed: 1 });
  book.close();
});

describe('an exported audit log', () => {
  let file = '';
  let anchors: { seq: number; hash: string }[] = [];
  beforeAll(async () => {
    const book = filled();
    anchors = [{ seq: 9, hash: book.audit.hashAt(9) ?? '' }];
    const path = join(tempDir(), 'audit.jsonl');
    await exportAudit(book, path);
    file = readFileSync(path, 'utf8');
  });

  it('is checked without the book, and holds no values', () => {
    expect(checkAuditFile(file, tools, anchors)).toMatchObject({ entries: 13, brokenAt: null });
    expect(file).not.toContain('Việc 3');
  });

  it('shows any changed byte of any entry', () => {
    const begin = file.indexOf('\n') + 1;
    // The form of an entry is the one thing that its hash does not cover.
    const examples = [...file.matchAll(/"form":/g)].flatMap(({ index }) =>
      Array.from('013456789', (digit): [number, number] => [index + 7, digit.charCodeAt(0)]),
    );
    expect(examples).toHaveLength(13 * 9);
    fc.assert(
      fc.property(fc.integer({ min: begin, max: file.length - 2 }), fc.integer({ min: 33, max: 122 }), (at, code) => {
        const character = String.fromCharCode(code);
        if (file[at] === character) return;
        const altered = file.slice(0, at) + character + file.slice(at + 1);
        const verdict = checkAuditFile(altered, tools, anchors);
        expect(verdict.brokenAt, `byte ${at}`).not.toBeNull();
      }),
      { numRuns: 400, examples },
    );
  });

  it('says when its signature was written otherwise', () => {
    const [, letters = ''] = /"signature":"([\w-]+)/.exec(file) ?? [];
    // Four bits of the last letter say nothing.
    const others = Array.from(
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
      (letter) => letters.slice(0, -1) + letter,
    );
    const sound = others.filter((other) => checkAuditFile(file.replace(letters, other), tools, anchors).brokenAt === null);
    expect(sound).toEqual([letters]);
  });

  it('shows removed, repeated, reordered and cut lines, and what the hub knows otherwise', () => {
    const lines = file.trimEnd().split('\n');
    const check = (some: string[]) => checkAuditFile(some.join('\n'), tools, anchors).brokenAt;
    expect(check(lines.toSpliced(4, 1))).toBe(4);
    expect(check(lines.toSpliced(4, 0, lines[4] ?? ''))).toBe(5);
    expect(check(lines.with(4, lines[5] ?? '').with(5, lines[4] ?? ''))).toBe(4);
    expect(check(lines.slice(0, -1))).toBe(0);
    expect(check(lines.slice(0, 6))).toBe(6);
    expect(checkAuditFile(file, tools, [{ seq: 9, hash: 'f'.repeat(64) }]).brokenAt).toBe(9);
    expect(checkAuditFile(file, tools, [{ seq: 99, hash: 'f'.repeat(64) }]).brokenAt).toBe(14);
  });
});
