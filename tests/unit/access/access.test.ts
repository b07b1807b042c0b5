import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error';
import { roleCapabilities, type roleNames } from '#shared/secrecy/roles';
import { levels, verdict, waysOut } from '#shared/secrecy/policy';
import { declassify } from '#service/access/declassify';
import { guardBook } from '#service/access/guard-book';
import { levelOf, requireLeave } from '#service/access/leave';
import type { Book } from '#service/book/book';
import { overview } from '#service/work/overview/index';
import { testBook } from '../../support/book';

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};
const petition = (number: number, secrecy = 'THUONG') => ({
  type: 'petition' as const,
  values: {
    number,
    kind: 'TC',
    source: 'TRUC_TIEP',
    secrecy,
    state: 'MOI',
    receivedOn: '2026-03-02',
    summary: `Đơn về đất đai số ${number}`,
    senderName: 'Người Gửi',
  },
});
const makeCase = (secrecy = 'THUONG') => ({
  type: 'case' as const,
  values: {
    code: `KT-${secrecy}`,
    type: 'KT_DHVP_DV',
    name: 'Kiểm tra đất đai',
    state: 'DE_XUAT',
    inspectingBody: 'UBKT',
    term: '2025-2030',
    secrecy,
    rulePack: 'x',
    openedOn: '2026-03-01',
  },
});

/** Gives the signed-in person these rights, and makes the book one of several people. */
function as(book: Book, role: (typeof roleNames)[number], clearance: (typeof levels)[number]): Book {
  book.access.accounts.set({ userId: book.user.id, role, clearance });
  book.access.changed();
  return guardBook(book);
}
const saved = (book: Book, change: Parameters<Book['records']['save']>[0][number]): string => book.records.save([change])[0]?.id ?? '';

describe('what is above the clearance of a person', () => {
  it('is in no list, count, lookup, search, number on the overview, or answer by id', () => {
    const book = testBook();
    const open = saved(book, petition(1));
    const secret = saved(book, petition(2, 'MAT'));
    const note = saved(book, { type: 'note', values: { about: secret, text: 'Ghi chú về đất đai', kind: 'GHI_CHU' } });
    const seenOf = (me: Book) => ({
      list: me.records
        .list({ type: 'petition' })
        .rows.map(({ id }) => id)
        .sort(),
      count: me.records.count({ type: 'petition' }),
      lookup: me.records
        .lookup(['petition'], 'đất')
        .map(({ id }) => id)
        .sort(),
      latest: me.records
        .lookup(['petition'], '')
        .map(({ id }) => id)
        .sort(),
      found: me.search
        .search({ text: 'đất đai' })
        .hits.map(({ id }) => id)
        .sort(),
      kinds: me.search.search({ text: 'đất đai', perKind: 3 }).groups.reduce((sum, group) => sum + group.total, 0),
      open: overview(me, '2026-03-03').open['petition'],
      months: overview(me, '2026-03-03').series.find(({ type }) => type === 'petition')?.total,
      note: me.records.get('note', note)?.id,
      history: me.records.history(secret).length > 0,
      title: me.records.titleOf(secret),
    });
    const chief = seenOf(as(book, 'chairman', 'TUYET_MAT'));
    expect(chief.list).toEqual([open, secret].sort());
    expect(chief).toMatchObject({ count: 2, open: 2, months: 2, note, history: true });
    const clerk = as(book, 'clerk', 'THUONG');
    expect(seenOf(clerk)).toEqual({
      list: [open],
      count: 1,
      lookup: [open],
      latest: [open],
      found: [open],
      kinds: 1,
      open: 1,
      months: 1,
      note: undefined,
      history: false,
      title: undefined,
    });
    expect(clerk.records.get('petition', secret)).toBeUndefined();
    expect(codeOf(() => clerk.records.save([{ type: 'petition', id: secret, values: { summary: 'x' } }]))).toBe('record.notFound');
    expect(codeOf(() => clerk.records.unseal('petition', secret, ['senderName'], 'lý do'))).toBe('record.notFound');
    // It becomes visible with the record, at once.
    book.records.save([{ type: 'petition', id: secret, values: { secrecy: 'THUONG' } }]);
    expect(seenOf(clerk)).toMatchObject({ count: 2, note });
  });

  it('reserves a case to its members, with everything that belongs to it', () => {
    const book = testBook();
    const id = saved(book, makeCase());
    const step = saved(book, { type: 'caseStep', values: { case: id, name: 'Bước một', order: 1, phase: 'CHUAN_BI', state: 'CHUA_DEN' } });
    const rule = saved(book, { type: 'accessRule', values: { about: id, kind: 'HAN_CHE', members: [] } });
    const member = as(book, 'member', 'TUYET_MAT');
    expect(member.records.get('case', id)).toBeUndefined();
    expect(member.records.get('caseStep', step)).toBeUndefined();
    expect(member.records.list({ type: 'caseStep' }).total).toBe(0);
    book.records.save([{ type: 'bookUser', id: book.user.id, values: { name: 'Nguyễn Thị Thử' } }]);
    book.records.save([{ type: 'accessRule', id: rule, values: { members: [book.user.id] } }]);
    expect(member.records.list({ type: 'caseStep' }).total).toBe(1);
    book.records.save([{ type: 'accessRule', id: rule, values: { members: [] } }]);
    expect(as(book, 'chairman', 'TUYET_MAT').records.get('case', id)?.id).toBe(id);
  });
});

