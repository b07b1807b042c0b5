/**
 * Brings any list of an office (.xlsx, .xls, .ods, .csv) into any record type: read in the recognizer, headings found, columns proposed,
 * tried dry as often as the clerk likes, then imported in one transaction that can be taken back as a whole.
 */
import { basename } from 'node:path';
import type { SheetChoice, SheetImportView, SheetPlan, SheetProblem } from '#shared/contract/window/sheet-import';
import { AppError } from '#shared/errors/app-error';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { isHubAuthored } from '#shared/records/registry';
import type { SheetCell, SheetTable } from '#shared/recognizer/messages';
import { codeLabel } from '#shared/rules/code-lists/index';
import type { Book } from '../book/book';
import { uuid7 } from '../store/uuid7';
import { unfoldForms } from '../work/branches/unfold-form';
import { cellText } from './convert';
import { type DrawnPlan, drawPlan, type PlannedRow } from './draw-plan';
import { findHeadings, type Headings, proposeColumns } from './headings';
import { columnsBy, fittingMapping, type Mapping, mappingsOf, rememberMapping } from './mappings';
import { type Target, targetsOf } from './targets';

export interface OpenOptions {
  /** Further files with filled forms of branches. */
  readonly more?: readonly string[] | undefined;
  readonly sheet?: string | undefined;
  readonly fixed?: Readonly<Record<string, unknown>> | undefined;
  /** Goes before remembered mappings. */
  readonly mapping?: Pick<Mapping, 'columns'> | undefined;
}

export interface RunOptions {
  readonly choice: SheetChoice;
  readonly leaveFaulty: boolean;
  readonly rememberAs?: string | undefined;
}

export interface SheetImported {
  readonly importId: string;
  readonly created: number;
  readonly existing: number;
  readonly faulty: number;
}

export interface SheetImportService {
  /** @throws AppError as the reading of scans (scan.*); record.hubAuthored for types that only the province writes */
  open(path: string, type: RecordTypeName, options?: OpenOptions): Promise<SheetPlan>;
  /** @throws AppError record.notFound when the list is no longer open */
  plan(id: string, choice: SheetChoice): SheetPlan;
  /** The choice with which `open` tried it. */
  proposal(id: string): SheetChoice;
  /** @throws AppError sheet.faulty when rows are faulty and are not to be left out, record.notFound */
  run(id: string, options: RunOptions): SheetImported;
  /** @throws AppError record.notFound, record.inUse */
  undo(importId: string): { removed: number };
  recent(): SheetImportView[];
}

interface OpenList {
  readonly path: string;
  readonly type: RecordTypeName;
  readonly table: SheetTable;
  readonly targets: readonly Target[];
  readonly headings: Headings;
  readonly mapping: string | null;
  readonly choice: SheetChoice;
}

/** Lists that are open at once; the one used longest ago is closed. */
const mostOpen = 4;
const listedProblems = 500;
const shownRows = 100;
const savedAtOnce = 200;

