import type { Fact, SourceName, Span } from '#shared/statistics/fact';
import { complaintFactsOfCases } from '#shared/statistics/facts/complaint-cases';
import { complaintFacts, disciplineFacts } from '#shared/statistics/facts/discipline';
import { conclusionFacts, dutyFacts, staffFacts } from '#shared/statistics/facts/follow-up';
import { inspectedFacts } from '#shared/statistics/facts/inspected';
import { petitionFacts } from '#shared/statistics/facts/petition';
import type { CaseDecision, FactWorld, MemberValues } from '#shared/statistics/facts/world';
import { type Units, unitsOf } from '#shared/statistics/units';
import type { Book } from '../../book/book';
import { readValues } from './read-values';

/** The facts of a period of one book, made once per source; what changes in the book makes new ones. */
export interface Facts {
  readonly units: Units;
  of(source: SourceName): readonly Fact[];
}

interface Kept {
  readonly changes: number;
  readonly units: Units;
  readonly bySpan: Map<string, Facts>;
}
const kept = new WeakMap<Book, Kept>();
/** Periods kept at once: a form with the one before, and a year's quarters. */
const spansKept = 8;

export function gatherFacts(book: Book, span: Span): Facts {
  // Rows that this connection has written since it was opened: it alone writes to the book.
  const changes = book.db.prepare('SELECT total_changes()').pluck().get() as number;
  let known = kept.get(book);
  if (known === undefined || known.changes !== changes) {
    known = { changes, units: readUnits(book), bySpan: new Map() };
    kept.set(book, known);
  }
  const key = `${span.from}/${span.to}`;
  const before = known.bySpan.get(key);
  if (before) return before;
  const made = factsOfSpan(book, span, known.units);
  if (known.bySpan.size >= spansKept) known.bySpan.clear();
  known.bySpan.set(key, made);
  return made;
}

const readUnits = (book: Book): Units =>
  unitsOf(
    readValues(book, 'organisation', ['name', 'kind', 'parent', 'validFrom', 'validTo', 'state', 'lineage']).map(({ id, values }) => ({
      ...values,
      id,
      name: values.name ?? '',
      kind: values.kind ?? 'KHAC',
      state: values.state ?? '',
    })),
  );

