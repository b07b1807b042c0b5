import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error';
import { guardBook } from '#service/access/guard-book';
import type { Book } from '#service/book/book';
import { recorded } from '#service/undo/recording';
import { createUndoSteps, type UndoSteps } from '#service/undo/steps';
import { undoneAs } from '#service/undo/undoable';
import { openCase } from '#service/work/open-case';
import { testBook } from '../../../support/book';

function office(): { book: Book; whole: Book; undo: UndoSteps; act(call: () => unknown, each?: boolean): Promise<void> } {
  const whole = testBook();
  const book = guardBook(whole);
  const undo = createUndoSteps(book, book.records);
  return {
    book,
    whole,
    undo,
    act: async (call, each = false) => {
      const { touches } = await recorded(call);
      undo.add(touches, each);
    },
  };
}
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};
const task = (book: Book, name: string, more: Record<string, unknown> = {}): string =>
  book.records.save([{ type: 'task', values: { name, state: 'CHUA_LAM', ...more } }])[0]?.id ?? '';

describe('taking back', () => {
  it('goes back step by step, each as a change of its own in the log', async () => {
    const { book, undo, act } = office();
    const id = task(book, 'Một');
    await act(() => book.records.save([{ type: 'task', id, values: { name: 'Hai', assignee: 'Nam' } }]));
    await act(() => book.records.save([{ type: 'task', id, values: { name: 'Ba' } }]));
    expect(undo.take()).toMatchObject({ kept: 0, step: { kind: 'update', records: 1 } });
    expect(book.records.get('task', id)?.values).toMatchObject({ name: 'Hai', assignee: 'Nam' });
    undo.take();
    expect(book.records.get('task', id)?.values).toEqual({ name: 'Một', state: 'CHUA_LAM' });
    expect(book.records.history(id)[0]).toMatchObject({ action: 'update', changes: { name: ['Hai', 'Một'], assignee: ['Nam', null] } });
    expect(book.records.history(id)[0]?.reason).toMatch(/^Hoàn tác/);
    expect(codeOf(() => undo.take())).toBe('undo.nothing');
  });

  it('leaves alone what somebody changed since, and says who', async () => {
    const { book, undo, act } = office();
    const id = task(book, 'Một');
    await act(() => book.records.save([{ type: 'task', id, values: { name: 'Hai' } }]));
    book.records.save([{ type: 'task', id, values: { name: 'Của người khác' } }]);
    expect(codeOf(() => undo.take())).toBe('undo.changed');
    expect(book.records.get('task', id)?.values['name']).toBe('Của người khác');
    // Another field is no obstacle.
    book.records.save([{ type: 'task', id, values: { name: 'Hai', place: 'Trụ sở' } }]);
    undo.take();
    expect(book.records.get('task', id)?.values).toMatchObject({ name: 'Một', place: 'Trụ sở' });
  });

  it('moves aside all that one act made, though it names each other', async () => {
    const { book, undo, act } = office();
    const values = {
      code: '01',
      type: 'KT_DHVP_DV',
      name: 'Đất đai',
      state: 'DE_XUAT',
      inspectingBody: 'UBKT',
      secrecy: 'THUONG',
      openedOn: '2026-09-01',
    };
    await act(() => openCase(book, { values }));
    expect(book.records.count({ type: 'case' })).toBe(1);
    expect(book.records.count({ type: 'caseStep' })).toBeGreaterThan(0);
    undo.take();
    for (const type of ['case', 'caseStep', 'checklistItem'] as const) expect(book.records.count({ type })).toBe(0);
  });

  it('puts back what was moved aside', async () => {
    const { book, undo, act } = office();
    const id = task(book, 'Một');
    await act(() => book.records.remove('task', id, 'nhầm'));
    expect(book.records.count({ type: 'task' })).toBe(0);
    undo.take();
    expect(book.records.count({ type: 'task' })).toBe(1);
  });

  it('over many rows keeps those that changed since and takes back the rest', async () => {
    const { book, undo, act } = office();
    const [a, b] = [task(book, 'Một'), task(book, 'Hai')];
    await act(() => book.records.save([a, b].map((id) => ({ type: 'task' as const, id, values: { assignee: 'Nam' } }))), true);
    book.records.save([{ type: 'task', id: a, values: { assignee: 'Hoa' } }]);
    expect(undo.take()).toMatchObject({ kept: 1 });
    expect([a, b].map((id) => book.records.get('task', id)?.values['assignee'])).toEqual(['Hoa', undefined]);
  });

  it('keeps no sealed text, and says that it cannot bring it back', async () => {
    const { book, undo, act } = office();
    const values = {
      number: 1,
      kind: 'TC',
      source: 'TRUC_TIEP',
      secrecy: 'THUONG',
      state: 'MOI',
      receivedOn: '2026-03-02',
      summary: 'Đơn',
    };
    const id = book.records.save([{ type: 'petition', values }])[0]?.id ?? '';
    await act(() => book.records.save([{ type: 'petition', id, values: { senderName: 'Người Gửi', summary: 'Khác' } }]));
    expect(JSON.stringify(undo.list())).not.toContain('Người Gửi');
    expect(codeOf(() => undo.take())).toBe('undo.sealed');
    expect(book.records.get('petition', id)?.values['summary']).toBe('Khác');
  });

  it('notes nothing outside of a call, and nothing for a save that changes nothing', async () => {
    const { book, undo, act } = office();
    const id = task(book, 'Một');
    await act(() => book.records.save([{ type: 'task', id, values: { name: 'Một' } }]));
    expect(undo.list()).toEqual([]);
  });

  it('covers every call that writes, and leaves to the archive the steps of its own', () => {
    expect(['records.save', 'cases.conclude', 'tasks.handOver', 'rules.saveCalendar'].map(undoneAs)).toEqual(Array(4).fill('whole'));
    expect(undoneAs('lists.apply')).toBe('each');
    expect(['verification.confirm', 'records.get', 'followUp.notDone', 'sync.decide'].map(undoneAs)).toEqual(Array(4).fill(undefined));
  });
});