export function createSheetImport(book: Book, readSheet: (path: string, sheet?: string) => Promise<SheetTable>): SheetImportService {
  const open = new Map<string, OpenList>();
  const { db, records, settings } = book;
  const addImport = db.prepare('INSERT INTO sheet_import (id, type, name, at, actor) VALUES (?, ?, ?, ?, ?)');
  const addRow = db.prepare('INSERT INTO sheet_import_row (import_id, row, record_id) VALUES (?, ?, ?)');
  const rowsOf = db.prepare<[string], string>('SELECT record_id FROM sheet_import_row WHERE import_id = ? ORDER BY row DESC').pluck();
  const importOf = db.prepare<[string], { type: RecordTypeName; name: string; undone_at: string | null }>(
    'SELECT type, name, undone_at FROM sheet_import WHERE id = ?',
  );
  const markUndone = db.prepare('UPDATE sheet_import SET undone_at = ? WHERE id = ?');
  const recent = db.prepare<[], SheetImportView>(`SELECT i.id, i.type, i.name, i.at, i.undone_at AS undoneAt, count(r.row) AS rows
    FROM sheet_import i LEFT JOIN sheet_import_row r ON r.import_id = i.id GROUP BY i.id ORDER BY i.at DESC LIMIT 20`);

  const listOf = (id: string): OpenList => {
    const list = open.get(id);
    if (list === undefined) throw new AppError('record.notFound');
    open.delete(id);
    open.set(id, list);
    return list;
  };
  const keep = (id: string, list: OpenList): void => {
    open.set(id, list);
    for (const oldest of open.keys()) {
      if (open.size <= mostOpen) return;
      open.delete(oldest);
    }
  };
  const headingsFor = (list: OpenList, choice: SheetChoice): Headings =>
    choice.headerRow === undefined || choice.headerRow === list.headings.row + 1
      ? list.headings
      : findHeadings(list.table.rows, list.targets, choice.headerRow);
  const draw = (list: OpenList, choice: SheetChoice): DrawnPlan =>
    drawPlan({ type: list.type, rows: list.table.rows, headings: headingsFor(list, choice), targets: list.targets, choice, records });

  /** The list of a file; filled forms of branches, each on its sheet or in its file, are made into one. */
  const readTable = async (path: string, type: RecordTypeName, sheet: string | undefined, more: readonly string[]): Promise<SheetTable> => {
    const first = await readSheet(path, sheet);
    if (type !== 'branchReport') return first;
    const others: SheetTable[] = [];
    for (const name of sheet === undefined ? first.sheets.slice(1) : []) others.push(await readSheet(path, name));
    for (const file of more) {
      const table = await readSheet(file);
      others.push(table);
      for (const name of table.sheets.slice(1)) others.push(await readSheet(file, name));
    }
    return unfoldForms(first, others) ?? first;
  };

  return {
    open: async (path, type, { sheet, fixed = {}, mapping: given, more = [] } = {}) => {
      if (isHubAuthored(type)) throw new AppError('record.notFound');
      const table = await readTable(path, type, sheet, more);
      const targets = targetsOf(type);
      const headings = findHeadings(table.rows, targets);
      const mapping = given ?? fittingMapping(mappingsOf(settings), type, headings.labels);
      const columns = mapping ? columnsBy(mapping, headings.labels) : proposeColumns(headings.labels, targets);
      const name = mapping !== undefined && 'name' in mapping ? (mapping as Mapping).name : null;
      const choice: SheetChoice = { columns, fixed: { ...fixed }, edits: [] };
      const list: OpenList = { path, type, table, targets, headings, mapping: name, choice };
      const id = uuid7();
      keep(id, list);
      return viewOf(id, list, choice, headings, draw(list, choice), records.titleOf);
    },
    plan: (id, choice) => {
      const list = listOf(id);
      return viewOf(id, list, choice, headingsFor(list, choice), draw(list, choice), records.titleOf);
    },
    proposal: (id) => listOf(id).choice,
    run: (id, { choice, leaveFaulty, rememberAs }) => {
      const list = listOf(id);
      const { rows } = draw(list, choice);
      const faulty = rows.filter(({ problems }) => problems.length > 0).length;
      if (faulty > 0 && !leaveFaulty) throw new AppError('sheet.faulty', { rows: faulty });
      const ready = rows.filter(({ problems, existing }) => problems.length === 0 && !existing);
      const importId = uuid7();
      const name = basename(list.path).slice(0, 300);
      book.transact(() => {
        addImport.run(importId, list.type, name, new Date().toISOString(), book.user.id);
        for (let at = 0; at < ready.length; at += savedAtOnce) {
          const part = ready.slice(at, at + savedAtOnce);
          records.save(
            part.map((row) => ({ type: list.type, id: row.id, values: row.values })),
            { reason: `Nhập từ ${name}` },
          );
          for (const row of part) addRow.run(importId, row.row, row.id);
        }
        if (rememberAs !== undefined && rememberAs !== '')
          rememberMapping(settings, rememberAs, list.type, headingsFor(list, choice).labels, choice.columns);
      });
      open.delete(id);
      return { importId, created: ready.length, existing: rows.filter(({ existing }) => existing).length, faulty };
    },
    undo: (importId) => {
      const made = importOf.get(importId);
      if (made === undefined || made.undone_at !== null) throw new AppError('record.notFound');
      return book.transact(() => {
        let removed = 0;
        for (const recordId of rowsOf.all(importId)) {
          const record = records.get(made.type, recordId);
          if (record === undefined || record.removedAt !== null) continue;
          records.remove(made.type, recordId, `Hoàn tác lần nhập từ ${made.name}`);
          removed++;
        }
        markUndone.run(new Date().toISOString(), importId);
        return { removed };
      });
    },
    recent: () => recent.all(),
  };
}

