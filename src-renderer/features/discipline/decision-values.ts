/** What a disciplinary decision holds, as the panels of this screen read it. */
export interface DecisionValues {
  readonly level?: string;
  readonly form?: string;
  readonly subjectKind?: string;
  readonly member?: string;
  readonly organisation?: string;
  readonly case?: string;
  readonly signedOn?: string;
  readonly announcedOn?: string;
  readonly receivedOn?: string;
  readonly effectiveOn?: string;
  readonly expiresOn?: string;
  readonly suspendedFrom?: string;
  readonly suspendedTo?: string;
  readonly violatedFrom?: string;
  readonly violatedTo?: string;
  readonly renewedOn?: string;
  readonly concludedOn?: string;
  readonly limitationExempt?: readonly string[];
  readonly votersTotal?: number;
  readonly votersPresent?: number;
  readonly secretBallot?: boolean;
  readonly votes?: readonly { readonly form?: string; readonly votes?: number }[];
  readonly complaints?: readonly Complaint[];
  readonly replacedBy?: string;
  readonly state?: string;
  readonly wrongful?: boolean;
  readonly wrongfulFoundOn?: string;
  readonly apologyOn?: string;
  readonly restoredOn?: string;
}

export interface Complaint {
  readonly id?: string;
  readonly receivedOn?: string;
  readonly body?: string;
  readonly dueOn?: string;
  readonly grounds?: readonly string[];
  readonly decidedOn?: string;
  readonly decision?: string;
  readonly result?: string;
  readonly cause?: string;
  readonly form?: string;
}
