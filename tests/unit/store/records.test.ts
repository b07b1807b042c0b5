import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error';
import { InvalidRecord } from '#shared/records/invalid-record';
import type { Book } from '#service/book/book';
import type { ServiceEvent } from '#service/events';
import { testBook } from '../../support/book';

const organisation = (name: string, more: Record<string, unknown> = {}) => ({
  type: 'organisation' as const,
  values: { name, kind: 'CHI_BO_CO_SO', state: 'HOAT_DONG', ...more },
});
const petition = (number: number, more: Record<string, unknown> = {}) => ({
  type: 'petition' as const,
  values: {
    number,
    receivedOn: '2026-03-02',
    kind: 'TC',
    source: 'TRUC_TIEP',
    secrecy: 'THUONG',
    summary: `Nội dung ${number}`,
    state: 'MOI',
    ...more,
  },
});
const task = (name: string, more: Record<string, unknown> = {}) => ({
  type: 'task' as const,
  values: { name, state: 'CHUA_LAM', ...more },
});

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'nothing was thrown';
};

let book: Book;
beforeEach(() => {
  book = testBook();
});
const saveOne = (change: Parameters<Book['records']['save']>[0][number]): string => book.records.save([change])[0]?.id ?? '';

describe('saving', () => {
  it('writes record, audit entry, op, clock and search text together, then tells once', () => {
    const events: ServiceEvent[] = [];
    book.events.on((event) => events.push(event));
    const id = saveOne(task('Chuẩn bị kỳ họp'));
    expect(events.map(({ kind }) => kind)).toEqual(['records', 'outbox']);
    expect(book.records.get('task', id)).toMatchObject({ title: 'Chuẩn bị kỳ họp', revision: 1, sync: 'waiting', createdBy: book.user.id });
    expect(book.records.history(id)).toMatchObject([{ action: 'create', actor: book.user.id }]);
    expect(book.outbox.pending(10, 0)).toMatchObject([
      { seq: 1, type: 'task', id, base: {}, fields: { name: 'Chuẩn bị kỳ họp', state: 'CHUA_LAM' } },
    ]);
    expect(book.search.search({ text: 'ky hop' }).hits).toMatchObject([{ id }]);
  });

  it('sends only what was changed, on the clock that it was changed on', () => {
    const id = saveOne(task('Một', { assignee: 'Hà' }));
    book.records.save([{ type: 'task', id, values: { name: 'Hai', assignee: 'Hà' } }]);
    const [first, second] = book.outbox.pending(10, 0);
    expect(Object.keys(second?.fields ?? {})).toEqual(['name']);
    expect(second?.base['name']).toBe(`${first?.stamp}.${book.outbox.identity().incarnation}.${first?.hash}`);
  });

  it('writes nothing of a save in which one change is wrong, and tells nobody', () => {
    let told = 0;
    book.events.on(() => (told += 1));
    expect(() => book.records.save([task('Đúng'), task('', { dueOn: '2026-02-30', state: 'LA' })])).toThrow(InvalidRecord);
    expect(told).toBe(0);
    expect(book.records.count({ type: 'task' })).toBe(0);
    expect(book.outbox.watermarks().made).toBe(0);
    expect(book.search.search({ text: 'dung' }).total).toBe(0);
    saveOne(task('Sau đó'));
    expect(book.outbox.pending(10, 0).map(({ seq }) => seq)).toEqual([1]);
    expect(book.audit.verify()).toMatchObject({ entries: 1, brokenAt: null });
  });

  it('names every wrong field', () => {
    try {
      book.records.save([task('x'.repeat(301), { dueOn: '2026-02-30', state: 'LA', nowhere: 1 })]);
      expect.unreachable();
    } catch (error) {
      expect((error as InvalidRecord).problems).toEqual([
        { field: 'name', problem: 'tooLong', max: 300 },
        { field: 'state', problem: 'notInList' },
        { field: 'dueOn', problem: 'notADate' },
        { field: 'nowhere', problem: 'unknownField' },
      ]);
    }
  });

  it('refuses a reference to nothing or to another type, and lets records of one save name each other', () => {
    expect(codeOf(() => saveOne(organisation('Chi bộ 1', { parent: '01900000-0000-7000-8000-00000000dead' })))).toBe(
      'record.brokenReference',
    );
    const other = saveOne(task('Việc'));
    expect(codeOf(() => saveOne(organisation('Chi bộ 1', { parent: other })))).toBe('record.brokenReference');
    const parent = '01900000-0000-7000-8000-000000000abc';
    book.records.save([organisation('Chi bộ 1', { parent }), { ...organisation('Đảng ủy'), id: parent }]);
    expect(book.records.referrers(parent)).toMatchObject([{ title: 'Chi bộ 1', subtitle: 'Đảng ủy' }]);
  });

  it('refuses a change only where the same field was changed meanwhile', () => {
    const id = saveOne(task('Một'));
    book.records.save([{ type: 'task', id, values: { name: 'Hai' } }]);
    expect(codeOf(() => book.records.save([{ type: 'task', id, values: { name: 'Ba' }, expectedRevision: 1 }]))).toBe(
      'record.changedMeanwhile',
    );
    book.records.save([{ type: 'task', id, values: { assignee: 'Hà' }, expectedRevision: 1 }]);
    expect(book.records.get('task', id)?.values).toMatchObject({ name: 'Hai', assignee: 'Hà' });
  });

  it('follows the title of what a record names', () => {
    const parent = saveOne(organisation('Đảng ủy cũ'));
    const child = saveOne(organisation('Chi bộ', { parent }));
    book.records.save([{ type: 'organisation', id: parent, values: { name: 'Đảng ủy mới' } }]);
    expect(book.records.get('organisation', child)?.subtitle).toBe('Đảng ủy mới');
  });
});

