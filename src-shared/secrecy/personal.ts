/**
 * Which fields of a record tell who somebody is, beyond what registers and statistics need. Removing them when the law asks for it (Luật
 * Bảo vệ dữ liệu cá nhân 91/2025/QH15; what it asks of Party bodies is not settled in our sources, so a person decides each time) leaves
 * codes, days and numbers, from which the statistics are counted.
 */
import { label, type Label } from '../records/label';
import type { RecordTypeName } from '../records/record-type-name';

export const personalFields: Partial<Record<RecordTypeName, readonly string[]>> = {
  petition: ['senderName', 'senderBirthYear', 'senderCitizenId', 'senderPhone', 'senderAddress', 'senderOccupation', 'senderMembership'],
  partyMember: [
    'fullName',
    'otherName',
    'birthDate',
    'ethnicity',
    'religion',
    'homeTown',
    'citizenId',
    'cardNumber',
    'fileNumber',
    'education',
    'occupation',
    'remark',
  ],
};

/** What stands in place of a name without which the record could not be kept. */
export const erasedName: Label = label('(đã xóa theo yêu cầu)', '(removed on request)');

/** Fields of archive records that hold what the papers say. They go with the papers; title, number, dates and counts stay as proof. */
export const destroyedFields: Partial<Record<RecordTypeName, readonly string[]>> = {
  page: ['rawText', 'machineText', 'correctedText', 'sourceName'],
  archiveDocument: [
    'sourceName',
    'signer',
    'signerPost',
    'authority',
    'place',
    'recipients',
    'handwriting',
    'keywords',
    'topic',
    'remark',
    'confirmations',
    'secrecyAlarmNote',
  ],
  archiveFile: ['handwriting', 'annotation', 'remark', 'keywords', 'informationSign'],
  note: ['text', 'author'],
};
