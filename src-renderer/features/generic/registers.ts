import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Screen } from '../../app/navigation';

/** Which registers a screen of the generic kind holds; the first is shown when the address names none. */
export const registers: Partial<Record<Screen, readonly [RecordTypeName, ...RecordTypeName[]]>> = {
  discipline: ['disciplinaryDecision'],
  'follow-up': ['duty', 'conclusion'],
  tasks: ['task'],
  documents: ['incomingDocument', 'outgoingDocument', 'instruction'],
  organisations: ['organisation', 'partyMember'],
};
