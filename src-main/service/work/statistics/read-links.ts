import type { RecordTypeName } from '#shared/records/record-type-name';
import type { CaseDecision, FactWorld } from '#shared/statistics/facts/world';
import type { Book } from '../../book/book';

/** What cases are linked with, read at the first question. */
export type CaseLinks = Pick<FactWorld, 'concludedOn' | 'decisionsOf' | 'complaintCases'>;

/** Types of which the links are made. */
export const linkTypes: readonly RecordTypeName[] = ['conclusion', 'disciplinaryDecision', 'petition'];

export function readLinks(book: Book): CaseLinks {
  let concluded: ReadonlyMap<string, string> | undefined;
  let decided: Decided | undefined;
  return {
    concludedOn: (id) => (concluded ??= readConcluded(book)).get(id),
    decisionsOf: (id) => (decided ??= readDecided(book)).decisions.get(id) ?? [],
    get complaintCases() {
      return (decided ??= readDecided(book)).complaintCases;
    },
  };
}

/** Day of the first notice of conclusion of each case. */
const readConcluded = ({ db }: Book): ReadonlyMap<string, string> =>
  new Map(
    db
      .prepare<[], [string, string]>(
        'SELECT "case", min(issued_on) FROM conclusion WHERE removed = 0 AND "case" IS NOT NULL GROUP BY "case"',
      )
      .raw()
      .all(),
  );

interface Decided {
  readonly decisions: ReadonlyMap<string, readonly CaseDecision[]>;
  /** Cases whose complaint stands with the decision that it is about. */
  readonly complaintCases: ReadonlySet<string>;
}

interface DecisionRow {
  readonly of: string | null;
  readonly subject: string | null;
  readonly signed_on: string;
  readonly complaint: string | null;
  readonly complaints: string | null;
}

function readDecided({ db }: Book): Decided {
  const decisions = new Map<string, CaseDecision[]>();
  const complaintCases = new Set<string>();
  const rows = db
    .prepare<[], DecisionRow>(
      'SELECT "case" AS "of", coalesce(member, organisation) AS subject, signed_on, complaint, complaints FROM disciplinary_decision WHERE removed = 0',
    )
    .all();
  for (const { of, subject, signed_on, complaint, complaints } of rows) {
    if (of !== null && subject !== null) {
      const there = decisions.get(of);
      if (there) there.push({ subject, signedOn: signed_on });
      else decisions.set(of, [{ subject, signedOn: signed_on }]);
    }
    if (complaint !== null && complaints !== null && complaints !== '[]') complaintCases.add(complaint);
  }
  // The decision may name the letter of complaint and not the case that handles it.
  if (complaintCases.size > 0)
    for (const [caseId, petition] of db
      .prepare<[], [string, string]>(
        'SELECT "case", record.id FROM petition JOIN record USING (n) WHERE petition.removed = 0 AND petition."case" IS NOT NULL',
      )
      .raw()
      .all())
      if (complaintCases.has(petition)) complaintCases.add(caseId);
  return { decisions, complaintCases };
}
