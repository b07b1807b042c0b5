/** What each field means and by which rule it is filled, in a sentence or two: shown by F1 and the question mark of the form. */
import type { Label } from '../label';
import type { RecordTypeName } from '../record-type-name';
import { recordType } from '../registry';
import { archiveDocumentHelp, archiveFileHelp } from './archive';
import { caseHelp, caseStepHelp } from './case';
import { commonHelp } from './common';
import { disciplineHelp } from './discipline';
import { incomingHelp, outgoingHelp } from './documents';
import { conclusionHelp, dutyHelp, taskHelp } from './follow-up';
import { petitionHelp } from './petition';
import { memberHelp, organisationHelp } from './registers';

export type FieldHelp = Readonly<Record<string, Label>>;

const byType: Partial<Record<RecordTypeName, FieldHelp>> = {
  petition: petitionHelp,
  case: caseHelp,
  caseStep: caseStepHelp,
  conclusion: conclusionHelp,
  duty: dutyHelp,
  disciplinaryDecision: disciplineHelp,
  incomingDocument: incomingHelp,
  outgoingDocument: outgoingHelp,
  task: taskHelp,
  organisation: organisationHelp,
  partyMember: memberHelp,
  archiveFile: archiveFileHelp,
  archiveDocument: archiveDocumentHelp,
};

/** Types of which every field is explained; a test holds them to it. */
export const explainedTypes = Object.keys(byType) as RecordTypeName[];

/** Undefined for a field whose label says everything. */
export function helpOf(type: RecordTypeName, field: string): Label | undefined {
  return recordType(type).fields[field]?.help ?? byType[type]?.[field] ?? (byType[type] && commonHelp[field]);
}
