/**
 * Columns of the tables of the record types as migration 001 made them. Frozen: a field that comes later is added by a later
 * migration. Of each type the names of its TEXT and INTEGER columns; every table has also n (row of the record) and removed.
 */
export const columns001: Readonly<Record<string, { readonly text: readonly string[]; readonly integer: readonly string[] }>> = {
  organisation: {
    text: ['name kind form code short_name parent valid_from valid_to state lineage term secretary deputy_secretary remark'],
    integer: ['official_members probationary_members exempt_members temporary_members'],
  },
  party_member: {
    text: [
      'full_name other_name birth_date gender ethnicity religion home_town citizen_id card_number file_number admitted_on official_on kind cell cell_history',
      'state party_post government_post union_post managed_by committee_member_of education occupation remark',
    ],
    integer: [],
  },
  petition: {
    text: [
      'received_on kind source written_on postmark_on forwarded_by forwarding_number forwarding_date secrecy urgency sender_name sender_birth_year',
      'sender_citizen_id sender_phone sender_address sender_occupation sender_membership signature_form accused_members accused_organisations accused_text',
      'accused_post managed_by summary items attachments duplicate_of classification classification_reason handling handler due_on case handling_documents',
      'state result answered_on closed_on',
    ],
    integer: ['number signers page_count sender_informed'],
  },
  case: {
    text: [
      'code type name state inspecting_body detection_source programme term secrecy rule_pack subjects content items legal_bases petitions documents',
      'period_from period_to opened_on decision_number decision_on plan_number announced_on due_on due_source extensions current_step leader team outcome',
      'outcome_text closed_on archive_file previous_case',
    ],
    integer: ['duration_days'],
  },
  case_step: {
    text: ['case phase name state started_on due_on finished_on responsible remark'],
    integer: ['order'],
  },
  checklist_item: {
    text: ['case step name document_type state due_on done_on responsible document remark'],
    integer: ['order required'],
  },
  conclusion: {
    text: ['number issued_on subject case signer announced_on secrecy state outcome strengths shortcomings items document remark'],
    integer: ['amount_to_recover'],
  },
  duty: {
    text: ['name conclusion basis kind organisation member due_on state evidence watched_by confirmed_by done_on assessment remark'],
    integer: ['amount progress'],
  },
  disciplinary_decision: {
    text: [
      'number signed_on decided_by level form summary case secrecy subject_kind member organisation post_at_violation post_at_decision managed_by',
      'violations_member violations_organisation violation_text violated_from violated_to provisions mitigating aggravating votes effective_on announced_on',
      'announcement_minutes state administrative_handling legal_handling suspended_from suspended_to complaint replaced_by expires_on apology_on restored_on',
      'remark',
    ],
    integer: ['voters_total voters_present wrongful'],
  },
  incoming_document: {
    text: [
      'arrived_on issuer symbol document_date type subject secrecy urgency due_on handler instruction done_on case archive_document remark',
    ],
    integer: ['arrival_number copies pages'],
  },
  outgoing_document: {
    text: [
      'symbol issued_on term type subject signer signer_post recipients secrecy urgency drafted_by case answers archive_document remark',
    ],
    integer: ['number copies'],
  },
  task: {
    text: ['name assignee assigned_by start_on due_on state priority about done_on remark'],
    integer: [],
  },
  archive_fonds: {
    text: ['code name organisation archive_code from to store lists access_mode unit_history fonds_history old_code'],
    integer: ['closed shelf_metres'],
  },
  archive_file: {
    text: [
      'code title fonds term start_date end_date retention access_mode secrecy state store shelf box inventory file_number paper_code old_code language',
      'physical_state trust_level purpose keywords information_sign handwriting annotation remark',
    ],
    integer: ['documents sheets pages backup'],
  },
  archive_document: {
    text: [
      'file doc_id archive_code source_name type number symbol issued_on issuer subject signer signer_post secrecy urgency copy_kind verification topic',
      'period language retention access_mode trust_level physical_state information_sign handwriting keywords remark',
    ],
    integer: ['order from_page page_count file_count backup'],
  },
  page: {
    text: ['document image mime source_name state text_source raw_text corrected_text'],
    integer: ['order bytes width height dpi source_index confidence rotation'],
  },
  note: {
    text: ['about kind text author'],
    integer: [],
  },
};