describe('sealed fields', () => {
  it('leave no trace of their text outside of an unsealing that is audited', () => {
    const id = saveOne(petition(1, { senderName: 'Người Tố Giác', senderPhone: '0900000000' }));
    book.records.save([{ type: 'petition', id, values: { senderName: 'Người Khác' } }]);
    expect(book.records.get('petition', id)).toMatchObject({ sealed: ['senderName', 'senderPhone'] });
    const tables = book.db.prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'").pluck().all();
    const everything = tables.map((table) => JSON.stringify(book.db.prepare(`SELECT * FROM "${table}"`).all())).join();
    expect(everything).toContain('sealed1:');
    expect(everything).not.toMatch(/Tố Giác|Người Khác|0900000000|to giac/);
    expect(codeOf(() => book.records.unseal('petition', id, ['senderName'], ' '))).toBe('record.reasonRequired');
    expect(book.records.unseal('petition', id, ['senderName'], 'Xác minh')).toEqual({ senderName: 'Người Khác' });
    expect(book.records.history(id)[0]).toMatchObject({
      action: 'unseal',
      reason: 'Xác minh',
      changes: { senderName: ['[sealed]', '[sealed]'] },
    });
  });
});

describe('moving aside', () => {
  it('needs a reason, keeps everything, hides it from lists and search, and can be undone', () => {
    const id = saveOne(task('Việc thừa'));
    expect(codeOf(() => book.records.remove('task', id, ''))).toBe('record.reasonRequired');
    book.records.remove('task', id, 'Nhập trùng');
    expect(book.records.get('task', id)).toMatchObject({ removedReason: 'Nhập trùng', values: { name: 'Việc thừa' } });
    expect(book.records.list({ type: 'task' }).total).toBe(0);
    expect(book.records.list({ type: 'task', removed: true }).total).toBe(1);
    expect(book.search.search({ text: 'viec thua' }).total).toBe(0);
    book.records.restore('task', id, 'Nhầm');
    expect(book.records.list({ type: 'task' }).total).toBe(1);
    expect(book.search.search({ text: 'viec thua' }).total).toBe(1);
    expect(book.outbox.pending(10, 1).map(({ fields }) => Object.keys(fields).sort())).toEqual([
      ['$removedAt', '$removedReason'],
      ['$removedAt', '$removedReason'],
    ]);
  });

  it('is refused while others name the record', () => {
    const parent = saveOne(organisation('Đảng ủy'));
    const child = saveOne(organisation('Chi bộ', { parent }));
    expect(codeOf(() => book.records.remove('organisation', parent, 'Thử'))).toBe('record.inUse');
    book.records.remove('organisation', child, 'Giải thể');
    book.records.remove('organisation', parent, 'Giải thể');
    expect(book.records.count({ type: 'organisation' })).toBe(0);
  });
});

