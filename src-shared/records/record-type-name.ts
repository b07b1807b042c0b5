/** Names of all record types, in the order in which lists of types are shown. Never renamed: they travel in ops. */
export const recordTypeNames = [
  'organisation',
  'partyMember',
  'petition',
  'case',
  'caseStep',
  'checklistItem',
  'conclusion',
  'duty',
  'disciplinaryDecision',
  'incomingDocument',
  'outgoingDocument',
  'task',
  'archiveFonds',
  'archiveFile',
  'archiveDocument',
  'page',
  'note',
] as const;

export type RecordTypeName = (typeof recordTypeNames)[number];
