/**
 * A statistics form as data: rows times columns times one counting rule. Nothing in it is code, so that a committee can mend labels and
 * rules, and a province can send its own form.
 */
import type { SourceName } from './fact';

/** Holds for a fact one of whose codes of `attr` is among `any`, or none of them among `none`. */
export type Condition =
  | { readonly attr: string; readonly any: readonly string[] }
  | { readonly attr: string; readonly none: readonly string[] };

/**
 * What a cell shows of the facts that meet its conditions: how many (absent), how many records stand behind them, the sum of a figure
 * divided by `per`, or their texts.
 */
export type Measure = 'records' | { readonly sum: string; readonly per?: number } | { readonly text: string };

export interface Rule {
  readonly where?: readonly Condition[];
  readonly measure?: Measure;
}

export interface StatColumn extends Rule {
  /** Unique within the form; checks and settings name it. */
  readonly key: string;
  readonly label: string;
  /** For the narrow heads of a printed form. */
  readonly short?: string;
}

export interface ColumnGroup {
  readonly label: string;
  readonly columns: readonly (StatColumn | ColumnGroup)[];
}

export interface StatRow extends Rule {
  readonly key: string;
  /** TT: I, 1, a. */
  readonly mark: string;
  readonly label: string;
  readonly weight?: 'group' | 'total';
  /** Another source than the form's (lines of list forms). */
  readonly source?: SourceName;
  /** Said beside the row: where it comes from, what is not settled. */
  readonly note?: string;
}

/**
 * partition: the parts add up to the whole. multi: a fact may stand in several parts, so their sum may exceed the whole. chain: none is
 * larger than the one before.
 */
export type FormCheck =
  | { readonly kind: 'partition' | 'multi'; readonly what: string; readonly whole: string; readonly parts: readonly string[] }
  | { readonly kind: 'chain'; readonly keys: readonly string[] };

export interface StatForm {
  /** B05; unique, kept in snapshots. */
  readonly id: string;
  /** Name in the software of the regime, e.g. KTDHVPDV. */
  readonly code: string;
  readonly title: string;
  /** Short name for lists. */
  readonly name: string;
  /** Đơn vị tính. */
  readonly unit: string;
  readonly source: SourceName;
  /** Holds for every cell. */
  readonly where?: readonly Condition[];
  readonly rowHead: string;
  readonly rows: readonly StatRow[];
  /** Rows that are found in the facts: one for each code of this attribute, below the fixed rows. */
  readonly rowsBy?: { readonly attr: string; readonly label: 'record' | 'code' };
  readonly columns: readonly (StatColumn | ColumnGroup)[];
  readonly checks: readonly FormCheck[];
  /** The rows with these keys together hold every fact of the row 'total'. */
  readonly rowPartition?: readonly string[];
  readonly basis: string;
  /** What no source settles, said on the form and open to change. */
  readonly unverified?: string;
}

export interface StatPack {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly forms: readonly StatForm[];
}

export const isGroup = (column: StatColumn | ColumnGroup): column is ColumnGroup => 'columns' in column;

/** The columns that hold figures, from left to right. */
export const leavesOf = (columns: readonly (StatColumn | ColumnGroup)[]): StatColumn[] =>
  columns.flatMap((column) => (isGroup(column) ? leavesOf(column.columns) : [column]));
