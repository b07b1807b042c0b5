/** A counted form as a sheet in the official shape: head, title, header of the column groups, row A B 1 2 …, rows, notes, who signs. */
import type { HeaderCell, Sheet, SheetHead } from '../sheets/sheet';
import { checkText } from './check-text';
import type { CheckResult } from './checks';
import type { FormResult } from './evaluate';
import { type ColumnGroup, isGroup, leavesOf, type StatColumn, type StatForm } from './form';

export interface SheetFrame {
  readonly head: SheetHead;
  /** e.g. 'Năm 2026, số liệu tính đến ngày 24/11/2026'. */
  readonly period: string;
  readonly unitName?: string;
  readonly signer: { readonly lines: readonly string[]; readonly name?: string };
}

const depthOf = (column: StatColumn | ColumnGroup): number => (isGroup(column) ? 1 + Math.max(...column.columns.map(depthOf)) : 1);

/** Rows of the header: groups above, names of the columns below; a name without group goes down all rows. */
export function headerOf(form: StatForm): HeaderCell[][] {
  const depth = Math.max(...form.columns.map(depthOf));
  const rows: HeaderCell[][] = Array.from({ length: depth }, () => []);
  const upright = leavesOf(form.columns).length > 4;
  const place = (column: StatColumn | ColumnGroup, row: number): void => {
    if (isGroup(column)) {
      rows[row]?.push({ text: column.label, across: leavesOf(column.columns).length });
      for (const child of column.columns) place(child, row + 1);
    } else rows[row]?.push({ text: column.short ?? column.label, down: depth - row, ...(upright ? { upright: true } : {}) });
  };
  rows[0]?.push({ text: 'TT', down: depth }, { text: form.rowHead, down: depth });
  for (const column of form.columns) place(column, 0);
  return rows;
}

export const marksOf = (form: StatForm): string[] => ['A', 'B', ...leavesOf(form.columns).map((_, index) => String(index + 1))];

export function sheetOf(result: FormResult, checks: readonly CheckResult[], { head, period, unitName, signer }: SheetFrame): Sheet {
  const { form, rows, figures } = result;
  const leaves = leavesOf(form.columns);
  const wide = leaves.length > 8;
  const text = rows.some(({ measure }) => typeof measure === 'object' && 'text' in measure);
  return {
    name: `${form.id} ${form.name}`,
    head,
    title: form.title,
    subtitle: [`${period}. Đơn vị tính: ${form.unit}`, ...(unitName ? [unitName] : [])],
    columns: [
      { width: 5, align: 'center' },
      { width: wide ? 32 : 48 },
      ...leaves.map(() => ({ width: wide ? 5.5 : text ? 24 : 14, kind: 'number' as const })),
    ],
    header: headerOf(form),
    marks: marksOf(form),
    rows: rows.map((row, r) => ({
      cells: [row.mark, row.label, ...leaves.map((_, c) => (isHead(row.where) ? null : (figures[r]?.[c] ?? null)))],
      ...(row.weight ? { weight: row.weight } : {}),
    })),
    notes: [
      ...checks.filter(({ state }) => state !== 'ok').map((check) => `Lưu ý: ${checkText(check, 'vi')}.`),
      `Mẫu: ${form.basis}.${form.unverified ? ` ${form.unverified}` : ''}`,
    ],
    signatures: { left: { lines: ['NGƯỜI LẬP BIỂU'] }, right: signer },
    paper: { landscape: wide, size: leaves.length > 28 ? 'A3' : 'A4' },
    blankZero: true,
  };
}

/** A line that only heads others holds nothing by its condition. */
export const isHead = (where: FormResult['rows'][number]['where']): boolean => (where ?? []).some(({ attr }) => attr === 'none');
