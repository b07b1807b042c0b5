/** Counts a form. Pure: the same facts give the same figures, and every figure can name its facts. */
import { codesOf, type Fact, recordKey, type SourceName } from './fact';
import { type Condition, leavesOf, type Measure, type StatForm, type StatRow } from './form';
import { placesOf } from './places';

/** One fact with the places of the rows and columns in which it counts. */
export interface PlacedFact {
  readonly fact: Fact;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

export type Figure = number | string;

export interface FormResult {
  readonly form: StatForm;
  /** Fixed rows, then those that were found in the facts. */
  readonly rows: readonly StatRow[];
  readonly figures: readonly (readonly Figure[])[];
  readonly facts: readonly PlacedFact[];
}

export type FactsOf = (source: SourceName) => readonly Fact[];

export function holds(fact: Fact, conditions: readonly Condition[] | undefined): boolean {
  if (conditions === undefined) return true;
  for (const condition of conditions) {
    const codes = codesOf(fact, condition.attr);
    const wanted = 'any' in condition;
    const listed = wanted ? condition.any : condition.none;
    let found = false;
    for (const code of codes)
      if (listed.includes(code)) {
        found = true;
        break;
      }
    if (found !== wanted) return false;
  }
  return true;
}

/** @param labelOf names a code of `rowsBy`, e.g. the title of an organisation */
export function evaluateForm(form: StatForm, factsOf: FactsOf, labelOf: (code: string) => string = (code) => code): FormResult {
  const rows = [...form.rows, ...foundRows(form, factsOf, labelOf)];
  const columns = leavesOf(form.columns);
  const bySource = new Map<SourceName, number[]>();
  rows.forEach((row, index) => {
    const source = row.source ?? form.source;
    bySource.set(source, [...(bySource.get(source) ?? []), index]);
  });
  const facts: PlacedFact[] = [];
  const columnsOfFact = placesOf(columns);
  const isOfForm = placesOf([form]);
  for (const [source, own] of bySource) {
    const rowsOfFact = placesOf(
      own.map((index) => rows[index] as StatRow),
      own,
    );
    for (const fact of factsOf(source)) {
      // The conditions of the form are about its own source.
      if (source === form.source && isOfForm(fact).length === 0) continue;
      const inRows = rowsOfFact(fact);
      if (inRows.length > 0) facts.push({ fact, rows: inRows, columns: columnsOfFact(fact) });
    }
  }
  return { form, rows, facts, figures: figuresOf(rows, columns, facts) };
}

function foundRows({ rowsBy, source, where, rows }: StatForm, factsOf: FactsOf, labelOf: (code: string) => string): StatRow[] {
  if (!rowsBy) return [];
  const codes = new Set<string>();
  for (const fact of factsOf(source)) if (holds(fact, where)) for (const code of codesOf(fact, rowsBy.attr)) codes.add(code);
  return [...codes]
    .map((code) => ({ code, label: labelOf(code) }))
    .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))
    .map(({ code, label }, index) => ({
      key: `${rowsBy.attr}:${code}`,
      mark: String(index + 1 + rows.filter(({ weight }) => weight === undefined).length),
      label,
      where: [{ attr: rowsBy.attr, any: [code] }],
    }));
}

/** The measure of the column goes first; a list form has it in its rows. */
export const measureOf = (row: StatRow | undefined, column: { readonly measure?: Measure } | undefined): Measure | undefined =>
  column?.measure ?? row?.measure;

function figuresOf(rows: readonly StatRow[], columns: ReturnType<typeof leavesOf>, facts: readonly PlacedFact[]): Figure[][] {
  const measures = rows.map((row) => columns.map((column) => measureOf(row, column)));
  const cells = rows.map(() => columns.map((): Cell => ({ count: 0 })));
  for (const { rows: inRows, columns: inColumns, facts: alike } of byPlaces(facts))
    for (const row of inRows) {
      const [line, of] = [cells[row] as Cell[], measures[row] as (Measure | undefined)[]];
      for (const column of inColumns) {
        const cell = line[column] as Cell;
        const measure = of[column];
        if (measure === undefined) cell.count += alike.length;
        else if (!isText(measure)) for (const fact of alike) add(cell, fact, measure);
      }
    }
  // Texts stand in the order of the facts.
  if (measures.some((line) => line.some(isText)))
    for (const { fact, rows: inRows, columns: inColumns } of facts)
      for (const row of inRows)
        for (const column of inColumns) {
          const measure = measures[row]?.[column];
          if (isText(measure)) add((cells[row] as Cell[])[column] as Cell, fact, measure);
        }
  return cells.map((line, row) => line.map((cell, column) => figureOf(cell, measures[row]?.[column])));
}

const isText = (measure: Measure | undefined): measure is { readonly text: string } => typeof measure === 'object' && 'text' in measure;

/** Facts that stand in the same rows and columns. Most share the very lists of them, and no more than those are put together. */
function byPlaces(placed: readonly PlacedFact[]): readonly (Omit<PlacedFact, 'fact'> & { readonly facts: readonly Fact[] })[] {
  const found: { rows: PlacedFact['rows']; columns: PlacedFact['columns']; facts: Fact[] }[] = [];
  const known = new Map<PlacedFact['rows'], Map<PlacedFact['columns'], Fact[]>>();
  for (const { fact, rows, columns } of placed) {
    let ofRows = known.get(rows);
    if (ofRows === undefined) known.set(rows, (ofRows = new Map()));
    let facts = ofRows.get(columns);
    if (facts === undefined) {
      ofRows.set(columns, (facts = []));
      found.push({ rows, columns, facts });
    }
    facts.push(fact);
  }
  return found;
}

interface Cell {
  count: number;
  records?: Set<string | number>;
  texts?: string[];
}

function add(cell: Cell, fact: Fact, measure: Measure): void {
  if (measure === 'records') (cell.records ??= new Set()).add(recordKey(fact.record));
  else if ('sum' in measure) cell.count += fact.figures?.[measure.sum] ?? 0;
  else if (fact.texts?.[measure.text]) (cell.texts ??= []).push(fact.texts[measure.text] as string);
}

function figureOf(cell: Cell, measure: Measure | undefined): Figure {
  if (measure === undefined) return cell.count;
  if (measure === 'records') return cell.records?.size ?? 0;
  if ('text' in measure) return cell.texts?.join('; ') ?? '';
  // Whole thousands are what the forms ask for; half of one is rounded away from zero.
  return Math.round(cell.count / (measure.per ?? 1));
}

/**
 * The facts behind one cell: those of its row and column. A cell that counts has as many as it shows; one that counts records has one of
 * each; one that sums has those that add something.
 */
export function factsOfCell({ facts, rows, form }: Pick<FormResult, 'facts' | 'rows' | 'form'>, row: number, column: number): Fact[] {
  const found = facts.filter((placed) => placed.rows.includes(row) && placed.columns.includes(column)).map(({ fact }) => fact);
  const measure = measureOf(rows[row], leavesOf(form.columns)[column]);
  if (measure === undefined) return found;
  if (measure === 'records') return [...new Map(found.map((fact) => [recordKey(fact.record), fact])).values()];
  if ('sum' in measure) return found.filter((fact) => (fact.figures?.[measure.sum] ?? 0) !== 0);
  return found.filter((fact) => fact.texts?.[measure.text]);
}
