/**
 * Which records may leave a workstation: the one rule of secrecy in sync. A record above THUONG never enters a batch or bundle unless
 * {@link travelsClosed}, and neither does what belongs to it: documents and pages of such a file, steps and notes of such a case.
 */
import { recordType } from '../records/registry';
import type { RecordTypeName } from '../records/record-type-name';

/** Present values of a record, or undefined when it is not known here. */
export type ValuesLookup = (type: RecordTypeName, id: string) => Readonly<Record<string, unknown>> | undefined;

/** References by which a record belongs to another and shares its secrecy. Types belong upwards only, so the way always ends. */
export const ownerFields: Partial<Record<RecordTypeName, readonly string[]>> = {
  page: ['document'],
  archiveDocument: ['file'],
  caseStep: ['case'],
  checklistItem: ['case', 'step'],
  conclusion: ['case'],
  duty: ['conclusion'],
  disciplinaryDecision: ['case'],
  task: ['about'],
  note: ['about'],
  accessRule: ['about'],
  dataErasure: ['about'],
};

/** Both ends of the way, by whether they have a network; the hub as the workstation's certificate names it. */
export interface Way {
  readonly workstation: 'connected' | 'standalone';
  readonly hub: 'connected' | 'standalone';
}

/** Whether papers above THUONG may travel: only between a workstation and a hub that both have no network, and so by stick. */
export const travelsClosed = ({ workstation, hub }: Way): boolean => workstation === 'standalone' && hub === 'standalone';

/** Level of a paper that may travel. */
export const openLevel = 'THUONG' as const;

/** A file whose level nobody decided yet, or a document on which a mark of secrecy was found and not answered, waits for a person. */
const isInDoubt = (type: RecordTypeName, values: Readonly<Record<string, unknown>>): boolean =>
  (type === 'archiveFile' && values['secrecyState'] === 'CHO_HUONG_DAN') ||
  (type === 'archiveDocument' && values['secrecyAlarm'] === 'NGHI_MAT');

/** Whether {@link isEligible} looks at this field of a record: whoever looks values up may leave the others out. */
export const isSecrecyField = (type: RecordTypeName, field: string): boolean =>
  field === 'secrecy' || field === 'secrecyState' || field === 'secrecyAlarm' || (ownerFields[type] ?? []).includes(field);

export function isEligible(type: RecordTypeName, id: string, lookup: ValuesLookup): boolean {
  const values = lookup(type, id);
  if (!values) return true; // not here: whoever holds it decides
  const level = values['secrecy'];
  if (level !== undefined && level !== null && level !== openLevel) return false;
  if (isInDoubt(type, values)) return false;
  return (ownerFields[type] ?? []).every((name) => {
    const owner = values[name];
    const field = recordType(type).fields[name];
    if (typeof owner !== 'string' || field?.kind !== 'ref') return true;
    return field.to.every((ownerType) => isEligible(ownerType, owner, lookup));
  });
}
