import { describe, expect, it } from 'vitest';
import { duplicatesOf, type DuplicateQuery } from '#service/work/petitions/duplicate-index';
import { findDuplicates } from '#service/work/petitions/find-duplicates';
import type { Book } from '#service/book/book';
import { testBook } from '../../../support/book';

const book = testBook();
const save = (of: Book, number: number, summary: string, more: Record<string, unknown> = {}): string =>
  of.records.save([
    {
      type: 'petition',
      values: { number, receivedOn: '2026-10-05', kind: 'TC', source: 'BUU_DIEN', secrecy: 'THUONG', state: 'MOI', summary, ...more },
    },
  ])[0]?.id ?? '';
const asked = (query: Partial<DuplicateQuery>): DuplicateQuery => ({
  summary: '',
  items: [],
  members: [],
  organisations: [],
  subject: '',
  senderName: '',
  senderAddress: '',
  ...query,
});
const found = (query: Partial<DuplicateQuery>) => {
  while (!duplicatesOf(book).ready());
  return findDuplicates(book, asked(query)).hits;
};

const land = save(book, 1, 'Ký xác nhận sai nguồn gốc đất cho 12 hộ tại ấp 4', {
  senderName: 'Lê Văn Ẩn',
  senderAddress: 'Ấp 4',
  accusedText: 'Bùi Văn Sáu',
});
save(book, 2, 'Chi sai quỹ khuyến học hai năm liền', { senderName: 'Trần Thị Kín' });

describe('likely duplicates while typing', () => {
  it('are found by content, whatever the diacritics', () => {
    expect(found({ summary: 'xac nhan sai nguon goc dat cho 12 ho ap 4' })).toMatchObject([
      { id: land, number: 1, sameSender: false, sameSubject: false },
    ]);
    expect(found({ summary: 'Bố trí người thân vào hợp tác xã' })).toEqual([]);
  });

  it('need less likeness where sender or subject agree; the sender is compared without being opened', () => {
    const query = { summary: 'Đất đai ở ấp 4 xác nhận không đúng' };
    expect(found(query)).toEqual([]);
    expect(found({ ...query, subject: 'BUI VAN SAU', senderName: 'lê văn ẩn', senderAddress: 'ấp 4' })).toMatchObject([
      { id: land, sameSender: true, sameSubject: true },
    ]);
    expect(book.audit.list({ limit: 50 }).filter(({ action }) => action === 'unseal')).toEqual([]);
    expect(JSON.stringify(found({ ...query, senderName: 'lê văn ẩn' }))).not.toMatch(/Ẩn|ẩn/);
  });

  it('follow what is saved and moved aside, and leave out the petition itself', () => {
    const again = save(book, 3, 'Ký xác nhận sai nguồn gốc đất cho mười hai hộ ở ấp 4', { senderName: 'Lê Văn Ẩn', senderAddress: 'Ấp 4' });
    expect(found({ id: again, summary: 'Ký xác nhận sai nguồn gốc đất cho mười hai hộ ở ấp 4' })).toMatchObject([
      { id: land, sameSender: true },
    ]);
    book.records.remove('petition', again, 'ghi nhầm');
    expect(found({ id: land, summary: 'Ký xác nhận sai nguồn gốc đất cho 12 hộ tại ấp 4' })).toEqual([]);
  });
});
