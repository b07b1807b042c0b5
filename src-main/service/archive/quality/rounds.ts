import type { QualityRound } from '#shared/contract/window/quality';
import type { ArchiveScope } from '#shared/contract/window/verification';
import { permilleOf } from '#shared/quality/rates';
import type { Book } from '../../book/book';

/** Stands in a round for the files whose term or box nobody wrote down: an empty text is not kept. */
export const unnamed = '-';

type Row = Omit<QualityRound, 'title' | 'permille'>;

/** Rounds with what came of them so far. */
export function createRounds(book: Book) {
  const { db, records } = book;
  const select = `SELECT r.id, q.level, q.state, q.percent, q.accepted_permille AS acceptedPermille, q.seed, q.population, q.drawn,
      q.drawn_at AS drawnAt, q.drawn_by AS drawnBy, q.closed_at AS closedAt,
      coalesce(sum(c.done), 0) AS checked, coalesce(sum(CASE WHEN c.done THEN c.fields END), 0) AS fields,
      coalesce(sum(CASE WHEN c.done THEN json_array_length(c.errors) END), 0) AS errors
    FROM quality_round q JOIN record r ON r.n = q.n LEFT JOIN quality_check c ON c.round = r.id AND c.removed = 0
    WHERE q.removed = 0`;
  const all = db.prepare<[], Row>(`${select} GROUP BY q.n ORDER BY q.drawn_at DESC LIMIT 500`);
  const one = db.prepare<[string], Row>(`${select} AND r.id = ? GROUP BY q.n`);
  const view = (row: Row): QualityRound => ({
    ...row,
    title: records.titleOf(row.id) ?? '',
    drawnBy: records.titleOf(row.drawnBy) ?? '',
    permille: permilleOf(row.errors, row.fields),
  });
  return {
    all: (): QualityRound[] => all.all().map(view),
    one: (id: string): QualityRound | undefined => {
      const row = one.get(id);
      return row && view(row);
    },
    scopeOf: (id: string): ArchiveScope => {
      const values = records.get('qualityRound', id)?.values ?? {};
      const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
      const [fondsId, term, box, fileId] = [text('fonds'), text('term'), text('box'), text('file')];
      return {
        ...(fondsId !== undefined && { fondsId }),
        ...(term !== undefined && { term: term === unnamed ? '' : term }),
        ...(box !== undefined && { box: box === unnamed ? '' : box }),
        ...(fileId !== undefined && { fileId }),
      };
    },
  };
}
