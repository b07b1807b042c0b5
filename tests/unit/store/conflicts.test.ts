import { describe, expect, it } from 'vitest';
import type { Book } from '#service/book/book';
import { uuid7 } from '#service/store/uuid7';
import { metaFields } from '#shared/sync/op';
import { testBook } from '../../support/book';
import { exchange, hubOf, send } from '../../support/exchange';

const make = (book: Book, values: Record<string, unknown>, type: 'task' | 'case' | 'petition' = 'task'): string =>
  book.records.save([{ type, values }])[0]?.id ?? '';
const task = { name: 'Viết báo cáo', state: 'CHUA_LAM' };
const aCase = {
  code: 'KT-01',
  type: 'KT_DHVP_DV',
  name: 'Kiểm tra đảng viên',
  state: 'NHAP',
  inspectingBody: 'UBKT',
  detectionSource: 'TO_CAO',
  secrecy: 'THUONG',
  openedOn: '2026-05-04',
};

/** Two books that both have the record and then change it without knowing of each other. */
function clash(
  values: Record<string, unknown>,
  ours: Record<string, unknown>,
  theirs: Record<string, unknown>,
  type: 'task' | 'case' = 'task',
) {
  const [a, b] = [testBook(), testBook()];
  const id = make(a, values, type);
  exchange(a, b);
  a.records.save([{ type, id, values: ours }]);
  b.records.save([{ type, id, values: theirs }]);
  exchange(a, b);
  return { a, b, id };
}

describe('a field that two workstations changed offline', () => {
  it('is a conflict at both, with who, when and both values; disjoint fields both survive', () => {
    const { a, b, id } = clash(task, { name: 'Của A', assignee: 'An' }, { name: 'Của B', dueOn: '2026-06-01' });
    const both = [a, b].map((book) => book.records.conflicts());
    expect(both[0]).toEqual([{ ...both[1]?.[0], id: both[0]?.[0]?.id }]);
    expect(both[0]).toMatchObject([
      {
        recordId: id,
        field: 'name',
        item: null,
        winner: { value: 'Của B', actor: b.user.id },
        loser: { value: 'Của A', actor: a.user.id },
      },
    ]);
    for (const book of [a, b])
      expect(book.records.get('task', id)?.values).toMatchObject({ name: 'Của B', assignee: 'An', dueOn: '2026-06-01' });
  });

  it.each([
    ['winner' as const, 'Của B'],
    ['loser' as const, 'Của A'],
    [{ typed: 'Của hai bên' }, 'Của hai bên'],
  ])('is settled for both by the choice %j, which is audited', (choice, stands) => {
    const { a, b, id } = clash(task, { name: 'Của A' }, { name: 'Của B' });
    const [conflict] = a.records.conflicts();
    a.records.settleConflict(conflict?.id ?? '', choice);
    expect(a.records.conflicts()).toEqual([]);
    expect(a.records.history(id)[0]).toMatchObject({ action: 'settle', actor: a.user.id, changes: { name: ['Của B', stands] } });
    const made = a.outbox.pending(10, 2)[0];
    expect(made?.fields[metaFields.settles]).toHaveLength(1);

    expect(b.records.conflicts()).toHaveLength(1);
    exchange(a, b);
    for (const book of [a, b]) {
      expect(book.records.conflicts()).toEqual([]);
      expect(book.records.get('task', id)?.values['name']).toBe(stands);
      expect(book.db.prepare('SELECT settled_by FROM conflict').pluck().all()).toEqual([a.user.id]);
    }
  });

  it('refuses a typed value that the field cannot hold', () => {
    const { a } = clash(task, { name: 'Của A' }, { name: 'Của B' });
    const id = a.records.conflicts()[0]?.id ?? '';
    expect(() => a.records.settleConflict(id, { typed: '' })).toThrow(expect.objectContaining({ code: 'record.invalid' }));
    expect(a.records.conflicts()).toHaveLength(1);
  });

  it('asks again when two people decided differently without knowing', () => {
    const { a, b, id } = clash(task, { name: 'Của A' }, { name: 'Của B' });
    for (const [book, choice] of [
      [a, 'loser'],
      [b, 'winner'],
    ] as const)
      book.records.settleConflict(book.records.conflicts()[0]?.id ?? '', choice);
    exchange(a, b);
    const open = [a, b].map((book) => book.records.conflicts().map(({ winner, loser }) => [winner.value, loser.value]));
    expect(open[0]).toHaveLength(1);
    expect(open[1]).toEqual(open[0]);
    a.records.settleConflict(a.records.conflicts()[0]?.id ?? '', 'winner');
    exchange(a, b);
    for (const book of [a, b]) expect(book.records.conflicts()).toEqual([]);
    expect(a.records.get('task', id)?.values).toEqual(b.records.get('task', id)?.values);
  });

  it('never shows the text of a sealed field, and settles it all the same', () => {
    const values = { kind: 'TC', receivedOn: '2026-05-04', number: 1, source: 'TRUC_TIEP', secrecy: 'THUONG', state: 'MOI', summary: 'x' };
    const [a, b] = [testBook(), testBook()];
    const required = Object.fromEntries(Object.entries(values));
    const id = make(a, required, 'petition');
    exchange(a, b);
    a.records.save([{ type: 'petition', id, values: { senderName: 'Người thứ nhất' } }]);
    b.records.save([{ type: 'petition', id, values: { senderName: 'Người thứ hai' } }]);
    exchange(a, b);
    const [conflict] = a.records.conflicts();
    expect(conflict).toMatchObject({ field: 'senderName', winner: { value: '[sealed]' }, loser: { value: '[sealed]' } });
    expect(JSON.stringify(a.db.prepare('SELECT * FROM conflict').all())).not.toMatch(/Người thứ/);
    a.records.settleConflict(conflict?.id ?? '', 'loser');
    expect(a.records.conflicts()).toEqual([]);
    expect(a.records.unseal('petition', id, ['senderName'], 'kiểm tra')).toEqual({ senderName: 'Người thứ nhất' });
  });
});

