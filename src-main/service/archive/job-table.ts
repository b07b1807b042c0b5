/**
 * The durable queue of pages to be read, table ocr_job: one row for each page that was ever queued.
 *
 *   queued --take--> leased --finish--> done
 *      ^               |  \--fail-----> failed (after the last attempt, with the error code shown to people)
 *      '--giveBack-----'
 *
 * A page in work is leased: `lease_owner` names the run of the service that has it, `lease_until` is renewed while it lives. The lease of another run, or one that has run out, is taken up again; so a kill or power cut loses no page.
 * An attempt is counted when the page is taken: a page that brings the machine down is given up after a few times.
 */
import type { Book } from '../book/book';

/** Higher comes first. */
export const priorities = { asked: 2, firstPage: 1, rest: 0 } as const;
export type Priority = (typeof priorities)[keyof typeof priorities];

export const maxAttempts = 3;
export const leaseMs = 90_000;

export interface Job {
  readonly pageId: string;
  /** This attempt, from 1. */
  readonly attempt: number;
  /** Error code of the attempt before. */
  readonly lastError: string | null;
}

export interface JobCounts {
  readonly waiting: number;
  readonly reading: number;
  readonly done: number;
  readonly failed: number;
}

export type JobTable = ReturnType<typeof openJobTable>;

export function openJobTable({ db }: Pick<Book, 'db'>, owner: string) {
  const add = db.prepare('INSERT INTO ocr_job (page_id, priority, enqueued_at) VALUES (?, ?, ?) ON CONFLICT (page_id) DO NOTHING');
  const take = db.prepare(`UPDATE ocr_job SET state = 'leased', lease_owner = ?, lease_until = ?, attempts = attempts + 1
    WHERE page_id = (SELECT page_id FROM ocr_job WHERE state = 'queued' ORDER BY priority DESC, enqueued_at, page_id LIMIT 1)
    RETURNING page_id AS pageId, attempts AS attempt, error AS lastError`);
  const renew = db.prepare(`UPDATE ocr_job SET lease_until = ? WHERE page_id = ? AND state = 'leased' AND lease_owner = ?`);
  const finish =
    db.prepare(`UPDATE ocr_job SET state = 'done', lease_owner = NULL, lease_until = NULL, error = NULL, seconds = ?, finished_at = ?
    WHERE page_id = ? AND state = 'leased' AND lease_owner = ?`);
  const giveBack =
    db.prepare(`UPDATE ocr_job SET state = 'queued', lease_owner = NULL, lease_until = NULL, error = ?, attempts = attempts - ?
    WHERE page_id = ? AND state = 'leased' AND lease_owner = ?`);
  const fail = db.prepare(`UPDATE ocr_job SET state = 'failed', lease_owner = NULL, lease_until = NULL, error = ?, finished_at = ?
    WHERE page_id = ? AND state = 'leased' AND lease_owner = ?`);
  const abandoned = db.prepare<unknown[], { pageId: string; attempts: number }>(`SELECT page_id AS pageId, attempts FROM ocr_job
    WHERE state = 'leased' AND (lease_owner IS NOT ? OR lease_until < ?)`);
  const release = db.prepare(
    `UPDATE ocr_job SET state = ?, lease_owner = NULL, lease_until = NULL, error = 'ocr.crashed' WHERE page_id = ?`,
  );
  /** A page that is being read, or was and is not asked for again, stays as it is. */
  const stays = `state = 'leased' OR (state = 'done' AND NOT @again)`;
  const ask = db.prepare<unknown[], { state: string }>(`INSERT INTO ocr_job (page_id, priority, enqueued_at) VALUES (@page, @priority, @now)
    ON CONFLICT (page_id) DO UPDATE SET priority = excluded.priority,
      state = CASE WHEN ${stays} THEN state ELSE 'queued' END,
      attempts = CASE WHEN ${stays} THEN attempts ELSE 0 END,
      error = CASE WHEN ${stays} THEN error ELSE NULL END
    RETURNING state`);
  const counts = db.prepare<[], { state: string; n: number }>('SELECT state, count(*) AS n FROM ocr_job GROUP BY state');
  const meanSeconds = db.prepare<[], { mean: number | null }>(`SELECT avg(seconds) AS mean FROM (SELECT seconds FROM ocr_job
    WHERE state = 'done' AND seconds IS NOT NULL ORDER BY finished_at DESC LIMIT 50)`);

  return {
    /** Queues a new page. Belongs into the transaction of its record. */
    add: (pageId: string, priority: Priority, now = Date.now()): void => void add.run(pageId, priority, instant(now)),
    /** Leases the next page. */
    take: (now = Date.now()): Job | undefined => take.get(owner, instant(now + leaseMs)) as Job | undefined,
    /** Tells that this page is still in work. */
    renew: (pageId: string, now = Date.now()): void => void renew.run(instant(now + leaseMs), pageId, owner),
    /** False when the lease was lost meanwhile: then the result is not to be kept. */
    finish: (pageId: string, seconds: number | null, now = Date.now()): boolean =>
      finish.run(seconds, instant(now), pageId, owner).changes === 1,
    /** To be tried again; `counted` false: the attempt was not the page's fault. */
    giveBack: (pageId: string, error: string | null, counted: boolean): void => void giveBack.run(error, counted ? 0 : 1, pageId, owner),
    fail: (pageId: string, error: string, now = Date.now()): boolean => fail.run(error, instant(now), pageId, owner).changes === 1,
    /** Takes up what other or earlier runs left in work. Returns the pages that have no attempt left. */
    takeUpAbandoned: (now = Date.now()): string[] => {
      const givenUp: string[] = [];
      for (const { pageId, attempts } of abandoned.all(owner, instant(now))) {
        const last = attempts >= maxAttempts;
        release.run(last ? 'failed' : 'queued', pageId);
        if (last) givenUp.push(pageId);
      }
      return givenUp;
    },
    /** Puts a page before all others; `again`: also one that was read already. Returns whether it waits now. */
    ask: (pageId: string, again: boolean, now = Date.now()): boolean =>
      ask.get({ page: pageId, priority: priorities.asked, now: instant(now), again: again ? 1 : 0 })?.state === 'queued',
    counts: (): JobCounts => {
      const { queued = 0, leased = 0, done = 0, failed = 0 } = Object.fromEntries(counts.all().map(({ state, n }) => [state, n]));
      return { waiting: queued, reading: leased, done, failed };
    },
    /** Of the pages read last; null before the first. */
    meanSeconds: (): number | null => meanSeconds.get()?.mean ?? null,
  };
}

const instant = (ms: number): string => new Date(ms).toISOString();
