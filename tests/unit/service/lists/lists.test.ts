import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error';
import { guardBook } from '#service/access/guard-book';
import type { Book } from '#service/book/book';
import { listSheet, writeList } from '#service/lists/list-sheet';
import { applyMany, previewMany } from '#service/lists/many';
import { dropFilter, filtersOf, saveFilter } from '#service/lists/saved-filters';
import { testBook } from '../../../support/book';

const dir = mkdtempSync(join(tmpdir(), 'kts-lists-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const office = (): Book => guardBook(testBook());
const paper = (book: Book, number: number, more: Record<string, unknown> = {}): string =>
  book.records.save([
    {
      type: 'incomingDocument',
      values: {
        arrivalNumber: number,
        arrivedOn: '2026-03-02',
        issuer: 'Tỉnh ủy',
        subject: `Văn bản ${number}`,
        secrecy: 'THUONG',
        ...more,
      },
    },
  ])[0]?.id ?? '';
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

describe('filters that a person saved', () => {
  it('are kept by name, sorted, replaced and deleted, for that person alone', () => {
    const book = office();
    saveFilter(book, { name: 'Đến hạn', screen: 'petitions', query: { filter: 'overdue' } });
    saveFilter(book, { name: 'Của tôi', screen: 'petitions', query: { text: 'đất' } });
    const again = saveFilter(book, { name: 'Của tôi', screen: 'petitions', query: { text: 'nhà' } });
    expect(filtersOf(book).map(({ name, query }) => [name, query])).toEqual([
      ['Của tôi', { text: 'nhà' }],
      ['Đến hạn', { filter: 'overdue' }],
    ]);
    expect(filtersOf({ ...book, user: { ...book.user, id: 'another' } })).toEqual([]);
    expect(dropFilter(book, again.id)).toBe(true);
    expect(dropFilter(book, again.id)).toBe(false);
    expect(filtersOf(book)).toHaveLength(1);
  });
});

describe('an act over many records', () => {
  it('shows what will change, then changes that and nothing else', () => {
    const book = office();
    const ids = [paper(book, 1), paper(book, 2, { handler: 'Nam' }), paper(book, 3)];
    const many = { type: 'incomingDocument' as const, ids, act: { kind: 'set' as const, field: 'handler', value: 'Nam' } };
    expect(previewMany(book, many)).toMatchObject({ changing: 2, same: 1 });
    expect(applyMany(book, many)).toBe(2);
    expect(ids.map((id) => book.records.get('incomingDocument', id)?.values['handler'])).toEqual(['Nam', 'Nam', 'Nam']);
    expect(previewMany(book, many)).toMatchObject({ changing: 0, same: 3 });
  });

  it('adds and takes tags and leaves the others', () => {
    const book = office();
    const id = book.records.save([{ type: 'task', values: { name: 'Họp', state: 'CHUA_LAM', participants: ['Nam', 'Hoa'] } }])[0]?.id ?? '';
    const run = (kind: 'add' | 'take', value: string[]) =>
      applyMany(book, { type: 'task', ids: [id], act: { kind, field: 'participants', value } });
    run('add', ['Lan', 'Nam']);
    run('take', ['Hoa']);
    expect(book.records.get('task', id)?.values['participants']).toEqual(['Nam', 'Lan']);
  });

  it('refuses a field that is not for many, and an invalid value as a whole', () => {
    const book = office();
    const ids = [paper(book, 1), paper(book, 2)];
    const set = (field: string, value: unknown) => () =>
      applyMany(book, { type: 'incomingDocument', ids, act: { kind: 'set', field, value } });
    expect(codeOf(set('secrecy', 'MAT'))).toBe('access.denied');
    expect(codeOf(set('dueOn', '2026-02-31'))).toBe('record.invalid');
    expect(book.records.get('incomingDocument', ids[0] ?? '')?.values['dueOn']).toBeUndefined();
  });
});

describe('a list as a sheet', () => {
  it('holds the rows of the query in their order, as days and numbers, and no sealed field', async () => {
    const book = office();
    paper(book, 1, { issuer: 'Tỉnh ủy' });
    paper(book, 2, { issuer: 'Huyện ủy' });
    const file = join(dir, 'list.xlsx');
    const query = { type: 'incomingDocument' as const, sort: [{ field: 'arrivalNumber', direction: 'desc' as const }] };
    expect(await writeList(book, { query }, file)).toEqual({ rows: 2, withheld: 0 });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(file);
    const texts = (workbook.worksheets[0]?.getSheetValues() ?? []).flatMap((row) => (Array.isArray(row) ? [row] : []));
    const first = texts.findIndex((row) => row.includes('Số TT'));
    expect(texts.slice(first + 1, first + 3).map((row) => [row[1], row[2]])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(texts[first + 1]?.some((cell) => cell instanceof Date)).toBe(true);
    const petition = listSheet(book, { query: { type: 'petition' }, whole: true }, 'export').sheet.header[0]?.map(({ text }) => text);
    expect(petition).toContain('Tóm tắt');
    expect(petition).not.toContain('Điện thoại');
  });

  it('leaves out what may not leave, counts it, and writes down what left', () => {
    const book = office();
    const open = paper(book, 1);
    const secret = paper(book, 2, { secrecy: 'MAT' });
    const made = listSheet(book, { query: { type: 'incomingDocument' } }, 'export');
    expect(made).toMatchObject({ rows: 1, withheld: 1 });
    expect(JSON.stringify(made.sheet)).not.toContain('Văn bản 2');
    expect(book.audit.list({})[0]).toMatchObject({ action: 'export', recordId: open });
    expect(codeOf(() => listSheet(book, { query: { type: 'incomingDocument' }, ids: [secret] }, 'export'))).toBe('access.secrecy');
  });
});