function factsOfSpan(book: Book, span: Span, units: Units): Facts {
  const world = worldOf(book, span, units);
  const cases = lazy(() => readCases(book, span));
  const decisions = lazy(() => readDecisions(book, span));
  const made = new Map<SourceName, readonly Fact[]>();
  const make: Readonly<Record<SourceName, () => readonly Fact[]>> = {
    inspected: () => inspectedFacts(cases(), world()),
    discipline: () => disciplineFacts(decisions(), world()),
    complaint: () => [...complaintFacts(decisions(), world()), ...complaintFactsOfCases(cases(), world())],
    petition: () =>
      petitionFacts(
        readValues(
          book,
          'petition',
          [
            'receivedOn',
            'kind',
            'petitionerKind',
            'signatureForm',
            'accusedMembers',
            'accusedOrganisations',
            'accusedText',
            'managedBy',
            'items',
            'complaintGrounds',
            'competentLevel',
            'classification',
            'handling',
            'closedOn',
            'answeredOn',
          ],
          'petition.received_on BETWEEN ? AND ?',
          span.from,
          span.to,
        ),
        world(),
      ),
    duty: () =>
      dutyFacts(
        readValues(
          book,
          'duty',
          ['dueOn', 'organisation', 'member', 'kind', 'state', 'doneOn', 'assessment', 'risk', 'amount', 'amountDone'],
          'duty.due_on BETWEEN ? AND ?',
          span.from,
          span.to,
        ),
        world(),
      ),
    conclusion: () =>
      conclusionFacts(
        readValues(
          book,
          'conclusion',
          ['issuedOn', 'case', 'state', 'amountToRecover'],
          'conclusion.issued_on BETWEEN ? AND ?',
          span.from,
          span.to,
        ),
        world(),
      ),
    staff: () =>
      staffFacts(
        readValues(book, 'inspectionStaff', ['fullName', 'organisation', 'post', 'rank', 'birthYear', 'from', 'to', 'training', 'courses']),
        world(),
      ),
  };
  return {
    units,
    of: (source) => {
      const before = made.get(source);
      if (before) return before;
      const facts = make[source]();
      made.set(source, facts);
      return facts;
    },
  };
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const readCases = (book: Book, { from, to }: Span) =>
  readValues(
    book,
    'case',
    [
      'type',
      'state',
      'inspectingBody',
      'detectionSource',
      'subjects',
      'items',
      'inspected',
      'finance',
      'figures',
      'outcome',
      'decisionOn',
      'announcedOn',
      'openedOn',
      'closedOn',
    ],
    'coalesce("case".decision_on, "case".announced_on, "case".opened_on) BETWEEN ? AND ?',
    from,
    to,
  );

/** Those signed in the period, and those complained about, of which the complaint may be later than the decision. */
const readDecisions = (book: Book, { from, to }: Span) =>
  readValues(
    book,
    'disciplinaryDecision',
    [
      'signedOn',
      'subjectKind',
      'member',
      'organisation',
      'rank',
      'level',
      'form',
      'violationsMember',
      'violationsOrganisation',
      'legalHandling',
      'suspendedFrom',
      'administrativeHandling',
      'complaints',
    ],
    "(disciplinary_decision.signed_on BETWEEN ? AND ? OR coalesce(disciplinary_decision.complaints, '[]') <> '[]')",
    from,
    to,
  );

function worldOf(book: Book, span: Span, units: Units): () => FactWorld {
  return lazy(() => {
    const members = new Map<string, MemberValues | undefined>();
    const one = book.db.prepare<[string], [string | null, string | null, string | null, string | null, string | null]>(
      'SELECT full_name, cell, cell_history, managed_by, committee_member_of FROM party_member WHERE n = (SELECT n FROM record WHERE id = ?)',
    );
    const concluded = book.db
      .prepare<[], [string, string]>(
        'SELECT "case", min(issued_on) FROM conclusion WHERE removed = 0 AND "case" IS NOT NULL GROUP BY "case"',
      )
      .raw()
      .all();
    const conclusions = new Map(concluded);
    const decisions = new Map<string, CaseDecision[]>();
    const complaintCases = new Set<string>();
    const rows = book.db
      .prepare<
        [],
        {
          readonly of: string | null;
          readonly subject: string | null;
          readonly signed_on: string;
          readonly complaint: string | null;
          readonly complaints: string | null;
        }
      >(
        'SELECT "case" AS "of", coalesce(member, organisation) AS subject, signed_on, complaint, complaints FROM disciplinary_decision WHERE removed = 0',
      )
      .all();
    for (const { of, subject, signed_on, complaint, complaints } of rows) {
      if (of !== null && subject !== null) decisions.set(of, [...(decisions.get(of) ?? []), { subject, signedOn: signed_on }]);
      if (complaint !== null && complaints !== null && complaints !== '[]') complaintCases.add(complaint);
    }
    // The decision may name the letter of complaint and not the case that handles it.
    for (const [caseId, petition] of book.db
      .prepare<[], [string, string]>(
        'SELECT "case", record.id FROM petition JOIN record USING (n) WHERE petition.removed = 0 AND petition."case" IS NOT NULL',
      )
      .raw()
      .all())
      if (complaintCases.has(petition)) complaintCases.add(caseId);
    return {
      span,
      units,
      complaintCases,
      concludedOn: (id) => conclusions.get(id),
      decisionsOf: (id) => decisions.get(id) ?? [],
      member: (id) => {
        if (!members.has(id)) {
          const row = one.raw().get(id);
          members.set(id, row && memberOf(row));
        }
        return members.get(id);
      },
    };
  });
}

const memberOf = ([fullName, cell, cellHistory, managedBy, committeeMemberOf]: [
  string | null,
  string | null,
  string | null,
  string | null,
  string | null,
]): MemberValues => ({
  fullName,
  cell,
  managedBy,
  cellHistory: cellHistory === null ? null : (JSON.parse(cellHistory) as MemberValues['cellHistory']),
  committeeMemberOf: committeeMemberOf === null ? null : (JSON.parse(committeeMemberOf) as MemberValues['committeeMemberOf']),
});
