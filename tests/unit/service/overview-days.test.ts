import { expect, test } from 'vitest';
import { workingDays } from '#service/work/overview/days';
import { testBook } from '../../support/book';

const due = (name: string, dueOn: string, state = 'CHUA_LAM') => ({ type: 'task' as const, values: { name, dueOn, state } });

test('nine working days with what is due by each; a day off counts with the working day before', () => {
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
  const days = workingDays(book, '2026-11-24');
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
  expect(days[0]?.items.map(({ title }) => title)).toEqual(['Thứ Ba 1', 'Thứ Ba 2']);
  expect(days[3]?.items).toMatchObject([{ title: 'Chủ nhật', dueOn: '2026-11-29' }]);
});

test('at a weekend the days begin on Monday', () => {
  expect(workingDays(testBook(), '2026-11-28')[0]?.day).toBe('2026-11-30');
});