describe('a role', () => {
  it('limits what a person does, not only what they see', () => {
    const book = testBook();
    const id = saved(book, petition(1));
    const reader = as(book, 'reader', 'TUYET_MAT');
    expect(reader.records.get('petition', id)?.id).toBe(id);
    for (const work of [
      () => reader.records.save([petition(3)]),
      () => reader.records.remove('petition', id, 'x'),
      () => reader.records.unseal('petition', id, ['senderName'], 'x'),
      () => reader.records.save([{ type: 'accessRule', values: { about: id, kind: 'HAN_CHE' } }]),
      () => requireLeave(reader, { way: 'export', ids: [id], what: 'tệp' }),
    ])
      expect(codeOf(work)).toBe('access.denied');
  });

  it('of an administrator gives no content at all', () => {
    const book = testBook();
    const id = saved(book, petition(1));
    const admin = as(book, 'administrator', 'TUYET_MAT');
    expect(admin.records.list({ type: 'petition' }).total).toBe(0);
    expect(admin.records.get('petition', id)).toBeUndefined();
    expect(admin.search.search({ text: 'đất đai' }).total).toBe(0);
    expect(overview(admin, '2026-03-03').open['petition']).toBe(0);
    expect(roleCapabilities.administrator).not.toContain('read');
  });
});

describe('four eyes', () => {
  it('are needed as soon as there are two, and one approval is used once, by who asked', () => {
    const book = testBook();
    const id = saved(book, petition(1));
    const me = guardBook(book);
    expect(me.records.unseal('petition', id, ['senderName'], 'lý do')).toEqual({ senderName: 'Người Gửi' });
    book.access.accounts.set({ userId: 'second', role: 'member', clearance: 'TUYET_MAT' });
    book.access.accounts.set({ userId: book.user.id, role: 'clerk', clearance: 'MAT' });
    book.access.changed();
    expect(codeOf(() => me.records.unseal('petition', id, ['senderName'], 'lý do'))).toBe('access.needsSecond');
    const asked = book.approvals.ask('unseal', id, 'đối chiếu chữ ký');
    expect(codeOf(() => book.approvals.decide(asked.id, true))).toBe('access.denied');
    book.access.accounts.set({ userId: book.user.id, role: 'member', clearance: 'MAT' });
    expect(codeOf(() => book.approvals.decide(asked.id, true))).toBe('access.ownRequest');
    book.approvals.decide(asked.id, true, { by: 'second' });
    // What cannot be opened here uses nothing up.
    const [sealed] = book.db.prepare<[], [string]>('SELECT sender_name FROM petition').raw().all();
    book.db.prepare('UPDATE petition SET sender_name = ?').run('A'.repeat(96));
    expect(codeOf(() => me.records.unseal('petition', id, ['senderName'], 'lý do'))).toBe('record.sealedElsewhere');
    book.db.prepare('UPDATE petition SET sender_name = ?').run(sealed?.[0]);
    expect(me.records.unseal('petition', id, ['senderName'], 'lý do')).toEqual({ senderName: 'Người Gửi' });
    expect(codeOf(() => me.records.unseal('petition', id, ['senderName'], 'lý do'))).toBe('access.needsSecond');
    const refused = book.approvals.ask('unseal', id, 'lần nữa');
    book.approvals.decide(refused.id, false, { by: 'second', reason: 'chưa rõ' });
    expect(codeOf(() => me.records.unseal('petition', id, ['senderName'], 'lý do'))).toBe('access.needsSecond');
    expect(book.audit.list({ recordId: id }).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['ask', 'approve', 'refuse', 'unseal']),
    );
  });
});

