import { describe, expect, test } from 'vitest';
import { recordType } from '#shared/records/registry';
import { recordTypeNames, type RecordTypeName } from '#shared/records/record-type-name';
import { isEligible, isSecrecyField } from '#shared/sync/eligible';

const records: Record<string, [RecordTypeName, Record<string, unknown>]> = {
  openFile: ['archiveFile', { secrecy: 'THUONG' }],
  secretFile: ['archiveFile', { secrecy: 'MAT' }],
  openDocument: ['archiveDocument', { secrecy: 'THUONG', file: 'openFile' }],
  documentOfSecretFile: ['archiveDocument', { secrecy: 'THUONG', file: 'secretFile' }],
  secretDocument: ['archiveDocument', { secrecy: 'TOI_MAT', file: 'openFile' }],
  unclassified: ['archiveDocument', { file: 'openFile' }],
  openPage: ['page', { document: 'openDocument' }],
  pageOfSecretFile: ['page', { document: 'documentOfSecretFile' }],
  pageOfSecretDocument: ['page', { document: 'secretDocument' }],
  secretCase: ['case', { secrecy: 'MAT' }],
  stepOfSecretCase: ['caseStep', { case: 'secretCase' }],
  checkOfStep: ['checklistItem', { step: 'stepOfSecretCase' }],
  conclusionOfSecretCase: ['conclusion', { secrecy: 'THUONG', case: 'secretCase' }],
  dutyOfConclusion: ['duty', { conclusion: 'conclusionOfSecretCase' }],
  decisionOfSecretCase: ['disciplinaryDecision', { secrecy: 'THUONG', case: 'secretCase' }],
  noteOnSecretPage: ['note', { about: 'pageOfSecretDocument' }],
  taskOnSecretCase: ['task', { about: 'secretCase' }],
  petitionOfSecretCase: ['petition', { secrecy: 'THUONG', case: 'secretCase' }],
  orphan: ['page', { document: 'elsewhere' }],
};
const lookup = (type: RecordTypeName, id: string) => (records[id]?.[0] === type ? records[id]?.[1] : undefined);
const eligible = (id: string) => isEligible(records[id]?.[0] ?? 'note', id, lookup);

describe('may leave a connected workstation', () => {
  test.each(['openFile', 'openDocument', 'openPage', 'unclassified', 'petitionOfSecretCase', 'orphan'])('%s', (id) =>
    expect(eligible(id)).toBe(true),
  );
});
describe('stays', () => {
  test.each([
    'secretFile',
    'documentOfSecretFile',
    'secretDocument',
    'pageOfSecretFile',
    'pageOfSecretDocument',
    'secretCase',
    'stepOfSecretCase',
    'checkOfStep',
    'conclusionOfSecretCase',
    'dutyOfConclusion',
    'decisionOfSecretCase',
    'noteOnSecretPage',
    'taskOnSecretCase',
  ])('%s', (id) => expect(eligible(id)).toBe(false));
});

test('whoever looks values up needs no other fields than those that are named', () => {
  for (const type of recordTypeNames) {
    const read = new Set<string>();
    const values = new Proxy({}, { get: (_, field) => void read.add(String(field)) });
    isEligible(type, 'x', () => values);
    expect([...read].filter((field) => field in recordType(type).fields && !isSecrecyField(type, field))).toEqual([]);
  }
});
