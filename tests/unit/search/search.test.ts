import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error';
import { codeList } from '#shared/rules/code-lists/index';
import type { Book } from '#service/book/book';
import type { SearchQuery, Snippet } from '#service/search/search-service';
import { testBook } from '../../support/book';

const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const pageText =
  'ĐẢNG CỘNG SẢN VIỆT NAM\nBÁO CÁO về việc quản lý đất đai tại thôn Đông. Ủy ban Kiểm tra đã hoà giải hai lần, lập biên bản số 12-BB/UBKT ngày 03/04/2019.';

let book: Book;
const ids = (query: Partial<SearchQuery> & { text: string }): string[] => book.search.search(query).hits.map((hit) => hit.id);
const marks = (snippet: Snippet): string[] => snippet.filter(({ mark }) => mark).map(({ text }) => text);

beforeAll(() => {
  book = testBook();
  const page = (n: number, document: number, text: string) => ({
    type: 'page' as const,
    id: id(n),
    values: {
      document: id(document),
      order: n,
      image: 'ab'.repeat(32),
      mime: 'image/jpeg',
      bytes: 1,
      width: 2480,
      height: 3508,
      state: 'DA_DOC',
      rawText: text,
    },
  });
  book.records.save([
    { type: 'archiveFonds', id: id(1), values: { code: 'P1', name: 'Phông Đảng ủy xã' } },
    {
      type: 'archiveFile',
      id: id(2),
      values: {
        code: 'HS-01',
        title: 'Hồ sơ đất đai thôn Đông',
        fonds: id(1),
        startDate: '2019',
        retention: retention(),
        accessMode: access(),
        secrecy: 'THUONG',
        state: fileState(),
      },
    },
    {
      type: 'archiveFile',
      id: id(3),
      values: {
        code: 'HS-02',
        title: 'Hồ sơ khác',
        fonds: id(1),
        retention: retention(),
        accessMode: access(),
        secrecy: 'THUONG',
        state: fileState(),
      },
    },
    {
      type: 'archiveDocument',
      id: id(4),
      values: { file: id(2), subject: 'Báo cáo', issuedOn: '2019-04-03', secrecy: 'THUONG', verification: verification() },
    },
    page(5, 4, pageText),
    page(6, 4, 'Trang hai: đất dai thôn Doài, hòa giải không thành.'),
    {
      type: 'task',
      id: id(7),
      values: { name: 'Kiểm tra việc đất đai', state: 'CHUA_LAM', dueOn: '2026-05-01', remark: 'Gặp hòa giải viên' },
    },
  ]);
  book.search.putPageWords(
    id(5),
    pageText.split(/\s+/).map((text, i) => ({ text, x: i * 10, y: 5, w: 9, h: 8, confidence: 90, line: 0 })),
  );
});

// The first value of each list will do.
const firstOf = (list: Parameters<typeof codeList>[0]) => () => codeList(list).items[0]?.code ?? '';
const retention = firstOf('retention');
const access = firstOf('accessMode');
const fileState = firstOf('archiveFileState');
const verification = firstOf('verificationState');

