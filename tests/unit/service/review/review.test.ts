import { describe, expect, it } from 'vitest';
import type { Book } from '#service/book/book';
import { type Author, authorsOf, rememberDevice } from '#service/review/authors';
import { openConflicts, settledConflicts } from '#service/review/conflicts';
import { decide } from '#service/review/decide';
import { numberClashes } from '#service/review/number-clashes';
import { testBook } from '../../../support/book';
import { exchange } from '../../../support/exchange';

const naming = (book: Book): ((actor: string, incarnation: string) => Author) =>
  authorsOf(book, (id) => (id === book.user.id ? book.user.name : undefined));

/** Two books of one committee that know the names of each other's people and workstations. */
function twoBooks(): { a: Book; b: Book } {
  const [a, b] = [testBook(), testBook()];
  b.records.save([{ type: 'bookUser', id: b.user.id, values: { name: 'Đỗ Minh Khang' } }]);
  exchange(a, b);
  rememberDevice(a, b.outbox.identity().incarnation, {
    version: 1,
    hub: 'h',
    committee: 'xa',
    device: b.outbox.identity().device,
    deviceName: 'Máy quét',
    publicKey: 'k',
    issuedAt: '2026-01-01T00:00:00.000Z',
    signature: 's',
  });
  return { a, b };
}
const petition = (number: number) => ({
  type: 'petition' as const,
  values: {
    number,
    receivedOn: '2026-03-08',
    kind: 'PA',
    source: 'BUU_DIEN',
    secrecy: 'THUONG',
    summary: 'Đơn thử',
    state: 'MOI',
  },
});

describe('what the review shows of a conflict', () => {
  it('names the people and machines of both sides, and tells each what it had not seen', () => {
    const { a, b } = twoBooks();
    const [{ id } = { id: '' }] = a.records.save([petition(43)]);
    exchange(a, b);
    a.records.save([{ type: 'petition', id, values: { dueOn: '2026-04-20', handler: 'Hà' } }]);
    b.records.save([{ type: 'petition', id, values: { dueOn: '2026-04-18' } }]);
    b.records.save([{ type: 'petition', id, values: { pageCount: 3 } }]);
    exchange(a, b);

    const { items, total } = openConflicts(a, naming(a));
    expect(total).toBe(1);
    const [item] = items;
    const mine = [item?.winner, item?.loser].find((side) => side?.author.here);
    const theirs = [item?.winner, item?.loser].find((side) => side?.author.here === false);
    expect(mine).toMatchObject({ value: '2026-04-20', author: { name: a.user.name }, unaware: [{ field: 'pageCount', value: 3 }] });
    expect(theirs).toMatchObject({
      value: '2026-04-18',
      author: { name: 'Đỗ Minh Khang', device: 'Máy quét' },
      unaware: [{ field: 'handler', value: 'Hà' }],
    });
    expect(openConflicts(a, naming(a), id).items).toEqual(items);

    decide(a, [{ id: item?.id ?? '', choice: 'typed', value: '2026-04-25' }]);
    expect(openConflicts(a, naming(a))).toMatchObject({ items: [], total: 0 });
    expect(settledConflicts(a, naming(a)).items).toMatchObject([{ present: '2026-04-25', settledBy: { name: a.user.name } }]);
    // Decided anew: the other value stands then.
    decide(a, [{ id: item?.id ?? '', choice: 'loser' }]);
    expect(settledConflicts(a, naming(a)).items).toMatchObject([{ present: item?.loser.value }]);
  });

  it('never holds the text of a sealed field', () => {
    const { a, b } = twoBooks();
    const [{ id } = { id: '' }] = a.records.save([petition(44)]);
    exchange(a, b);
    a.records.save([{ type: 'petition', id, values: { senderName: 'Nguyễn Thị Giấu', dueOn: '2026-04-20' } }]);
    b.records.save([{ type: 'petition', id, values: { senderName: 'Trần Văn Kín', dueOn: '2026-04-18' } }]);
    exchange(a, b);
    const shown = JSON.stringify(openConflicts(a, naming(a)));
    expect(shown).toContain('[sealed]');
    expect(shown).not.toMatch(/Giấu|Kín|k1:/);
  });
});

describe('official numbers that stand twice', () => {
  it('are told with who took them and the next free one, until one is renumbered', () => {
    const { a, b } = twoBooks();
    const [mine] = a.records.save([petition(7)]);
    b.records.save([petition(7)]);
    exchange(a, b);
    const [clash, ...others] = numberClashes(a, naming(a));
    expect(others).toEqual([]);
    expect(clash).toMatchObject({ type: 'petition', field: 'number', number: 7, free: 8, within: { $year: '2026' } });
    expect(clash?.records.map(({ author }) => author.name).sort()).toEqual([a.user.name, 'Đỗ Minh Khang'].sort());
    a.records.save([{ type: 'petition', id: mine?.id ?? '', values: { number: clash?.free } }]);
    expect(numberClashes(a, naming(a))).toEqual([]);
  });
});
