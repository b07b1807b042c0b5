/**
 * What statistics count. A fact is one countable thing: one person or organisation that was inspected in a case, one decision, one petition.
 * Facts are made from records (facts/), and carry everything that a counting rule asks for as plain codes, so that one engine counts all
 * forms and can name the facts behind every figure.
 */
import type { Day } from '../rules/day';
import type { RecordTypeName } from '../records/record-type-name';

/** Where facts come from; one form counts one of these, a line of a list form may name another. */
export const sources = ['inspected', 'discipline', 'complaint', 'petition', 'staff', 'duty', 'conclusion'] as const;
export type SourceName = (typeof sources)[number];

export interface Fact {
  /** Unique among the facts of its source and the same in every period, so that what was sent can be compared with later truth. */
  readonly key: string;
  /** What a click opens. */
  readonly record: { readonly type: RecordTypeName; readonly id: string };
  /** Person or organisation that it is about: id of the record, or words where none is linked. */
  readonly about: { readonly id?: string; readonly text?: string };
  /** The day that puts it into a period. */
  readonly day: Day;
  /** Organisation to which it belonged on that day. */
  readonly unit?: string;
  /** Codes by attribute; an attribute that is absent holds none. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** Amounts and counts that are summed, by name. */
  readonly figures?: Readonly<Record<string, number>>;
  /** Words for the lines of a list form that show text. */
  readonly texts?: Readonly<Record<string, string>>;
}

const ofOne = new Map<string, readonly string[]>();

/** The code alone, or none: the same list for the same code, for thousands of facts hold the same few. */
export function onlyCode(code: string | null | undefined): readonly string[] {
  if (!code) return noCodes;
  const known = ofOne.get(code);
  if (known) return known;
  const made = [code];
  ofOne.set(code, made);
  return made;
}
const noCodes: readonly string[] = [];

/** From the first to the last day, both included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

export const within = (day: Day | null | undefined, { from, to }: Span): boolean =>
  day !== null && day !== undefined && day >= from && day <= to;
