import { expect, test } from 'vitest';
import { stripDays } from '#service/work/overview/days';
import { testBook } from '../../support/book';

const due = (name: string, dueOn: string, state = 'CHUA_LAM') => ({ type: 'task' as const, values: { name, dueOn, state } });

test('nine days with what is due by each; a holiday is named, and what is due on a day off counts with the working day before', () => {
  const book = testBook();
  book.records.save([
    due('Thứ Ba 1', '2026-11-24'),
    due('Thứ Ba 2', '2026-11-24'),
    due('Thứ Ba 3', '2026-11-24'),
    due('Đã xong', '2026-11-25', 'HOAN_THANH'),
    due('Chủ nhật', '2026-11-29'),
    due('Cuối dải', '2026-12-06'),
    due('Sau dải', '2026-12-07'),
    due('Trước dải', '2026-11-23'),
  ]);
  const days = stripDays(book, '2026-11-24');
  expect(days.map(({ day, total }) => [day, total])).toEqual([
    ['2026-11-24', 3],
    ['2026-11-25', 0],
    ['2026-11-26', 0],
    ['2026-11-27', 1],
    ['2026-11-30', 0],
    ['2026-12-01', 0],
    ['2026-12-02', 0],
    ['2026-12-03', 0],
    ['2026-12-04', 1],
  ]);
  expect(days.filter(({ off }) => off !== null).map(({ day, off }) => [day, off])).toEqual([['2026-11-24', 'Ngày Văn hóa Việt Nam']]);
  expect(days[0]?.items.map(({ title }) => title)).toEqual(['Thứ Ba 1', 'Thứ Ba 2']);
  expect(days[3]?.items).toMatchObject([{ title: 'Chủ nhật', dueOn: '2026-11-29' }]);
});

test('at a weekend the days begin on Monday', () => {
  expect(stripDays(testBook(), '2026-11-28')[0]?.day).toBe('2026-11-30');
});

test('what is due on a holiday within the days stands on the working day before it', () => {
  const book = testBook();
  book.records.save([due('Ngày lễ', '2026-11-24'), due('Hôm trước', '2026-11-23')]);
  const days = stripDays(book, '2026-11-20');
  expect(days.slice(0, 3).map(({ day, total, off }) => [day, total, off])).toEqual([
    ['2026-11-20', 0, null],
    ['2026-11-23', 2, null],
    ['2026-11-24', 0, 'Ngày Văn hóa Việt Nam'],
  ]);
});
