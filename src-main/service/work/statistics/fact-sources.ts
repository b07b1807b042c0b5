import { tableName } from '#shared/records/columns';
import { recordType, type ValuesOfType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Fact, SourceName, Span } from '#shared/statistics/fact';
import { complaintFactsOfCases } from '#shared/statistics/facts/complaint-cases';
import { complaintFacts, disciplineFacts } from '#shared/statistics/facts/discipline';
import { conclusionFacts, dutyFacts, staffFacts } from '#shared/statistics/facts/follow-up';
import { inspectedFacts } from '#shared/statistics/facts/inspected';
import { petitionFacts } from '#shared/statistics/facts/petition';
import type { FactWorld, MemberValues, Stored } from '#shared/statistics/facts/world';
import type { Units } from '#shared/statistics/units';
import type { Book } from '../../book/book';
import { type CaseLinks, linkTypes, readLinks } from './read-links';
import { ahead, createReadAhead, type ReadAhead } from './read-ahead';
import { type Asked, readValues } from './read-values';

/** Where facts of one kind come from. */
export interface FactSource {
  /** Records that they are made of. */
  readonly type: RecordTypeName;
  /** Types of records that they depend on besides. */
  readonly also: readonly RecordTypeName[];
  all(): readonly Fact[];
  /** Those of cases of one type alone; absent where facts are not about cases. */
  ofType?(caseType: string): readonly Fact[];
  /** Those of the records with these numbers alone; absent where they are few and made together. */
  some?(numbers: readonly number[]): readonly Fact[];
}

export interface FactSources {
  readonly of: Readonly<Record<SourceName, FactSource>>;
  /** Drops the links that records of these types make. */
  forget(types: readonly RecordTypeName[]): void;
}

interface Ground {
  readonly book: Book;
  readonly span: Span;
  readonly units: Units;
  member(id: string): MemberValues | undefined;
  /** What is known already of all records. */
  readonly ahead: ReadAhead | undefined;
}

/** The sources of the facts of one period. */
export function createFactSources({ book, span, units, member, ahead: known }: Ground): FactSources {
  let links: CaseLinks | undefined;
  const linked = (): CaseLinks => (links ??= readLinks(book));
  const world: FactWorld = {
    span,
    units,
    member,
    concludedOn: (id) => linked().concludedOn(id),
    decisionsOf: (id) => linked().decisionsOf(id),
    get complaintCases() {
      return linked().complaintCases;
    },
  };
  const days = [span.from, span.to];
  const read = <N extends RecordTypeName>(asked: Asked<N>, more = '', ...params: string[]) =>
    readValues(book, { ...asked, where: `${asked.where}${more}` }, ...days, ...params);
  const source = <N extends RecordTypeName>(
    asked: Asked<N>,
    also: readonly RecordTypeName[],
    make: (rows: readonly Stored<ValuesOfType<N>>[]) => readonly Fact[],
  ): FactSource => ({
    type: asked.type,
    also: [...also, 'partyMember'],
    // Of those of all periods only those of this one make facts.
    all: () => make(known?.of(asked) ?? read(asked)),
    some: (numbers) => make(read(asked, ` AND "${tableName(recordType(asked.type))}".n IN (${numbers.join(', ')})`)),
  });
  const casesOfType = (caseType: string) =>
    known?.of(cases)?.filter(({ values }) => values.type === caseType) ?? read(cases, ' AND "case".type = ?', caseType);
  return {
    of: {
      inspected: {
        ...source(cases, ['conclusion', 'disciplinaryDecision'], (rows) => inspectedFacts(rows, world)),
        ofType: (caseType) => inspectedFacts(casesOfType(caseType), world),
      },
      discipline: source(decisions, [], (rows) => disciplineFacts(rows, world)),
      petition: source(petitions, [], (rows) => petitionFacts(rows, world)),
      duty: source(duties, [], (rows) => dutyFacts(rows, world)),
      conclusion: source(conclusions, [], (rows) => conclusionFacts(rows, world)),
      complaint: {
        type: 'disciplinaryDecision',
        also: ['case', 'petition', 'conclusion', 'partyMember'],
        all: () => [
          ...complaintFacts(readValues(book, { ...decisions, where: "coalesce(disciplinary_decision.complaints, '[]') <> '[]'" }), world),
          ...complaintFactsOfCases(casesOfType('GQ_KN'), world),
        ],
      },
      staff: { type: 'inspectionStaff', also: [], all: () => staffFacts(readValues(book, staff), world) },
    },
    forget: (types) => {
      if (types.some((type) => linkTypes.includes(type))) links = undefined;
    },
  };
}

// What facts are made of, and which records belong to a period: its first and last day are the parameters.

const cases: Asked<'case'> = {
  type: 'case',
  fields: [
    'type',
    'state',
    'inspectingBody',
    'detectionSource',
    'subjects',
    ['items', 'fieldMember', 'fieldOrganisation', 'conclusion'],
    'inspected',
    'finance',
    'figures',
    'outcome',
    'decisionOn',
    'announcedOn',
    'openedOn',
    'closedOn',
  ],
  where: 'coalesce("case".decision_on, "case".announced_on, "case".opened_on) BETWEEN ? AND ?',
  // Conclusions and decisions name their case by its id.
  ids: true,
  scan: true,
};

const decisions: Asked<'disciplinaryDecision'> = {
  type: 'disciplinaryDecision',
  fields: [
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
  where: 'disciplinary_decision.signed_on BETWEEN ? AND ?',
};

const petitions: Asked<'petition'> = {
  type: 'petition',
  fields: [
    'receivedOn',
    'kind',
    'petitionerKind',
    'signatureForm',
    'accusedMembers',
    'accusedOrganisations',
    'accusedText',
    'managedBy',
    ['items', 'field'],
    'complaintGrounds',
    'competentLevel',
    'classification',
    'handling',
    'closedOn',
    'answeredOn',
  ],
  where: 'petition.received_on BETWEEN ? AND ?',
};

const duties: Asked<'duty'> = {
  type: 'duty',
  fields: ['dueOn', 'organisation', 'member', 'kind', 'state', 'doneOn', 'assessment', 'risk', 'amount', 'amountDone'],
  where: 'duty.due_on BETWEEN ? AND ?',
};

const conclusions: Asked<'conclusion'> = {
  type: 'conclusion',
  fields: ['issuedOn', 'case', 'state', 'amountToRecover'],
  where: 'conclusion.issued_on BETWEEN ? AND ?',
};

const staff: Asked<'inspectionStaff'> = {
  type: 'inspectionStaff',
  fields: ['fullName', 'organisation', 'post', 'rank', 'birthYear', 'from', 'to', 'training', 'courses'],
};

/** Reads ahead what most facts are made of. */
export const readFactsAhead = (book: Book, firstPauseMilliseconds: number): ReadAhead =>
  createReadAhead(
    book,
    [ahead(petitions, 'receivedOn'), ahead(cases), ahead(duties, 'dueOn'), ahead(decisions, 'signedOn'), ahead(conclusions, 'issuedOn')],
    firstPauseMilliseconds,
  );

/** What facts of the main sources are read from. */
export const reads = { cases, decisions, petitions, duties, conclusions, staff } as const;
