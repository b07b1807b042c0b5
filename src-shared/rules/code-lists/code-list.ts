import { label, type Label } from '../../records/label';
import type { CodeListId } from './code-list-id';

/** One value of a code list. The code is stored and travels in ops, so it is never renamed; labels may change. */
export interface CodeItem {
  /** Upper-case ASCII without diacritics, or the number that an official list gives. */
  readonly code: string;
  /** Short enough for a chip or a list cell. */
  readonly label: Label;
  /** Where the value comes from, e.g. 'TT 05/2025/TT-BNV'. Absent: a value of this system. */
  readonly source?: string;
  /** Not yet confirmed by a user or a text in force. */
  readonly unverified?: true;
  /** Last day (YYYY-MM-DD) on which new records use it; older records keep it. */
  readonly validTo?: string;
  /** Abbreviation as printed in a document symbol, e.g. 'QĐ' (documentType only). */
  readonly abbreviation?: string;
  /** Number of the same value in the list typeName of TT 05/2025/TT-BNV (documentType only). */
  readonly archiveCode?: string;
}

export interface CodeList {
  readonly id: CodeListId;
  readonly label: Label;
  readonly items: readonly CodeItem[];
}

type Extra = Omit<CodeItem, 'code' | 'label'>;

/** A row as it is written down: code, Vietnamese label, English label, the rest. */
export type CodeRow = readonly [code: string, vi: string, en: string, extra?: Extra];

/** Builds a list from rows; `common` holds for every row that does not say otherwise. */
export const defineList = (id: CodeListId, vi: string, en: string, rows: readonly CodeRow[], common: Extra = {}): CodeList => ({
  id,
  label: label(vi, en),
  items: rows.map(([code, itemVi, itemEn, extra]) => ({ code, label: label(itemVi, itemEn), ...common, ...extra })),
});
