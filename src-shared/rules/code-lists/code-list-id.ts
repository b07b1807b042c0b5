/** Names of all code lists. The lists themselves are data beside this file; a committee may add its own values. */
export const codeListIds = [
  'organisationKind', 'organisationForm', 'organisationState', 'lineageKind', 'gender', 'memberKind', 'memberState', 'managementLevel', 'committeeLevel',
  'petitionKind', 'petitionSource', 'signatureForm', 'petitionClassification', 'petitionHandling', 'petitionState', 'denunciationConclusion',
  'violationMember', 'violationOrganisation', 'secrecy', 'urgency',
  'caseType', 'caseState', 'inspectingBody', 'detectionSource', 'subjectRole', 'teamRole', 'stepPhase', 'stepState', 'checklistState', 'caseOutcome', 'conclusionState',
  'dutyKind', 'dutyState', 'dutyAssessment',
  'disciplineForm', 'disciplineLevel', 'disciplineSubject', 'disciplineState', 'legalHandling', 'mitigatingFactor', 'aggravatingFactor',
  'documentType', 'copyKind', 'taskState', 'priority',
  'retention', 'accessMode', 'language', 'physicalState', 'trustLevel', 'archiveFileState', 'verificationState', 'digitisationPurpose', 'pageState', 'textSource', 'noteKind',
] as const;

export type CodeListId = (typeof codeListIds)[number];
