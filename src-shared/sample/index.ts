/** The fictional commune Tân Thượng, province Quảng Hòa: for practice, tests and measurements. No person or place is real. */
import { daysBetween } from '../rules/day';
import { archiveRecords } from './archive';
import { caseRecords } from './case-records';
import { planCases, type CaseWorld, type PlannedCase } from './case-planning';
import { ConclusionWriter } from './conclusions';
import { decisionRecord, planDecisions } from './discipline';
import { idMaker } from './ids';
import { memberRecord, planMembers } from './members';
import { incomingRecords, noteRecords, planOfficeDocuments, taskRecords } from './office';
import { organisationRecord, planOrganisations } from './organisations';
import { outgoingRecord, OutgoingRegister } from './outgoing';
import { pageTextBatches } from './page-texts';
import { petitionRecord, planPetitions, type PlannedPetition } from './petitions';
import { merger, term } from './places';
import { createRandom } from './random';
import type { SampleOptions, SampleRecord } from './sample-record';

export type { SampleOptions, SampleRecord } from './sample-record';

/**
 * Yields the records in batches of at most a few hundred. A record names only records of its own batch or of earlier ones, so that
 * each batch can be saved in one transaction.
 * @throws RangeError when `today` lies before 2025-11-01
 */
export function* sampleCommune({ seed, today, size = 1, cases: caseCount, pageTexts = 0 }: SampleOptions): Generator<SampleRecord[]> {
  if (today < '2025-11-01') throw new RangeError('the sample commune needs a day after 2025-10-31');
  const root = createRandom(seed);
  const days = daysBetween(merger.firstDay, today);
  const scaled = (count: number): number => Math.max(1, Math.round(count * size));
  const ids = (part: string) => idMaker(root.fork(`ids of ${part}`));

  const tree = planOrganisations(root.fork('organisations'), ids('organisations'), size);
  const members = planMembers(root.fork('members'), ids('members'), tree, scaled(400));
  const register = new OutgoingRegister(ids('documents'));
  const world: CaseWorld = { random: root.fork('cases'), makeId: ids('cases'), today, members, cells: tree.cells, register };
  const cases = planCases(world, caseCount ?? scaled(60), days);
  const petitionWorld = { random: root.fork('petitions'), makeId: ids('petitions'), today, members, cells: tree.cells };
  const ofCases = cases.filter(({ type }) => type === 'GQ_TC' || type === 'GQ_KN').length;
  const petitions = planPetitions(petitionWorld, cases, Math.max(10, scaled(140) - (caseCount === undefined ? ofCases : 0)), days);
  const decisions = planDecisions(world, cases, scaled(9), days);
  const office = { random: root.fork('office'), makeId: ids('office'), today, cells: tree.cells };
  planOfficeDocuments(office, register, scaled(70), days);
  register.number();

  yield tree.nodes.map(organisationRecord);
  const memberRandom = root.fork('member details');
  const makeMemberId = ids('member details');
  yield* inBatches(members.map((member) => memberRecord(memberRandom, makeMemberId, member, today)));

  const archive = archiveRecords(root.fork('archive'), ids('archive'), tree, size);
  for (const batch of archive.batches) yield* inBatches(batch);

  const petitionsOf = new Map<PlannedCase, PlannedPetition[]>();
  for (const petition of petitions)
    if (petition.case) petitionsOf.set(petition.case, [...(petitionsOf.get(petition.case) ?? []), petition]);
  const conclusions = new ConclusionWriter(world);
  yield* gathered(
    mapped(cases, (one) => {
      const linked = petitionsOf.get(one) ?? [];
      const filed = one.state === 'LUU_HO_SO' ? caseFile(world, one, archive.currentFonds) : undefined;
      return [
        ...(filed ? [filed] : []),
        ...caseRecords(world, one, {
          ...(filed ? { archiveFile: filed.id } : {}),
          ...(linked.length > 0 ? { petitions: linked.map(({ id }) => id) } : {}),
        }),
        ...linked.map((petition) => petitionRecord(petitionWorld, petition)),
        ...conclusions.records(one),
      ];
    }),
  );
  yield* inBatches(petitions.filter((petition) => !petition.case).map((petition) => petitionRecord(petitionWorld, petition)));

  const caseOfDocument = new Map(decisions.map((decision) => [decision.document, decision.case?.id]));
  const ofCaseDocuments = new Set(cases.flatMap(({ decision, plan, notice }) => [decision, plan, notice]));
  yield* inBatches(
    register.documents
      .filter((document) => !ofCaseDocuments.has(document))
      .map((document) => outgoingRecord(document, caseOfDocument.get(document))),
  );
  yield* inBatches(decisions.map((decision) => decisionRecord(world, decision)));
  yield* inBatches(incomingRecords(office, scaled(120), days));
  const about = [...cases.slice(-40), ...petitions.slice(-40)].map(({ id }) => id);
  yield* inBatches([...taskRecords(office, about, scaled(36)), ...noteRecords(office, about, scaled(30))]);
  yield* pageTextBatches(root.fork('pages'), ids('pages'), archive.currentFonds, pageTexts, today);
}

function caseFile({ makeId }: CaseWorld, one: PlannedCase, fonds: string): SampleRecord {
  const closed = one.closedOn ?? one.dueOn;
  return {
    type: 'archiveFile',
    id: makeId(closed),
    values: {
      code: `TTH.${closed.slice(0, 4)}.${one.code.replace('/', '.')}`,
      title: `${one.code}: ${one.name}`,
      fonds,
      term,
      startDate: one.openedOn,
      endDate: closed,
      retention: one.type.includes('DHVP') || one.type === 'THKL' || one.type.startsWith('GQ_') ? '01' : '05',
      accessMode: '02',
      secrecy: 'THUONG',
      state: 'CHUA_QUET',
      store: 'Kho 1',
      shelf: 'Giá 1',
      box: '01',
      inventory: '01',
      fileNumber: one.code.split('/')[0],
      language: '01',
      trustLevel: '03',
    },
  };
}

const batchSize = 250;

const inBatches = (records: readonly SampleRecord[]): Generator<SampleRecord[]> => gathered(mapped(records, (record) => [record]));

/** Made one by one as they are asked for, so that a large committee needs no more memory than its plan. */
function* mapped<T, R>(items: readonly T[], make: (item: T) => R): Generator<R> {
  for (const item of items) yield make(item);
}

/** Joins groups that must stay together into batches. */
function* gathered(groups: Iterable<readonly SampleRecord[]>): Generator<SampleRecord[]> {
  let batch: SampleRecord[] = [];
  for (const group of groups) {
    batch.push(...group);
    if (batch.length >= batchSize) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