function viewOf(
  id: string,
  list: OpenList,
  choice: SheetChoice,
  headings: Headings,
  { rows, passedOver }: DrawnPlan,
  titleOf: (id: string) => string | undefined,
): SheetPlan {
  const problems: SheetProblem[] = [];
  let faulty = 0;
  let existing = 0;
  let more = false;
  for (const row of rows) {
    if (row.problems.length > 0) faulty++;
    else if (row.existing) existing++;
    for (const problem of row.problems) {
      if (problems.length < listedProblems) problems.push(problem);
      else more = true;
    }
  }
  return {
    id,
    type: list.type,
    file: basename(list.path),
    sheets: list.table.sheets,
    sheet: list.table.sheet,
    headerRow: headings.row + 1,
    columns: headings.labels.map((header, index) => ({
      index,
      header,
      target: choice.columns[index] ?? null,
      sample: sampleOf(list.table.rows, headings.firstRow, index),
    })),
    targets: list.targets.map(({ id: target, vi, en, required }) => ({ id: target, vi, en, required })),
    mapping: list.mapping,
    counts: { rows: rows.length, ready: rows.length - faulty - existing, passedOver, existing, faulty },
    problems,
    moreProblems: more,
    preview: shown(rows).map((row) => ({
      row: row.row,
      state: row.problems.length > 0 ? ('faulty' as const) : row.existing ? ('existing' as const) : ('ready' as const),
      values: { ...row.texts, ...shownValues(list.targets, row, titleOf) },
    })),
  };
}

/** Faulty rows stand first: those are to be mended. */
const shown = (rows: readonly PlannedRow[]): PlannedRow[] => {
  const faulty = rows.filter(({ problems }) => problems.length > 0);
  return [...faulty, ...rows.filter(({ problems }) => problems.length === 0)].slice(0, shownRows);
};

/** Values as people read them; what could not be converted stays as it stands in the cell. */
function shownValues(
  targets: readonly Target[],
  { values }: PlannedRow,
  titleOf: (id: string) => string | undefined,
): Record<string, string> {
  return Object.fromEntries(
    targets.flatMap(({ id, field }) => {
      const value = values[id];
      if (field === undefined || value === undefined || value === null) return [];
      if (field.kind === 'code') return [[id, codeLabel(field.list, String(value), 'vi')]];
      if (field.kind === 'ref') return [[id, titleOf(String(value)) ?? String(value)]];
      if (field.kind === 'date' || field.kind === 'partialDate') return [[id, String(value).split('-').reverse().join('/')]];
      return [[id, Array.isArray(value) ? value.join('; ') : String(value)]];
    }),
  );
}

function sampleOf(rows: readonly (readonly SheetCell[])[], firstRow: number, column: number): string[] {
  const found: string[] = [];
  for (let at = firstRow; at < rows.length && found.length < 3; at++) {
    const text = cellText(rows[at]?.[column]).slice(0, 120);
    if (text !== '' && !found.includes(text)) found.push(text);
  }
  return found;
}
