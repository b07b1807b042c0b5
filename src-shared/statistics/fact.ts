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
  /** What a click opens. */
  readonly record: RecordRef;
  /** Which of the facts of this record, where it makes several. */
  readonly part?: string;
  /** Person or organisation that it is about: id of the record, or words where none is linked. */
  readonly about: { readonly id?: string; readonly text?: string };
  /** The day that puts it into a period. */
  readonly day: Day;
  /** Organisation to which it belonged on that day. */
  readonly unit?: string;
  /** Codes by attribute; an attribute that is absent holds none. Facts with the same codes may share them; `unit` is not among them, see `codesOf`. */
  readonly codes: Codes;
  /** Amounts and counts that are summed, by name. */
  readonly figures?: Readonly<Record<string, number>>;
  /** Words for the lines of a list form that show text. */
  readonly texts?: Readonly<Record<string, string>>;
}

export type Codes = Readonly<Record<string, readonly string[]>>;

/** A record that was counted. Its id may be looked up only when it is asked for: most counts never do. */
export interface RecordRef {
  readonly type: RecordTypeName;
  readonly id: string;
  /** Number of the record in the store that it was read from, which tells records apart without their ids. */
  readonly n?: number;
}

/** Tells records of one type apart. */
export const recordKey = (record: RecordRef): string | number => record.n ?? record.id;

/** Unique among the facts of its source and the same in every period, so that what was sent can be compared with later truth. */
export const factKey = ({ record, part }: Fact): string => (part === undefined ? record.id : `${record.id}/${part}`);

/** Codes of one attribute; `unit` is the organisation that the fact belonged to. */
export const codesOf = ({ codes, unit }: Fact, attr: string): readonly string[] =>
  attr === 'unit' ? onlyCode(unit) : (codes[attr] ?? noCodes);

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