describe('sets and tables', () => {
  it('keep what either added and drop what either took out', () => {
    const { a, b, id } = clash(
      { ...aCase, outcome: ['KHONG_VI_PHAM'] },
      { outcome: ['KHONG_VI_PHAM', 'CHUA_DEN_MUC_KY_LUAT'] },
      { outcome: ['CO_VI_PHAM'] },
      'case',
    );
    for (const book of [a, b]) {
      expect(book.records.conflicts()).toEqual([]);
      expect(book.records.get('case', id)?.values['outcome']).toEqual(['CO_VI_PHAM', 'CHUA_DEN_MUC_KY_LUAT']);
    }
  });

  it('merge members of a team by member, and ask about one whom both changed', () => {
    const [an, binh] = [uuid7(), uuid7()];
    const team = [
      { id: an, name: 'An' },
      { id: binh, name: 'Bình' },
    ];
    const apart = clash({ ...aCase, team }, { team: [{ id: an, name: 'An', post: 'Trưởng đoàn' }, team[1]] }, { team: [team[0]] }, 'case');
    for (const book of [apart.a, apart.b]) {
      expect(book.records.conflicts()).toEqual([]);
      expect(book.records.get('case', apart.id)?.values['team']).toEqual([{ id: an, name: 'An', post: 'Trưởng đoàn' }]);
    }
    const same = clash(
      { ...aCase, team },
      { team: [{ id: an, name: 'An A' }, team[1]] },
      { team: [{ id: an, name: 'An B' }, team[1]] },
      'case',
    );
    expect(same.a.records.conflicts()).toMatchObject([
      { field: 'team', item: an, winner: { value: { name: 'An B' } }, loser: { value: { name: 'An A' } } },
    ]);
    same.a.records.settleConflict(same.a.records.conflicts()[0]?.id ?? '', 'loser');
    exchange(same.a, same.b);
    for (const book of [same.a, same.b]) {
      expect(book.records.conflicts()).toEqual([]);
      expect(book.records.get('case', same.id)?.values['team']).toEqual([{ id: an, name: 'An A' }, team[1]]);
    }
  });
});

