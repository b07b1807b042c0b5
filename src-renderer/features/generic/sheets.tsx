import type { ComponentType } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { today } from '../../components/day';
import { DecisionSheet } from '../discipline/decision-sheet';
import { PaperSheet } from '../documents/paper-sheet';
import { ConclusionSheet } from '../follow-up/conclusion-sheet';
import { DutyPanel } from '../follow-up/duty-panel';
import { MemberSheet } from '../organisations/member-sheet';
import { OrganisationSheet } from '../organisations/organisation-sheet';

export type Sheet = ComponentType<{ record: RecordView; titles: Readonly<Record<string, string>> }>;

/** What stands above the plain fields of a record where its type has more to say: rules applied, what follows, what can be done. */
export const sheets: Partial<Record<RecordTypeName, Sheet>> = {
  disciplinaryDecision: DecisionSheet,
  duty: ({ record }) => <DutyPanel id={record.id} today={today()} headless />,
  conclusion: ConclusionSheet,
  incomingDocument: PaperSheet,
  outgoingDocument: PaperSheet,
  partyMember: MemberSheet,
  organisation: OrganisationSheet,
};
