/**
 * Official numbers: a field that must not hold the same number twice within a register. Two workstations that were offline may both have given
 * one; whoever merges finds it in the state (protocol, section 3), and a number range (number-range.ts) avoids it.
 */
import type { IntegerField } from './field';
import { recordType } from './registry';
import { recordTypeNames, type RecordTypeName } from './record-type-name';

export interface OfficialNumber {
  readonly type: RecordTypeName;
  readonly field: string;
  /** Fields whose values a register shares; '$year' is the year of the record (RecordType.yearField), '$secret' whether it stands in the register of secret papers. */
  readonly within: readonly string[];
  /** Code of the list numberRegister. */
  readonly register: string;
}

export const officialNumbers: readonly OfficialNumber[] = recordTypeNames.flatMap((type) =>
  Object.entries(recordType(type).fields).flatMap(([field, definition]) =>
    definition.kind === 'integer' && definition.official ? [{ type, field, ...definition.official }] : [],
  ),
);

export const officialNumber = (type: RecordTypeName, field: string): OfficialNumber | undefined =>
  officialNumbers.find((one) => one.type === type && one.field === field);

export type OfficialNumberRule = NonNullable<IntegerField['official']>;
