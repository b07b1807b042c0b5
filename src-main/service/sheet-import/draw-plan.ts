/** A list, tried dry: each of its rows as the record that it would become, with everything that stands against it. */
import type { SheetChoice, SheetProblem } from '#shared/contract/window/sheet-import';
import { isEmpty } from '#shared/records/check';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { SheetCell } from '#shared/recognizer/messages';
import type { RecordStore } from '../store/record-store';
import { uuid7 } from '../store/uuid7';
import { complete, keyOf } from './completion';
import { cellText, convert } from './convert';
import type { Headings } from './headings';
import { openReferences } from './references';
import { joinSymbol, type Target } from './targets';

export interface PlannedRow {
  /** Of the sheet, from 1. */
  readonly row: number;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** What stands in the cells, by target; for showing and mending. */
  readonly texts: Readonly<Record<string, string>>;
  readonly problems: readonly SheetProblem[];
  readonly existing: boolean;
}

export interface DrawnPlan {
  readonly rows: readonly PlannedRow[];
  readonly passedOver: number;
}

export interface PlanInput {
  readonly type: RecordTypeName;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly headings: Headings;
  readonly targets: readonly Target[];
  readonly choice: SheetChoice;
  readonly records: RecordStore;
}

/** A report of a branch may begin a sentence with 'Tổng'; there the first words of the row decide. */
const summed = (type: RecordTypeName, filled: readonly string[]): boolean =>
  (type === 'branchReport' ? filled.filter((text) => !/^\d+$/.test(text)).slice(0, 1) : filled).some((text) => sums.test(text));
const sums = /^\s*(tổng cộng|tổng số|cộng|tổng)\b/iu;

export function drawPlan({ type, rows, headings, targets, choice, records }: PlanInput): DrawnPlan {
  const byId = new Map(targets.map((target) => [target.id, target]));
  const edits = new Map(choice.edits.map(({ row, target, text }) => [`${row} ${target}`, text]));
  const references = openReferences(records);
  const known = keysOf(type, records);
  const seen = new Map<string, number>();
  const letters = new Map(choice.columns.flatMap((target, at) => (target === null ? [] : [[target, letterOf(at)] as const])));
  const planned: PlannedRow[] = [];
  let passedOver = 0;

  rows.slice(headings.firstRow).forEach((cells, at) => {
    const row = headings.firstRow + at + 1;
    const filled = [...new Set(cells.map(cellText))].filter((text) => text !== '');
    if (filled.length === 0) return;
    if (filled.length === 1 || summed(type, filled)) {
      passedOver++;
      return;
    }
    const taken = takeCells(cells, choice, byId, (target) => edits.get(`${row} ${target}`));
    const problems: SheetProblem[] = [];
    const tell = (target: string, problem: SheetProblem['problem'], detail: number | null = null): void =>
      void problems.push({ row, target, column: letters.get(target) ?? '', text: cellText(taken.get(target)), problem, detail });

    const values: Record<string, unknown> = {};
    for (const [id, cell] of taken) {
      const { field, line } = byId.get(id) ?? {};
      if (line !== undefined) {
        const made = convert(id, line.as, cell, (ref, text) => references.find(ref, text));
        if ('problem' in made) tell(id, made.problem, made.detail ?? null);
        else if (!isEmpty(made.value))
          values[line.list] = [
            ...((values[line.list] ?? []) as readonly object[]),
            { key: line.key, [line.list === 'figures' ? 'value' : 'text']: made.value },
          ];
      }
      if (field === undefined) continue;
      const made = convert(id, field, cell, (ref, text) => references.find(ref, text));
      if ('problem' in made) tell(id, made.problem, made.detail ?? null);
      else if (!isEmpty(made.value)) values[id] = made.value;
    }
    const notation = cellText(taken.get('$notation'));
    if (notation !== '' && values['symbol'] === undefined) values['symbol'] = joinSymbol(values['number'], notation);
    const fixed = Object.fromEntries(Object.entries(choice.fixed).filter(([, value]) => !isEmpty(value)));
    const whole = complete(type, { ...fixed, ...values }, records);
    // A file code is made of fonds and number: where one of them is faulty, that is what is to be mended.
    const madeLater = type === 'archiveFile' && problems.length > 0 ? 'code' : undefined;
    for (const { id: target, required } of targets)
      if (required && isEmpty(whole[target]) && target !== madeLater && !problems.some((one) => one.target === target))
        tell(target, 'required');

    const key = keyOf(type, whole);
    const twin = key === undefined ? undefined : seen.get(key);
    if (twin !== undefined) tell(firstTarget(choice), 'twice', twin);
    else if (key !== undefined) seen.set(key, row);
    const id = uuid7();
    if (problems.length === 0) references.add(type, id, whole);
    planned.push({
      row,
      id,
      values: whole,
      texts: Object.fromEntries([...taken].map(([target, cell]) => [target, cellText(cell)])),
      problems,
      existing: key !== undefined && known.has(key),
    });
  });
  return { rows: planned, passedOver };
}

/** Cells by target: those of the columns, what joined columns say, and over both what the clerk mended. */
function takeCells(
  cells: readonly SheetCell[],
  choice: SheetChoice,
  byId: ReadonlyMap<string, Target>,
  edited: (target: string) => string | undefined,
): Map<string, SheetCell> {
  const taken = new Map<string, SheetCell>();
  choice.columns.forEach((target, at) => {
    if (target !== null && cellText(cells[at]) !== '') taken.set(target, cells[at] ?? null);
  });
  for (const [target, cell] of Array.from(taken)) {
    const parts = byId.get(target)?.split?.(cellText(cell)) ?? {};
    for (const [part, text] of Object.entries(parts)) if (text !== '' && !taken.has(part)) taken.set(part, text);
  }
  for (const target of byId.keys()) {
    const text = edited(target);
    if (text !== undefined) taken.set(target, text);
  }
  return taken;
}

const firstTarget = (choice: SheetChoice): string => choice.columns.find((target) => target !== null) ?? '';

const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letterOf(Math.floor(column / 26) - 1)}${letterOf(column % 26)}`;

const pageSize = 1000;

function keysOf(type: RecordTypeName, records: RecordStore): Set<string> {
  const keys = new Set<string>();
  for (let offset = 0; ; offset += pageSize) {
    const { rows } = records.list({ type, offset, limit: pageSize, sort: [{ field: '$createdAt', direction: 'asc' }] });
    for (const { values } of rows) {
      const key = keyOf(type, values);
      if (key !== undefined) keys.add(key);
    }
    if (rows.length < pageSize) return keys;
  }
}