describe('ops of others', () => {
  it('are merged once, however often they come', () => {
    const [a, b] = [testBook(), testBook()];
    const id = make(a, task);
    send(a, b);
    b.records.save([{ type: 'task', id, values: { name: 'Sau' } }]);
    expect(send(a, b)).toEqual({ applied: 0, conflicts: 0 });
    expect(b.records.conflicts()).toEqual([]);
    expect(b.db.prepare('SELECT first_seq, last_seq FROM applied_op').all()).toEqual([{ first_seq: 1, last_seq: 1 }]);
  });

  it('of a refused change count as seen by what its author made on it', () => {
    const [a, b] = [testBook(), testBook()];
    const id = make(a, task);
    exchange(a, b);
    a.records.save([{ type: 'task', id, values: { name: 'Bị từ chối' } }]);
    a.records.save([{ type: 'task', id, values: { name: 'Đã sửa' } }]);
    send(a, b, [2]);
    expect(b.records.get('task', id)?.values['name']).toBe('Đã sửa');
    expect(b.records.conflicts()).toEqual([]);
  });

  it('are made on what the others have, when an own change stayed here', () => {
    const [a, b] = [testBook(), testBook()];
    const id = make(a, task);
    exchange(a, b);
    a.records.save([{ type: 'task', id, values: { name: 'Ở lại đây' } }]);
    a.outbox.markSent(2);
    a.outbox.park(2, { vi: 'giữ lại', en: 'kept' });
    a.records.sendAgain(id);
    expect(a.outbox.pending(1, 2)[0]?.base['name']).toBe(a.outbox.pending(1, 1)[0]?.base['name']);
    const ops = a.outbox.pending(10, 0).filter(({ seq }) => seq !== 2);
    expect(b.records.applyRemote(a.outbox.identity().incarnation, ops)).toEqual({ applied: 1, conflicts: 0 });
    expect(b.records.get('task', id)?.values['name']).toBe('Ở lại đây');
  });

  it('that decided something and were refused decide nothing else when they are sent again', () => {
    // One op of each side made both conflicts, and a decision names its op.
    const { a, b, id } = clash(task, { name: 'Của A', assignee: 'An' }, { name: 'Của B', assignee: 'Bình' });
    const open = (book: Book): string[] => book.records.conflicts().map(({ field }) => field);
    const [conflict] = a.records.conflicts().filter(({ field }) => field === 'name');
    a.records.settleConflict(conflict?.id ?? '', 'loser');
    a.records.save([{ type: 'task', id, values: { assignee: 'Cúc' } }]);
    for (const seq of [3, 4]) a.outbox.park(seq, { vi: 'từ chối', en: 'refused' });
    a.records.sendAgain(id);
    expect(open(a)).toEqual(['assignee']);
    const again = a.outbox.pending(10, 4);
    expect(again.map(({ fields }) => [fields[metaFields.settles] !== undefined, 'name' in fields, 'assignee' in fields])).toEqual([
      [false, false, true],
      [true, true, false],
    ]);
    b.records.applyRemote(a.outbox.identity().incarnation, again);
    expect(open(b)).toEqual(['assignee']);
    expect(b.records.get('task', id)?.values).toMatchObject({ name: 'Của A', assignee: 'Cúc' });
  });

  it('come back where another one was made on a change that is issued again under a new name', () => {
    const [a, b] = [testBook(), testBook()];
    const id = make(a, task);
    exchange(a, b);
    a.records.save([{ type: 'task', id, values: { name: 'Của A' } }]);
    exchange(a, b);
    b.records.save([{ type: 'task', id, values: { name: 'Của B, biết của A' } }]);
    exchange(a, b);
    expect(a.records.conflicts()).toEqual([]);
    // A restored hub lost what A did, and what B made on it names it as it was: for everybody else A's change is one that nobody replaced.
    a.records.renewLife(1);
    expect(a.records.conflicts()).toMatchObject([{ winner: { value: 'Của B, biết của A' }, loser: { value: 'Của A' } }]);
    // What A made itself on its own change is renamed with it.
    const c = make(a, task);
    a.records.save([{ type: 'task', id: c, values: { name: 'Một' } }]);
    a.records.save([{ type: 'task', id: c, values: { name: 'Hai' } }]);
    a.records.renewLife(0);
    expect(a.records.conflicts()).toHaveLength(1);
    expect(a.records.get('task', c)?.values['name']).toBe('Hai');
  });

  it('keep their places when a restored book takes a new life', () => {
    const { a, b, id } = clash(task, { name: 'Của A' }, { name: 'Của B' });
    const lost = a.db.prepare('SELECT loser_clock FROM conflict').pluck().get();
    a.records.renewLife(1);
    const now = a.db.prepare<[], string>('SELECT loser_clock FROM conflict').pluck().get() ?? '';
    expect(now).not.toBe(lost);
    expect(now).toContain(a.outbox.identity().incarnation);
    a.records.settleConflict(a.records.conflicts()[0]?.id ?? '', 'loser');
    expect(a.records.conflicts()).toEqual([]);
    expect(a.records.get('task', id)?.values['name']).toBe('Của A');
    expect(b.records.conflicts()).toHaveLength(1);
  });
});

