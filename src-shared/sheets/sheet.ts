/**
 * A sheet as people print it: head of the issuing body, title, a header of several rows, rows, notes and signatures. It says what stands
 * where and nothing of the file that it becomes; the writer for Excel is in service/sheets, the window draws the same one.
 */

/** One cell; null is blank. Days are ISO texts in a column of kind 'day', amounts whole numbers of đồng in one of kind 'money'. */
export type SheetValue = string | number | null;

export interface SheetColumn {
  /** In characters of the usual font, as spreadsheets count. */
  readonly width: number;
  /** Default 'text'. 'number' leaves zero blank where the sheet says so. */
  readonly kind?: 'text' | 'number' | 'money' | 'day';
  /** Default: left for text, centre for the rest. */
  readonly align?: 'left' | 'center' | 'right';
}

/** A cell of the header. It takes the first free place of its row; `across` and `down` count the cells that it covers. */
export interface HeaderCell {
  readonly text: string;
  readonly across?: number;
  readonly down?: number;
  /** Written upwards, as narrow columns of statistics forms are. */
  readonly upright?: boolean;
}

export interface SheetRow {
  readonly cells: readonly SheetValue[];
  /** 'group' and 'total' are bold. Default: plain. */
  readonly weight?: 'group' | 'total';
}

/** Who signs, as at the foot of a paper: the authority, the post, five empty lines, the name. */
export interface Signature {
  /** e.g. `T/M ỦY BAN KIỂM TRA`; a second line is the post. */
  readonly lines: readonly string[];
  readonly name?: string;
}

/** Head of a Party paper (05-HD/VPTW): left the upper level, the issuing body and the star; right the Party, place and date. */
export interface SheetHead {
  readonly upper: string;
  readonly issuer: string;
  /** Number and symbol, e.g. `Số 05-BC/UBKTĐU`. */
  readonly number?: string;
  /** e.g. `Tân Hòa, ngày 05 tháng 7 năm 2026`. */
  readonly placeAndDate: string;
}

export interface Sheet {
  /** Name of the tab; what a spreadsheet does not take is taken out. */
  readonly name: string;
  readonly head?: SheetHead;
  readonly title?: string;
  /** Lines below the title, in italics: period, unit of counting. */
  readonly subtitle?: readonly string[];
  readonly columns: readonly SheetColumn[];
  /** Rows of the header from the top; together they cover the columns without gaps or overlap. */
  readonly header: readonly (readonly HeaderCell[])[];
  /** The row A, B, 1, 2 … below the header. */
  readonly marks?: readonly string[];
  readonly rows: readonly SheetRow[];
  readonly notes?: readonly string[];
  readonly signatures?: { readonly left?: Signature; readonly right?: Signature };
  /** Default: A4 upright. */
  readonly paper?: { readonly landscape?: boolean; readonly size?: 'A4' | 'A3' };
  /** Zero stays blank, as on official forms. Default false. */
  readonly blankZero?: boolean;
}

/** Where a cell of the header stands; rows and columns from 0. */
export interface PlacedCell {
  readonly cell: HeaderCell;
  readonly row: number;
  readonly column: number;
  readonly across: number;
  readonly down: number;
}

/**
 * Places the cells of a header on its grid.
 * @throws RangeError when they do not cover it exactly: a header that prints shifted would put figures under wrong names
 */
export function placeHeader(header: readonly (readonly HeaderCell[])[], columns: number): PlacedCell[] {
  const taken = header.map(() => Array.from({ length: columns }, () => false));
  const placed: PlacedCell[] = [];
  header.forEach((cells, row) => {
    for (const cell of cells) {
      const { across = 1, down = 1 } = cell;
      const column = taken[row]?.indexOf(false) ?? -1;
      for (let r = row; r < row + down; r += 1)
        for (let c = column; c < column + across; c += 1) {
          if (column < 0 || taken[r]?.[c] !== false) throw new RangeError(`the header does not fit at "${cell.text}"`);
          (taken[r] as boolean[])[c] = true;
        }
      placed.push({ cell, row, column, across, down });
    }
  });
  if (taken.some((row) => row.includes(false))) throw new RangeError('the header leaves gaps');
  return placed;
}
