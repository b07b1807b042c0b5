import { describe, expect, it } from 'vitest';
import type { Book } from '#service/book/book';
import { officialNumbers } from '#shared/records/official-number';
import { testBook } from '../../support/book';
import { exchange } from '../../support/exchange';

const incoming = (arrivalNumber: number, arrivedOn = '2026-05-04') => ({
  type: 'incomingDocument' as const,
  values: { arrivalNumber, arrivedOn, issuer: 'Huyện ủy', subject: 'Về việc', secrecy: 'THUONG' },
});
const outgoing = (number: number, type = 'TB', term?: string) => ({
  type: 'outgoingDocument' as const,
  values: {
    number,
    symbol: `${number}-${type}`,
    issuedOn: '2026-05-04',
    type,
    subject: 'Thông báo',
    secrecy: 'THUONG',
    ...(term && { term }),
  },
});
const range = (book: Book, first: number, last: number, more: Record<string, unknown> = {}, device = book.outbox.identity().device) => ({
  type: 'numberRange' as const,
  values: { register: 'SO_VAN_BAN_DEN', year: 2026, first, last, device, ...more },
});
const next = (book: Book, day = '2026-06-01'): number => book.records.nextNumber('incomingDocument', 'arrivalNumber', day);

describe('official numbers', () => {
  it('are those of the registers, each unique within its year or its type and term', () => {
    expect(officialNumbers.map(({ type, field, within }) => [type, field, within])).toEqual([
      ['petition', 'number', ['$year']],
      ['incomingDocument', 'arrivalNumber', ['$year', '$secret']],
      ['outgoingDocument', 'number', ['type', 'term', '$secret']],
    ]);
  });

  it('taken twice offline are found at both workstations, and gone when one is renumbered', () => {
    const [a, b] = [testBook(), testBook()];
    a.records.save([incoming(1), incoming(2)]);
    exchange(a, b);
    const [mine] = a.records.save([incoming(next(a))]);
    const [theirs] = b.records.save([incoming(next(b)), outgoing(3), outgoing(3, 'QD'), outgoing(3, 'TB', '2025-2030')]);
    exchange(a, b);
    for (const book of [a, b])
      expect(book.records.numberClashes()).toEqual([
        {
          type: 'incomingDocument',
          field: 'arrivalNumber',
          number: 3,
          within: { $year: '2026', $secret: null },
          records: [mine?.id, theirs?.id],
        },
      ]);
    b.records.save([{ type: 'incomingDocument', id: theirs?.id ?? '', values: { arrivalNumber: next(b) } }]);
    exchange(a, b);
    for (const book of [a, b]) expect(book.records.numberClashes()).toEqual([]);
  });

  it('of another year, or of a record that was moved aside, are no clash', () => {
    const book = testBook();
    const [first] = book.records.save([incoming(1), incoming(1, '2025-03-01'), incoming(1)]);
    expect(book.records.numberClashes()).toHaveLength(1);
    book.records.remove('incomingDocument', first?.id ?? '', 'ghi nhầm');
    expect(book.records.numberClashes()).toEqual([]);
  });
});

describe('papers above THUONG', () => {
  const secret = (arrivalNumber: number) => ({ ...incoming(arrivalNumber), values: { ...incoming(arrivalNumber).values, secrecy: 'MAT' } });

  it('have a register of their own: neither takes a number from the other', () => {
    const book = testBook();
    const ask = (within?: Record<string, string>) => book.records.nextNumber('incomingDocument', 'arrivalNumber', '2026-06-01', within);
    book.records.save([incoming(1), incoming(2), secret(1), range(book, 50, 60)]);
    expect([ask(), ask({ $secret: '0' }), ask({ $secret: '1' })]).toEqual([50, 50, 2]);
    expect(book.records.numberClashes()).toEqual([]);
    book.records.save([secret(1)]);
    expect(book.records.numberClashes()).toMatchObject([{ number: 1, within: { $year: '2026', $secret: '1' } }]);
  });
});

describe('the number that is proposed', () => {
  it('comes from the own range and passes over those of others, of this register and year', () => {
    const [a, b] = [testBook(), testBook()];
    a.records.save([incoming(7), range(a, 101, 102), range(b, 8, 10), range(b, 11, 20)]);
    exchange(a, b);
    expect([next(a), next(b)]).toEqual([101, 8]);
    a.records.save([incoming(101), incoming(102)]);
    b.records.save([incoming(8)]);
    exchange(a, b);
    expect(next(b)).toBe(9);
    expect(next(a), 'its range is full: past all ranges').toBe(21);
    expect(next(a, '2027-01-05'), 'another year has no ranges').toBe(1);
    expect(a.records.numberClashes()).toEqual([]);
  });

  it('goes on from the highest outside of ranges, not from what others took in theirs', () => {
    const [a, b] = [testBook(), testBook()];
    a.records.save([incoming(37), range(b, 500, 600), incoming(510)]);
    expect(next(a)).toBe(38);
  });

  it('of an outgoing document follows ranges of its type and term', () => {
    const [a, b] = [testBook(), testBook()];
    const ofTypes = { register: 'SO_VAN_BAN_DI', year: null, term: '2025-2030' };
    a.records.save([
      outgoing(4, 'TB', '2025-2030'),
      range(b, 5, 9, { ...ofTypes, documentType: 'TB' }),
      range(a, 50, 60, { ...ofTypes, documentType: 'QD' }),
    ]);
    const ask = (type: string): number => a.records.nextNumber('outgoingDocument', 'number', '2026-06-01', { type, term: '2025-2030' });
    expect([ask('TB'), ask('QD'), ask('BC')]).toEqual([10, 50, 1]);
  });

  it('is not held back by a range that was moved aside', () => {
    const [a, b] = [testBook(), testBook()];
    const [kept] = a.records.save([range(b, 1, 50)]);
    expect(next(a)).toBe(51);
    a.records.remove('numberRange', kept?.id ?? '', 'máy đã thôi dùng');
    expect(next(a)).toBe(1);
  });
});
