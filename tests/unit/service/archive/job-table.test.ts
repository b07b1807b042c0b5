import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { leaseMs, maxAttempts, openJobTable, priorities } from '../../../../src-main/service/archive/job-table';
import { migrations } from '../../../../src-main/service/store/migrations/index';

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  for (const migrate of migrations) migrate(db);
});

const t0 = Date.UTC(2026, 10, 22);

test('asked for comes first, then first pages, then the rest by time', () => {
  const jobs = openJobTable({ db }, 'me');
  jobs.add('old', priorities.rest, t0);
  jobs.add('new', priorities.rest, t0 + 2);
  jobs.add('first page', priorities.firstPage, t0 + 3);
  jobs.add('asked', priorities.rest, t0 + 4);
  expect(jobs.ask('asked', false)).toBe(true);
  expect(Array.from({ length: 5 }, () => jobs.take()?.pageId)).toEqual(['asked', 'first page', 'old', 'new', undefined]);
  expect(jobs.counts()).toEqual({ waiting: 0, reading: 4, done: 0, failed: 0 });
});

test('a page is read once: by one owner, and its result is taken from no other', () => {
  const [mine, other] = [openJobTable({ db }, 'mine'), openJobTable({ db }, 'other')];
  mine.add('p', priorities.rest, t0);
  expect(mine.take(t0)).toEqual({ pageId: 'p', attempt: 1, lastError: null });
  expect(other.take(t0)).toBeUndefined();
  expect(other.finish('p', 1)).toBe(false);
  expect(mine.finish('p', 1)).toBe(true);
  expect(mine.finish('p', 1)).toBe(false);
  expect(mine.counts()).toEqual({ waiting: 0, reading: 0, done: 1, failed: 0 });
  expect(mine.meanSeconds()).toBe(1);
});

test('a lease of another run is taken up at once, an own one when it has run out, a renewed one never', () => {
  const [dead, mine] = [openJobTable({ db }, 'dead'), openJobTable({ db }, 'mine')];
  for (const id of ['a', 'b', 'c']) dead.add(id, priorities.rest, t0);
  dead.take(t0);
  expect(mine.takeUpAbandoned(t0)).toEqual([]);
  expect(mine.counts().waiting).toBe(3);
  mine.take(t0);
  mine.take(t0);
  mine.renew('b', t0 + leaseMs);
  mine.takeUpAbandoned(t0 + leaseMs + 1);
  expect(mine.counts()).toEqual({ waiting: 2, reading: 1, done: 0, failed: 0 });
});

test('a page that brings the machine down each time is given up', () => {
  let givenUp: string[] = [];
  openJobTable({ db }, 'start').add('p', priorities.rest, t0);
  for (let run = 1; run <= maxAttempts; run++) {
    const jobs = openJobTable({ db }, `run ${run}`);
    givenUp = jobs.takeUpAbandoned(t0);
    expect(givenUp).toEqual([]);
    expect(jobs.take(t0)?.attempt).toBe(run);
  }
  const last = openJobTable({ db }, 'last');
  expect(last.takeUpAbandoned(t0)).toEqual(['p']);
  expect(last.counts().failed).toBe(1);
  expect(last.ask('p', false)).toBe(true);
  expect(last.take(t0)?.attempt).toBe(1);
});

test('an attempt that was not the fault of the page is not counted', () => {
  const jobs = openJobTable({ db }, 'me');
  jobs.add('p', priorities.rest, t0);
  for (let n = 0; n < 5; n++) {
    expect(jobs.take(t0)?.attempt).toBe(1);
    jobs.giveBack('p', null, false);
  }
  jobs.take(t0);
  jobs.giveBack('p', 'ocr.timeout', true);
  expect(jobs.take(t0)).toEqual({ pageId: 'p', attempt: 2, lastError: 'ocr.timeout' });
});

test('a page that was read is read again only when that is asked', () => {
  const jobs = openJobTable({ db }, 'me');
  jobs.add('p', priorities.rest, t0);
  jobs.take(t0);
  expect(jobs.ask('p', true)).toBe(false); // it is being read
  jobs.finish('p', 2);
  expect(jobs.ask('p', false)).toBe(false);
  expect(jobs.take(t0)).toBeUndefined();
  expect(jobs.ask('p', true)).toBe(true);
  expect(jobs.take(t0)?.pageId).toBe('p');
});