describe('a decision to declassify', () => {
  it('is carried out from its day on, and never raises a level', () => {
    const book = testBook();
    const [mat, open] = [saved(book, petition(1, 'MAT')), saved(book, petition(2))];
    const decide = (about: string, from: string, level = 'THUONG') =>
      saved(book, { type: 'accessRule', values: { about, kind: 'GIAI_MAT', from, level, basis: 'QĐ 12' } });
    decide(mat, '2026-05-01');
    decide(open, '2020-01-01', 'MAT');
    expect(declassify(book, book.db, '2026-04-30')).toBe(0);
    expect(declassify(book, book.db, '2026-05-01')).toBe(1);
    expect(book.records.get('petition', mat)?.values['secrecy']).toBe('THUONG');
    expect(book.records.get('petition', open)?.values['secrecy']).toBe('THUONG');
    expect(book.records.history(mat)[0]).toMatchObject({ reason: 'giải mật: QĐ 12' });
    expect(declassify(book, book.db, '2026-05-02')).toBe(0);
  });
});

describe('the policy of secrecy', () => {
  it('never lets through a higher level where a lower one is stopped', () => {
    const order = ['free', 'approval', 'never'];
    for (const way of waysOut)
      for (const profile of ['connected', 'standalone'] as const) {
        const found = levels.map((level) => order.indexOf(verdict(way, profile, level)));
        expect(found, `${way} ${profile}`).toEqual([...found].sort());
        // What nobody knows counts as the highest.
        expect(verdict(way, profile, 'RAT_MAT')).toBe(verdict(way, profile, 'TUYET_MAT'));
      }
    for (const way of waysOut.filter((one) => one !== 'print')) expect(verdict(way, 'connected', 'MAT'), way).toBe('never');
  });

  it('asks for the level of what a page belongs to, for a reason and a second person, and writes down what left', () => {
    const book = testBook();
    const id = saved(book, makeCase('MAT'));
    const step = saved(book, { type: 'caseStep', values: { case: id, name: 'Bước một', order: 1, phase: 'CHUAN_BI', state: 'CHUA_DEN' } });
    expect(levelOf(book.records, step)).toBe('MAT');
    expect(codeOf(() => requireLeave(book, { way: 'export', ids: [step], what: 'tệp' }))).toBe('access.secrecy');
    expect(codeOf(() => requireLeave(book, { way: 'print', ids: [step], what: 'mẫu 1' }))).toBe('record.reasonRequired');
    book.access.accounts.set({ userId: 'second', role: 'member', clearance: 'TUYET_MAT' });
    book.access.accounts.set({ userId: book.user.id, role: 'clerk', clearance: 'MAT' });
    book.access.changed();
    expect(codeOf(() => requireLeave(book, { way: 'print', ids: [step], what: 'mẫu 1', reason: 'họp' }))).toBe('access.needsSecond');
    const asked = book.approvals.ask('release', step, 'họp');
    book.approvals.decide(asked.id, true, { by: 'second' });
    requireLeave(book, { way: 'print', ids: [step], what: 'mẫu 1', reason: 'họp' });
    expect(book.audit.list({ limit: 1 })).toMatchObject([{ action: 'print', recordId: step, reason: 'mẫu 1 · họp' }]);
  });
});
