/** Names of all record types, in the order in which lists of types are shown. Never renamed, they travel in ops; never moved, their place stands in search indexes. */
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
  'numberRange',
  'instruction',
  'rulePack',
  'codeList',
  'bookUser',
  'workingCalendar',
  'committeePack',
] as const;

export type RecordTypeName = (typeof recordTypeNames)[number];
