import { accessRule } from './access-rule';
import { archiveDocument } from './archive-document';
import { archiveFile } from './archive-file';
import { archiveFonds } from './archive-fonds';
import { bookUser } from './book-user';
import { branchReport } from './branch-report';
import { caseRecord } from './case';
import { caseStep } from './case-step';
import { codeList } from './code-list';
import { checklistItem } from './checklist-item';
import { committeePack } from './committee-pack';
import { conclusion } from './conclusion';
import { dataErasure } from './data-erasure';
import { disciplinaryDecision } from './disciplinary-decision';
import { incomingDocument, outgoingDocument } from './documents';
import { disposal } from './disposal';
import { duty } from './duty';
import { inspectionStaff } from './inspection-staff';
import { instruction } from './instruction';
import { note } from './note';
import { numberRange } from './number-range';
import { organisation } from './organisation';
import { page } from './page';
import { paperTemplate } from './paper-template';
import { partyMember } from './party-member';
import { petition } from './petition';
import { qualityCheck } from './quality-check';
import { qualityRound } from './quality-round';
import type { RecordType, ValuesOf } from './record-type';
import type { RecordTypeName } from './record-type-name';
import { rulePack } from './rule-pack';
import { statForm } from './stat-form';
import { statSnapshot } from './stat-snapshot';
import { secrecyApproval } from './secrecy-approval';
import { task } from './task';
import { workingCalendar } from './working-calendar';

/** Every record type of the system: the single source of fields for schema, store, sync, search, CLI, lists and forms. */
export const recordTypes = {
  organisation,
  partyMember,
  petition,
  case: caseRecord,
  caseStep,
  checklistItem,
  conclusion,
  duty,
  disciplinaryDecision,
  incomingDocument,
  outgoingDocument,
  task,
  archiveFonds,
  archiveFile,
  archiveDocument,
  page,
  note,
  numberRange,
  instruction,
  rulePack,
  codeList,
  bookUser,
  workingCalendar,
  committeePack,
  inspectionStaff,
  statSnapshot,
  statForm,
  branchReport,
  paperTemplate,
  secrecyApproval,
  qualityRound,
  qualityCheck,
  accessRule,
  disposal,
  dataErasure,
} as const satisfies Record<RecordTypeName, unknown>;

export type RecordTypes = typeof recordTypes;
export type ValuesOfType<N extends RecordTypeName> = ValuesOf<RecordTypes[N]['fields']>;

/** The definition of a type that is known at run time only. */
export const recordType = (name: RecordTypeName): RecordType => recordTypes[name] as unknown as RecordType;

export const isRecordTypeName = (name: string): name is RecordTypeName => Object.hasOwn(recordTypes, name);

/** Types that the hub alone writes (protocol, section 9). */
export const isHubAuthored = (name: string): boolean => isRecordTypeName(name) && recordType(name).author === 'hub';