describe('lists', () => {
  it('filter by every operation', () => {
    const parent = saveOne(organisation('Đảng ủy xã'));
    book.records.save([
      task('Đọc hồ sơ', { dueOn: '2026-01-10', priority: 'CAO', assignee: 'Trần Thị Đào' }),
      task('Họp', { dueOn: '2026-01-20', state: 'DANG_LAM' }),
      task('Xong', { dueOn: '2026-01-01', state: 'HOAN_THANH' }),
      task('Không hạn'),
    ]);
    const names = (
      filters: Parameters<Book['records']['list']>[0]['filters'],
      more: Partial<Parameters<Book['records']['list']>[0]> = {},
    ) =>
      book.records
        .list({ type: 'task', filters, ...more })
        .rows.map(({ title }) => title)
        .sort();
    expect(names([{ field: 'state', op: 'eq', value: 'DANG_LAM' }])).toEqual(['Họp']);
    expect(names([{ field: 'state', op: 'in', value: ['DANG_LAM', 'HOAN_THANH'] }])).toEqual(['Họp', 'Xong']);
    expect(names([{ field: 'assignee', op: 'contains', value: 'thi dao' }])).toEqual(['Đọc hồ sơ']);
    expect(
      names([
        { field: 'dueOn', op: 'from', value: '2026-01-10' },
        { field: 'dueOn', op: 'to', value: '2026' },
      ]),
    ).toEqual(['Họp', 'Đọc hồ sơ']);
    expect(names([{ field: 'dueOn', op: 'empty' }])).toEqual(['Không hạn']);
    expect(names([{ field: 'priority', op: 'notEmpty' }])).toEqual(['Đọc hồ sơ']);
    expect(names([], { due: { today: '2026-01-15', within: 'overdue' } })).toEqual(['Đọc hồ sơ']);
    expect(names([], { due: { today: '2026-01-19', within: 'week' } })).toEqual(['Họp']);
    expect(names([], { due: { today: '2026-01-19', within: 'open' } })).toEqual(['Họp', 'Không hạn', 'Đọc hồ sơ']);
    expect(names([], { text: 'ho so' })).toEqual(['Đọc hồ sơ']);
    expect(names([], { text: '...' })).toEqual([]);
    book.records.save([petition(1, { accusedOrganisations: [parent] }), petition(2)]);
    expect(book.records.list({ type: 'petition', filters: [{ field: 'accusedOrganisations', op: 'has', value: parent }] }).total).toBe(1);
    expect(book.records.count({ type: 'petition', filters: [{ field: '*', op: 'has', value: parent }] })).toBe(1);
    expect(book.records.nextNumber('petition', 'number', '2026-05-01')).toBe(3);
    expect(book.records.nextNumber('petition', 'number', '2027-05-01')).toBe(1);
    expect(codeOf(() => book.records.nextNumber('petition', 'content', '2026-05-01'))).toBe('record.noNumber');
    expect(codeOf(() => book.records.nextNumber('petition', 'number', '2026-05-01', { nothing: '1' }))).toBe('record.noNumber');
  });

  it('sort people by their given name', () => {
    const cell = saveOne(organisation('Chi bộ ấp 1'));
    for (const fullName of ['Trần Văn Đức', 'Lê Thị Ánh', 'Bùi Văn Dũng', 'Nguyễn Thị Ánh'])
      saveOne({ type: 'partyMember', values: { fullName, kind: 'CHINH_THUC', cell, state: 'DANG_SINH_HOAT' } });
    expect(book.records.list({ type: 'partyMember' }).rows.map(({ values }) => values.fullName)).toEqual([
      'Lê Thị Ánh',
      'Nguyễn Thị Ánh',
      'Bùi Văn Dũng',
      'Trần Văn Đức',
    ]);
  });

  it('sort text as Vietnamese does, numbers by value, empty last, and follow every change', () => {
    book.records.save(['Đào', 'Dương', 'Ân', 'An', 'Anh', 'Hộp 10', 'Hộp 2', 'Ăn'].map((name) => task(name)));
    const titles = (direction: 'asc' | 'desc') =>
      book.records.list({ type: 'task', sort: [{ field: 'name', direction }] }).rows.map(({ title }) => title);
    expect(titles('asc')).toEqual(['An', 'Anh', 'Ăn', 'Ân', 'Dương', 'Đào', 'Hộp 2', 'Hộp 10']);
    expect(titles('desc')).toEqual(titles('asc').reverse());
    saveOne(task('Bình', { dueOn: '2026-01-01' }));
    expect(titles('asc')[4]).toBe('Bình');
    expect(book.records.list({ type: 'task', sort: [{ field: 'dueOn', direction: 'asc' }], limit: 1 }).rows[0]?.title).toBe('Bình');
    expect(book.records.list({ type: 'task', sort: [{ field: 'name', direction: 'asc' }], offset: 1, limit: 2 })).toMatchObject({
      total: 9,
      rows: [{ title: 'Anh' }, { title: 'Ăn' }],
    });
    // Alike for longer than what is compared first, and but for a tone.
    const alike = ['mà', 'má', 'mạ', 'má 2'].map((end) => `Kiểm tra việc thực hiện nghị quyết ${end}`);
    book.records.save(alike.toReversed().map((name) => task(name)));
    expect(titles('asc').slice(-4)).toEqual(alike);
    expect(titles('desc').slice(0, 4)).toEqual(alike.toReversed());
  });

  it('find references by the beginnings of words', () => {
    const id = saveOne(organisation('Chi bộ Trường Tiểu học Đống Đa'));
    expect(book.records.lookup(['organisation'], 'dong d')).toMatchObject([{ id }]);
    expect(book.records.lookup(['organisation'], '')).toMatchObject([{ id }]);
    expect(book.records.lookup(['task'], 'dong d')).toEqual([]);
  });
});