describe('ops whose author and hub were both restored', () => {
  it('are taken over by who still has them, and what stands under their numbers is merged', async () => {
    const [author, b, c] = [testBook(), testBook(), testBook()];
    const id = make(author, task);
    send(author, b);
    send(author, c);
    const { incarnation } = author.outbox.identity();
    const [first] = author.outbox.pending(1, 0);
    author.records.save([{ type: 'task', id, values: { name: 'Chỉ B còn giữ' } }]);
    send(author, b);
    const lost = author.outbox.pending(10, 1);
    // The author's backup knew nothing of it and went on under the same number.
    const instead = {
      ...lost[0],
      stamp: 'zzzz00000000',
      fields: { assignee: 'An' },
      base: { ...first?.base },
      hash: 'abcdefabcdef',
    } as (typeof lost)[0];
    expect(b.records.applyRemote(incarnation, [instead])).toEqual({ applied: 0, conflicts: 0 });

    b.records.takeOver(incarnation, 2, lost);
    expect(b.records.applyRemote(incarnation, [instead]).applied).toBe(1);
    expect(b.records.get('task', id)?.values).toMatchObject({ name: 'Chỉ B còn giữ', assignee: 'An' });
    expect(b.records.conflicts()).toEqual([]);
    c.records.applyRemote(incarnation, [instead]);
    send(b, c);
    expect(c.records.get('task', id)?.values).toEqual(b.records.get('task', id)?.values);
    expect(await c.records.fingerprint()).toBe(await b.records.fingerprint());
  });
});

describe('a snapshot', () => {
  it('gives a newcomer what the others have, open conflicts included, and passes over what it holds', async () => {
    const { a, b, id } = clash({ ...aCase, outcome: ['KHONG_VI_PHAM'] }, { name: 'Của A', outcome: [] }, { name: 'Của B' }, 'case');
    const hub = hubOf(a, b);
    const c = testBook();
    expect(c.records.isCovered(hub.authors)).toBe(true);
    c.records.takeSnapshot(hub.records, hub.authors);
    c.records.countSnapshot(hub.authors);
    expect(c.records.get('case', id)?.values).toEqual(a.records.get('case', id)?.values);
    expect(c.records.conflicts()).toMatchObject([{ field: 'name', winner: { value: 'Của B' }, loser: { value: 'Của A' } }]);
    expect(send(a, c)).toEqual({ applied: 0, conflicts: 0 });
    expect(await c.records.fingerprint()).toBe(hub.fingerprint);
    c.records.settleConflict(c.records.conflicts()[0]?.id ?? '', 'loser');
    exchange(c, a);
    expect(a.records.conflicts()).toEqual([]);
  });

  it('keeps own changes that it does not hold, and is not taken when it lacks what was merged here', () => {
    const [a, b] = [testBook(), testBook()];
    const id = make(a, task);
    exchange(a, b);
    const hub = hubOf(a, b);
    a.records.save([{ type: 'task', id, values: { name: 'Chưa gửi' } }]);
    b.records.save([{ type: 'task', id, values: { assignee: 'Bình' } }]);
    a.records.takeSnapshot(hub.records, hub.authors);
    expect(a.records.get('task', id)?.values['name']).toBe('Chưa gửi');
    send(b, a);
    expect(a.records.isCovered(hub.authors)).toBe(false);
    expect(a.records.isCovered(hubOf(a, b).authors)).toBe(true);
  });
});

describe('the fingerprint of a book', () => {
  it('is that of the hub, whatever order its ops came in, and without what stays here', async () => {
    const { a, b, id } = clash(task, { name: 'Của A' }, { name: 'Của B', state: 'DANG_LAM' });
    const hub = hubOf(a, b);
    expect(await a.records.fingerprint()).toBe(hub.fingerprint);
    expect(await b.records.fingerprint()).toBe(hub.fingerprint);
    a.records.save([{ type: 'task', id, values: { name: 'Ở lại', remark: 'mật' } }]);
    expect(await a.records.fingerprint()).not.toBe(hub.fingerprint);
    a.outbox.markSent(3);
    a.outbox.park(3, { vi: 'giữ lại', en: 'kept' });
    expect(await a.records.fingerprint()).toBe(hub.fingerprint);
  });

  it('is none when something is written meanwhile', async () => {
    const book = testBook();
    book.records.save(Array.from({ length: 4000 }, () => ({ type: 'task' as const, values: task })));
    let breaths = 0;
    const found = await book.records.fingerprint(async () => {
      if (++breaths === 1) make(book, task);
    });
    expect(breaths).toBe(1);
    expect(found).toBeUndefined();
  });
});
