import { recordType } from './registry';
import type { RecordTypeName } from './record-type-name';

/** What people do to many records of a type at once: who works on it, how far it is, until when, its tags. In the order of the choice. */
const fields: Partial<Record<RecordTypeName, readonly string[]>> = {
  petition: ['handler', 'state', 'dueOn', 'urgency', 'competentLevel', 'handling'],
  case: ['leader', 'monitor', 'state', 'programme', 'inspected'],
  disciplinaryDecision: ['state', 'announcedOn', 'managedBy'],
  duty: ['watchedBy', 'state', 'dueOn', 'risk', 'committeeMember', 'supervisingUnit'],
  conclusion: ['state', 'announcedOn'],
  task: ['assignee', 'state', 'dueOn', 'priority', 'participants'],
  incomingDocument: ['handler', 'dueOn', 'doneOn', 'receivedBy', 'urgency'],
  outgoingDocument: ['signer', 'keptAt', 'draftedBy', 'case'],
  organisation: ['state', 'term', 'parent', 'validTo'],
  partyMember: ['cell', 'state', 'managedBy'],
  archiveFile: ['keywords', 'retention', 'accessMode', 'language', 'purpose', 'term', 'store', 'shelf', 'box'],
  archiveDocument: ['keywords', 'topic', 'type', 'retention', 'accessMode', 'language'],
};

/** Fields of a type that can be changed in many records at once. */
export const manyFields = (type: RecordTypeName): readonly string[] => fields[type] ?? [];

/** Whether a field holds several values, so that one is added or taken. */
export const holdsSeveral = (type: RecordTypeName, field: string): boolean =>
  ['tags', 'codes', 'refs'].includes(recordType(type).fields[field]?.kind ?? '');