describe('sync state of a record', () => {
  it('goes from waiting to sent, confirmed, refused and back into the queue', () => {
    const id = saveOne(task('Một'));
    const state = () => book.records.get('task', id)?.sync;
    expect(state()).toBe('waiting');
    book.outbox.markSent(1);
    expect(state()).toBe('sent');
    book.outbox.markConfirmed(1);
    expect(state()).toBe('confirmed');
    book.records.save([{ type: 'task', id, values: { name: 'Hai' } }]);
    expect(state()).toBe('waiting');
    book.outbox.park(2, { vi: 'Sai', en: 'Wrong' });
    expect(state()).toBe('refused');
    expect(book.outbox.counts()).toEqual({ waiting: 0, sent: 0, confirmed: 1, refused: 1 });
    expect(book.outbox.parked(10)).toMatchObject([{ seq: 2, recordId: id, reason: { vi: 'Sai' } }]);
    book.records.sendAgain(id);
    expect(state()).toBe('waiting');
    expect(book.outbox.pending(10, 2)).toMatchObject([{ seq: 3, fields: { name: 'Hai' } }]);
  });

  it('starts again under a new incarnation with the ops that the hub does not have', () => {
    const id = saveOne(task('Một'));
    book.records.save([{ type: 'task', id, values: { name: 'Hai' } }]);
    book.records.save([{ type: 'task', id, values: { name: 'Ba' } }]);
    book.outbox.markConfirmed(1);
    const former = book.outbox.identity();
    book.records.renewLife(1);
    const now = book.outbox.identity();
    expect(now.device).toBe(former.device);
    expect(now.incarnation).not.toBe(former.incarnation);
    const ops = book.outbox.pending(10, 0);
    expect(ops.map(({ seq, fields }) => [seq, fields['name']])).toEqual([
      [1, 'Hai'],
      [2, 'Ba'],
    ]);
    expect(ops[0]?.base['name']).toContain(former.incarnation);
    expect(ops[1]?.base['name']).toBe(`${ops[0]?.stamp}.${now.incarnation}.${ops[0]?.hash}`);
    expect(book.records.get('task', id)?.sync).toBe('waiting');
    book.records.save([{ type: 'task', id, values: { name: 'Bốn' } }]);
    expect(book.outbox.pending(10, 2)[0]?.base['name']).toBe(`${ops[1]?.stamp}.${now.incarnation}.${ops[1]?.hash}`);
  });
});

describe('the audit chain', () => {
  it('shows a changed and a missing entry', () => {
    for (const name of ['Một', 'Hai', 'Ba']) saveOne(task(name));
    expect(book.audit.verify()).toMatchObject({ entries: 3, brokenAt: null });
    book.db.exec("UPDATE audit SET reason = 'khác' WHERE seq = 2");
    expect(book.audit.verify().brokenAt).toBe(2);
    book.db.exec('UPDATE audit SET reason = NULL WHERE seq = 2; DELETE FROM audit WHERE seq = 1');
    expect(book.audit.verify().brokenAt).toBe(1);
  });
});