describe('one box over everything', () => {
  it('finds without diacritics, with them, and with the tone on either vowel', () => {
    for (const text of ['dat dai', 'Đất đai', 'ĐẤT ĐAI'])
      expect({ text, found: ids({ text }).sort() }).toEqual({ text, found: [id(2), id(5), id(6), id(7)] });
    for (const text of ['hoà giải', 'hòa giải', 'hoa giai'])
      expect({ text, found: ids({ text }).sort() }).toEqual({ text, found: [id(5), id(6), id(7)] });
    expect(ids({ text: '12-BB/UBKT' })).toEqual([id(5)]);
  });

  it('asks for all words, phrases in order, and lets the last word be unfinished', () => {
    expect(ids({ text: 'dat thon doai' })).toEqual([id(6)]);
    expect(ids({ text: '"thôn đông"' }).sort()).toEqual([id(2), id(5)]);
    expect(ids({ text: '"đông thôn"' })).toEqual([]);
    expect(ids({ text: 'quan l' })).toEqual([id(5)]);
    expect(ids({ text: 'quan l ' })).toEqual([]);
  });

  it('does not take pairs that stand apart for a phrase', () => {
    const [saved] = book.records.save([{ type: 'note', values: { about: id(2), text: 'Cá mè một lứa, lứa một cá mè' } }]);
    expect(ids({ text: '"lứa một cá"' })).toEqual([saved?.id]);
    expect(ids({ text: '"lứa một"' })).toEqual([saved?.id]);
    expect(ids({ text: '"lứa một lứa"' })).toEqual([]);
    book.records.remove('note', saved?.id ?? '', 'thử');
    expect(ids({ text: '"lứa một"' })).toEqual([]);
  });

  it('puts a title before a text', () => {
    expect([id(2), id(7)]).toContain(ids({ text: 'dat dai' })[0]);
  });

  it('filters by kind, year and file; pages take year and file from their document', () => {
    expect(ids({ text: 'dat dai', kinds: ['page'] }).sort()).toEqual([id(5), id(6)]);
    expect(ids({ text: 'dat dai', years: [2019] }).sort()).toEqual([id(2), id(5), id(6)]);
    expect(ids({ text: 'dat dai', fileId: id(2) }).sort()).toEqual([id(2), id(5), id(6)]);
    expect(ids({ text: 'dat dai', fileId: id(999) })).toEqual([]);
    const { total, kinds, years, more } = book.search.search({ text: 'dat dai', limit: 1 });
    expect({ total, kinds, years, more }).toEqual({
      total: 4,
      more: false,
      kinds: [
        { kind: 'page', count: 2 },
        { kind: 'task', count: 1 },
        { kind: 'archiveFile', count: 1 },
      ].sort((a, b) => b.count - a.count || 0),
      years: [
        { year: 2026, count: 1 },
        { year: 2019, count: 3 },
      ],
    });
  });

  it('marks what was found in the original text and where it stands on the page', () => {
    const hit = book.search.search({ text: 'hoa giai "ban so"', kinds: ['page'] }).hits[0];
    expect(marks(hit?.snippet ?? [])).toEqual(['hoà', 'giải', 'bản số']);
    expect(hit?.page).toMatchObject({ documentId: id(4), width: 2480, order: 5 });
    const words = pageText.split(/\s+/);
    expect(hit?.page?.boxes.map(({ x }) => words[x / 10])).toEqual(['hoà', 'giải', 'bản', 'số']);
    expect(book.search.boxes(id(5), '"ủy ban"').length).toBe(2);
    expect(marks(book.search.search({ text: 'kiem tra dat', kinds: ['task'] }).hits[0]?.title ?? [])).toEqual(['Kiểm', 'tra', 'đất']);
    expect(book.search.search({ text: 'kiem tra dat', kinds: ['task'] }).hits[0]).toMatchObject({
      dueOn: '2026-05-01',
      closed: false,
      year: 2026,
      page: null,
    });
  });

  it('gives the best of each kind with one question, as separate questions would', () => {
    const { kinds, groups, hits } = book.search.search({ text: 'dat dai', limit: 1, perKind: 2 });
    expect(hits).toHaveLength(1);
    expect(groups.map(({ kind, total }) => ({ kind, count: total }))).toEqual(kinds);
    for (const { kind, hits: best } of groups) expect(best.map((hit) => hit.id)).toEqual(ids({ text: 'dat dai', kinds: [kind], limit: 2 }));
    expect(book.search.search({ text: 'dat dai' }).groups).toEqual([]);
  });

  it('says when there is nothing to look for', () => {
    expect(() => book.search.search({ text: ' "…" ' })).toThrow(AppError);
    for (const text of ['"', '" AND "', 'NOT x', 'a* OR (b', "'; DROP TABLE record; --", 'title : dat', '^dat', 'NEAR(a b)']) {
      try {
        book.search.search({ text });
      } catch (error) {
        expect(error).toMatchObject({ code: 'search.badQuery' });
      }
    }
  });
});

describe('the index follows the records', () => {
  it('a correction stands for what was misread', () => {
    expect(ids({ text: 'doai' })).toEqual([id(6)]);
    book.records.save([{ type: 'page', id: id(6), values: { correctedText: 'Trang hai: đất đai thôn Đoài, đã sửa.' } }]);
    expect(ids({ text: 'khong thanh' })).toEqual([]);
    expect(ids({ text: 'da sua' })).toEqual([id(6)]);
    book.records.save([{ type: 'page', id: id(6), values: { correctedText: null } }]);
    expect(ids({ text: 'khong thanh' })).toEqual([id(6)]);
  });

  it('pages move with their document to another file and year', () => {
    book.records.save([{ type: 'archiveDocument', id: id(4), values: { file: id(3), issuedOn: '2021-01-01' } }]);
    expect(ids({ text: 'dat dai', fileId: id(2) })).toEqual([id(2)]);
    expect(ids({ text: 'dat dai', fileId: id(3), years: [2021] }).sort()).toEqual([id(5), id(6)]);
  });

  it('what was moved aside is not found', () => {
    book.records.remove('task', id(7), 'Thử');
    expect(ids({ text: 'dat dai', kinds: ['task'] })).toEqual([]);
    book.records.restore('task', id(7), 'Thử');
    expect(ids({ text: 'dat dai', kinds: ['task'] })).toEqual([id(7)]);
  });
});
