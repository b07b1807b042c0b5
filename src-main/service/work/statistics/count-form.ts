import { AppError } from '#shared/errors/app-error';
import { codeLabel, type CodeListId } from '#shared/rules/code-lists/index';
import { type CheckResult, checksOf } from '#shared/statistics/checks';
import { cumulativeCheck } from '#shared/statistics/cumulative';
import { evaluateForm, type FormResult } from '#shared/statistics/evaluate';
import type { Fact, SourceName, Span } from '#shared/statistics/fact';
import type { StatForm } from '#shared/statistics/form';
import type { Book } from '../../book/book';
import { formsOf } from './forms-of-book';
import { gatherFacts } from './gather-facts';
import { type SentFigures, sentFigures } from './read-sent';

/** What is counted: a form for the days from..to, of the whole committee or of one organisation with all that belongs to it. */
export interface FormQuery extends Span {
  readonly form: string;
  readonly unit?: string | undefined;
}

export interface CountedForm {
  readonly result: FormResult;
  readonly checks: readonly CheckResult[];
}

/** @throws AppError stats.unknownForm, record.notFound for an organisation that is not in the book */
export function countForm(book: Book, { form: id, unit, ...span }: FormQuery): CountedForm {
  const form = formsOf(book).find((one) => one.id === id);
  if (form === undefined) throw new AppError('stats.unknownForm', { form: id });
  return countDefined(book, form, span, unit);
}

export function countDefined(book: Book, form: StatForm, { from, to }: Span, unit?: string): CountedForm {
  const facts = gatherFacts(book, { from, to });
  const covered = unit === undefined ? undefined : facts.units.covered(unit);
  if (unit !== undefined && !facts.units.nodes.has(unit)) throw new AppError('record.notFound');
  const caseTypes = form.where?.flatMap((one) => (one.attr === 'caseType' && 'any' in one ? [one.any] : []))[0];
  const of = (source: SourceName): readonly Fact[] => {
    const all = facts.of(source, source === form.source ? caseTypes : undefined);
    return covered === undefined ? all : all.filter((fact) => fact.unit !== undefined && covered.has(fact.unit));
  };
  const codeListId = form.rowsBy?.label === 'code' ? (form.rowsBy.attr as CodeListId) : undefined;
  const labelOf = (code: string): string =>
    codeListId === undefined
      ? (facts.units.nodes.get(code)?.name ?? book.records.titleOf(code) ?? code)
      : codeLabel(codeListId, code, 'vi');
  const result = evaluateForm(form, of, labelOf);
  return { result, checks: [...checksOf(result), ...sinceSent(book, result, { from, to }, unit)] };
}

/** 6 tháng ≥ Quý I: against the longest earlier period that begins on the same day and was sent, the last of its snapshots. */
function sinceSent(book: Book, result: FormResult, span: Span, unit: string | undefined): CheckResult[] {
  const longest = sentFigures(book, result.form.id, unit, span).reduce<SentFigures | undefined>(
    (best, one) => (best === undefined || one.to > best.to ? one : best),
    undefined,
  );
  const check = longest && cumulativeCheck(longest.kept, longest.period, result);
  return check ? [check] : [];
}
