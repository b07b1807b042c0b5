/** What waits to be verified, box by box, and who has it. */
import type { ArchiveScope, VerifyBox } from '#shared/contract/window/verification';
import { unhidden } from '../../access/access';
import type { Book } from '../../book/book';
import { documentsWithFiles, paperOrder, scopeSql } from './scope';

/** States of a document that a person has not seen, or has to see again. */
const waiting = "('CHO_XEM', 'CAN_XEM', 'TRA_LAI')";
/** A document is held for so long; every sheet that is opened holds it anew. */
const leaseMs = 30 * 60_000;

const hasPages = 'EXISTS (SELECT 1 FROM page p WHERE p.document = dr.id AND p.removed = 0)';
const isBeingRead = "EXISTS (SELECT 1 FROM page p WHERE p.document = dr.id AND p.removed = 0 AND p.state IN ('CHO_DOC', 'DANG_DOC'))";
/** Not in the hands of another: neither leased in this book, nor in a box that was given to somebody else. */
const isFree = '(l.until IS NULL OR l.owner = @me OR l.until < @now) AND (f.checker IS NULL OR f.checker = @me)';

export interface Next {
  readonly documents: string[];
  /** All that wait in this part, also those in the hands of others. */
  readonly waiting: number;
}

export interface Worklist {
  boxes(): VerifyBox[];
  next(scope: ArchiveScope, count: number, skip: readonly string[]): Next;
  nextOfRound(roundId: string, count: number, skip: readonly string[]): Next;
  /** Holds a document that is looked at. */
  hold(documentId: string): void;
  putOff(documentId: string): void;
  release(documentIds: readonly string[]): void;
  /** It was checked. */
  done(documentId: string): void;
  filesOfBox(fondsId: string, term: string, box: string): string[];
}

export function createWorklist(book: Book): Worklist {
  const { db, user, access } = book;
  const boxes = db.prepare<[], Omit<VerifyBox, 'key' | 'checker' | 'shared'> & { checker: string | null; checkers: number }>(`
    SELECT f.fonds AS fondsId, coalesce(o.name, '') AS fonds, coalesce(f.term, '') AS term, coalesce(f.box, '') AS box,
      count(DISTINCT d.file) AS files, count(*) AS documents, sum(d.verification = 'DA_XEM') AS checked,
      sum(d.verification IN ${waiting} AND NOT d.reading) AS waiting, sum(d.verification = 'TRA_LAI') AS sentBack,
      sum(d.verification IN ${waiting} AND d.reading) AS reading,
      max(f.checker) AS checker, count(DISTINCT coalesce(f.checker, '')) AS checkers
    FROM (SELECT d.file, d.verification, ${isBeingRead} AS reading FROM archive_document d JOIN record dr ON dr.n = d.n
      WHERE d.removed = 0 AND ${unhidden('d.n')} AND ${hasPages}) d
      LEFT JOIN record fr ON fr.id = d.file LEFT JOIN archive_file f ON f.n = fr.n
      LEFT JOIN record gr ON gr.id = f.fonds LEFT JOIN archive_fonds o ON o.n = gr.n
    GROUP BY f.fonds, coalesce(f.term, ''), coalesce(f.box, '')
    ORDER BY o.name, f.term, CAST(f.box AS INTEGER), f.box`);
  const lease = db.prepare(`INSERT INTO verify_lease (document_id, owner, until) VALUES (?, ?, ?)
    ON CONFLICT (document_id) DO UPDATE SET owner = excluded.owner, until = excluded.until`);
  const putOff = db.prepare(`INSERT INTO verify_lease (document_id, owner, until, put_off) VALUES (?, ?, '', ?)
    ON CONFLICT (document_id) DO UPDATE SET until = '', put_off = excluded.put_off`);
  const release = db.prepare("UPDATE verify_lease SET until = '' WHERE document_id = ? AND owner = ?");
  const done = db.prepare('DELETE FROM verify_lease WHERE document_id = ?');
  const files = db
    .prepare<[string, string, string], string>(
      `SELECT r.id FROM archive_file f JOIN record r ON r.n = f.n WHERE f.fonds = ? AND coalesce(f.term, '') = ? AND coalesce(f.box, '') = ? AND f.removed = 0 AND ${unhidden('f.n')}`,
    )
    .pluck();
  const nameOf = (id: string): string => book.records.titleOf(id) ?? '';
  const hold = (documentId: string): void => void lease.run(documentId, user.id, new Date(Date.now() + leaseMs).toISOString());

  /** Finds and holds in one transaction, so that nobody comes between. */
  const take = (from: string, where: string, params: readonly string[], count: number, skip: readonly string[]): Next =>
    book.transact(() => {
      access.refresh();
      const named = { me: user.id, now: new Date().toISOString(), skip: JSON.stringify(skip), count };
      const documents = db
        .prepare<unknown[], string>(
          `SELECT dr.id FROM ${from} LEFT JOIN verify_lease l ON l.document_id = dr.id
            WHERE d.removed = 0 AND ${unhidden('d.n')}${where} AND ${isFree} AND dr.id NOT IN (SELECT value FROM json_each(@skip))
            ORDER BY l.put_off IS NOT NULL, l.put_off, ${paperOrder} LIMIT @count`,
        )
        .pluck()
        .all(...params, named);
      const all = db
        .prepare<unknown[], number>(`SELECT count(*) FROM ${from} WHERE d.removed = 0 AND ${unhidden('d.n')}${where}`)
        .pluck()
        .get(...params);
      documents.forEach(hold);
      return { documents, waiting: all ?? 0 };
    });

  return {
    boxes: () => {
      access.refresh();
      return boxes.all().map(({ checker, checkers, ...box }) => ({
        ...box,
        key: JSON.stringify([box.fondsId, box.term, box.box]),
        checker: checkers === 1 && checker !== null ? { id: checker, name: nameOf(checker) } : null,
        shared: checkers > 1,
      }));
    },
    next: (scope, count, skip) => {
      const { sql, params } = scopeSql(scope);
      return take(
        documentsWithFiles,
        `${sql} AND d.verification IN ${waiting} AND ${hasPages} AND NOT ${isBeingRead}`,
        params,
        count,
        skip,
      );
    },
    nextOfRound: (roundId, count, skip) =>
      take(
        `quality_check q JOIN record dr ON dr.id = q.document JOIN archive_document d ON d.n = dr.n
          LEFT JOIN record fr ON fr.id = d.file LEFT JOIN archive_file f ON f.n = fr.n`,
        ' AND q.round = ? AND q.removed = 0 AND coalesce(q.done, 0) = 0',
        [roundId],
        count,
        skip,
      ),
    hold,
    putOff: (documentId) => void putOff.run(documentId, user.id, new Date().toISOString()),
    release: (documentIds) => documentIds.forEach((id) => release.run(id, user.id)),
    done: (documentId) => void done.run(documentId),
    filesOfBox: (fondsId, term, box) => {
      access.refresh();
      return files.all(fondsId, term, box);
    },
  };
}
