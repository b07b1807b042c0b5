import type { ComponentType } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { DecisionRow } from '../discipline/decision-row';
import { PaperRow } from '../documents/paper-row';
import { RegisterRow } from './register-row';

export type Row = ComponentType<{ record: RecordView; titles: Readonly<Record<string, string>> }>;

/** Rows that say more than number, title and state, as the book on paper of their type does. */
const rows: Partial<Record<RecordTypeName, Row>> = {
  disciplinaryDecision: DecisionRow,
  incomingDocument: PaperRow,
  outgoingDocument: PaperRow,
};

export const rowOf = (type: RecordTypeName): Row => rows[type] ?? RegisterRow;
