/** What needs a second person beyond sealed senders: files above the free level, and what somebody else confirmed. What the window shows is guarded and logged. */
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error';
import { requireOpen } from '#service/access/confirmed';
import { guardBook } from '#service/access/guard-book';
import { shownRecords } from '#service/access/shown';
import { resolveChoice } from '#service/archive/out/choice';
import { releasesOf, useReleases } from '#service/archive/out/release';
import type { Book } from '#service/book/book';
import { testBook } from '../../support/book';

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

/** A book of two people with a secret file of one document. */
function archive(profile: 'standalone' | 'connected' = 'standalone') {
  const book = testBook(undefined, profile);
  const one = (change: Parameters<Book['records']['save']>[0][number]): string => book.records.save([change])[0]?.id ?? '';
  const second = one({ type: 'bookUser', values: { name: 'Lê Văn Hai' } });
  const me = one({ type: 'bookUser', id: book.user.id, values: { name: book.user.name } });
  const fonds = one({ type: 'archiveFonds', values: { code: 'P1', name: 'Phông' } });
  const described = { code: 'HS-1', title: 'Hồ sơ', retention: '01', accessMode: '03', fonds, state: 'DA_XONG' };
  const file = one({ type: 'archiveFile', values: { ...described, secrecy: 'MAT' } });
  const document = one({
    type: 'archiveDocument',
    values: { file, subject: 'Báo cáo', signer: 'Nguyễn Văn An', secrecy: 'MAT', verification: 'CHO_XEM' },
  });
  book.access.accounts.set({ userId: me, role: 'member', clearance: 'TUYET_MAT' });
  book.access.accounts.set({ userId: second, role: 'chairman', clearance: 'TUYET_MAT' });
  book.access.changed();
  const files = resolveChoice(book, { fileIds: [file] });
  return { book, second, file, document, choice: { files, documents: files.flatMap((one_) => one_.documents), exceptions: [] } };
}

describe('a file above the free level', () => {
  it('leaves a standalone machine with a reason and an approval, which is used up', () => {
    const { book, second, file, choice } = archive();
    const target = { fileIds: [file] };
    expect(releasesOf(book, 'export', choice, target)).toEqual([{ id: file, title: 'HS-1 · Hồ sơ', secrecy: 'MAT', ready: false }]);
    expect(codeOf(() => useReleases(book, 'export', choice, target, ''))).toBe('record.reasonRequired');
    expect(codeOf(() => useReleases(book, 'export', choice, target, 'nộp lưu'))).toBe('access.needsSecond');
    book.approvals.decide(book.approvals.ask('release', file, 'nộp lưu').id, true, { by: second });
    expect(releasesOf(book, 'export', choice, target)).toMatchObject([{ ready: true }]);
    expect(codeOf(() => useReleases(book, 'export', choice, target, 'nộp lưu'))).toBe('none');
    expect(codeOf(() => useReleases(book, 'export', choice, target, 'lần nữa'))).toBe('access.needsSecond');
  });

  it('leaves a connected machine never, and TUYET_MAT none', () => {
    const { book, file, choice } = archive('connected');
    expect(codeOf(() => useReleases(book, 'export', choice, { fileIds: [file] }, 'lý do'))).toBe('out.secrecy');
    const other = archive();
    const top = { ...other.choice, files: other.choice.files.map((one) => ({ ...one, secrecy: 'TUYET_MAT' })) };
    expect(codeOf(() => useReleases(other.book, 'print', top, { fileIds: [other.file] }, 'lý do'))).toBe('out.secrecy');
  });
});

describe('what was confirmed', () => {
  it('is corrected by whoever confirmed it within a day, and by others with an approval', () => {
    const { book, second, document } = archive();
    const at = '2026-11-20T08:00:00.000Z';
    const confirm = (by: string) =>
      book.records.save([
        {
          type: 'archiveDocument',
          id: document,
          values: { verification: 'DA_XEM', confirmedFields: ['signer'], confirmations: [{ field: 'signer', by, at }] },
        },
      ]);
    const change = { type: 'archiveDocument' as const, id: document, values: { signer: 'Trần Văn Bình' } };
    expect(codeOf(() => requireOpen(book, change))).toBe('none');
    confirm(book.user.id);
    expect(codeOf(() => requireOpen(book, change, Date.parse(at) + 3_600_000))).toBe('none');
    expect(codeOf(() => requireOpen(book, change, Date.parse(at) + 2 * 86_400_000))).toBe('access.needsSecond');
    confirm(second);
    expect(codeOf(() => requireOpen(book, change, Date.parse(at) + 3_600_000))).toBe('access.needsSecond');
    // What nobody confirmed, and what stays as it is, needs nobody.
    expect(codeOf(() => requireOpen(book, { ...change, values: { remark: 'x', signer: 'Nguyễn Văn An' } }))).toBe('none');
    book.approvals.decide(book.approvals.ask('reopen', document, 'đọc nhầm').id, true, { by: second });
    expect(codeOf(() => requireOpen(book, change))).toBe('none');
  });
});

describe('what the window shows', () => {
  it('is guarded above THUONG, and that somebody looked is logged once', () => {
    const { book, document, file } = archive();
    const mine = guardBook(book);
    expect(shownRecords(mine, [document, file])).toEqual({ level: 'MAT', screenshot: 'never', clipboard: 'never' });
    shownRecords(mine, [document]);
    // A record of every day: once a day.
    const task = book.records.save([{ type: 'task', values: { name: 'Việc', state: 'CHUA_LAM' } }])[0]?.id ?? '';
    const start = Date.now();
    for (const hours of [0, 2, 23, 25]) shownRecords(mine, [task], start + hours * 3_600_000);
    expect(book.audit.list({ recordId: task }).filter(({ action }) => action === 'view')).toHaveLength(2);
    const views = book.audit.list({ limit: 50 }).filter(({ action, recordId }) => action === 'view' && recordId !== task);
    expect(views.map(({ recordId }) => recordId).sort()).toEqual([document, file].sort());
    expect(shownRecords(mine, [])).toMatchObject({ level: 'THUONG', screenshot: 'free', clipboard: 'free' });
  });

  it('tells what waits and what was decided; a refusal needs a reason', () => {
    const { book, second, file } = archive();
    const asked = book.approvals.ask('release', file, 'cho đoàn');
    expect(codeOf(() => book.approvals.decide(asked.id, false, { by: second }))).toBe('record.reasonRequired');
    book.approvals.decide(asked.id, false, { by: second, reason: 'chưa cần' });
    expect(book.approvals.open()).toEqual([]);
    expect(book.approvals.history(5)).toMatchObject([{ approved: false, decidedBy: second, decision: 'chưa cần', askedBy: book.user.id }]);
  });
});
