import type { QualityError } from '#shared/contract/window/quality';
import type { Book } from '../../book/book';

interface Row {
  checkId: string;
  itemId: string;
  roundId: string;
  level: string;
  documentId: string;
  field: string;
  kind: string;
  from: string | null;
  to: string | null;
  foundBy: string | null;
  madeBy: string | null;
  at: string;
}

/** Nhật ký lỗi: every error of every round, newest first. */
export function createErrorLog(book: Book) {
  const { db, records, access } = book;
  /** Of documents that the signed-in person sees. */
  const where = (): string => `FROM quality_check c JOIN record r ON r.n = c.n JOIN json_each(c.errors) e
    LEFT JOIN record qr ON qr.id = c.round LEFT JOIN quality_round q ON q.n = qr.n LEFT JOIN record dr ON dr.id = c.document
    WHERE c.removed = 0 AND c.done = 1 AND (@round IS NULL OR c.round = @round)${access.visible('coalesce(dr.n, 0)', 'archiveDocument')}`;
  const list = (round: string | null, limit: number): Row[] =>
    db
      .prepare<[{ round: string | null; limit: number }], Row>(
        `SELECT r.id AS checkId, e.value ->> 'id' AS itemId,
      c.round AS roundId, coalesce(q.level, '') AS level, c.document AS documentId, e.value ->> 'field' AS field, e.value ->> 'kind' AS kind,
      e.value ->> 'from' AS "from", e.value ->> 'to' AS "to", c.checked_by AS foundBy, e.value ->> 'madeBy' AS madeBy, c.checked_at AS at
    ${where()} ORDER BY c.checked_at DESC, c.n DESC LIMIT @limit`,
      )
      .all({ round, limit });
  const count = (round: string | null): number =>
    db.prepare<[{ round: string | null }], number>(`SELECT count(*) ${where()}`).pluck().get({ round }) ?? 0;
  const titleOf = (id: string | null): string => (id === null ? '' : (records.titleOf(id) ?? ''));
  return {
    list: (roundId: string | undefined, limit: number): { errors: QualityError[]; total: number } => {
      const round = roundId ?? null;
      return {
        total: count(round),
        errors: list(round, limit).map((row) => ({
          ...row,
          place: titleOf(row.roundId),
          document: titleOf(row.documentId),
          from: row.from ?? '',
          to: row.to ?? '',
          foundBy: titleOf(row.foundBy),
          madeBy: titleOf(row.madeBy),
        })),
      };
    },
  };
}
