import type { CellView, CountedQuery, FormView } from '#shared/contract/window/statistics';
import { AppError } from '#shared/errors/app-error';
import { placeHeader } from '#shared/sheets/sheet';
import { factsOfCell } from '#shared/statistics/evaluate';
import { leavesOf } from '#shared/statistics/form';
import { periodKindOf, periodName } from '#shared/statistics/period';
import { ruleText } from '#shared/statistics/rule-text';
import { headerOf, isHead } from '#shared/statistics/sheet-of';
import { differencesOf, type FactRef } from '#shared/statistics/snapshot';
import type { Book } from '../../book/book';
import { countForm } from './count-form';
import { describe, describeFacts } from './describe-facts';
import { formView } from './form-view';
import { statForms } from '#shared/statistics/packs/index';
import { sheetFrame } from './sheet-frame';
import { type SentFigures, sentFigures } from './read-sent';

/** The form as the window draws it, with what was sent and what differs from it. */
export function viewForm(book: Book, query: CountedQuery & { readonly today: string }): FormView {
  const { head, period } = sheetFrame(book, query, query.today, query.unit);
  const counted = countForm(book, query);
  const { form, rows } = counted.result;
  const view = formView(counted);
  const sent = sentFigures(book, query.form, query.unit).filter(({ from, to }) => from === query.from && to === query.to);
  const place = (keys: readonly { readonly key: string }[], key: string) => keys.findIndex((one) => one.key === key);
  return {
    ...view,
    rowHead: form.rowHead,
    basis: form.basis,
    unverified: form.unverified ?? '',
    changed: !statForms.includes(form),
    period: periodName(periodKindOf(query)),
    head: { upper: head.upper, issuer: head.issuer, placeAndDate: head.placeAndDate },
    subtitle: `${period}. Đơn vị tính: ${form.unit}`,
    header: placeHeader(headerOf(form), view.columns.length + 2).map(({ cell, row, column, across, down }) => ({
      text: cell.text,
      row,
      column,
      across,
      down,
      upright: cell.upright ?? false,
    })),
    rows: view.rows.map((row, index) => ({ ...row, head: isHead(rows[index]?.where), note: rows[index]?.note ?? '' })),
    checks: view.checks.map(({ state, vi, en, records }) => ({ state, text: { vi, en }, records: records.length })),
    snapshots: sent.map(({ id, takenOn, takenBy, sentNumber }) => ({ id, takenOn, takenBy, sentNumber })),
    differences: sent[0]
      ? differencesOf(sent[0].kept, counted.result).map(({ row, column, sent: before, now }) => ({
          row: place(view.rows, row),
          column: place(view.columns, column),
          sent: before,
          now,
        }))
      : [],
  };
}

export function viewCell(
  book: Book,
  { row, column, ...query }: CountedQuery & { readonly row: number; readonly column: number },
): CellView {
  const { result } = countForm(book, query);
  const [inRow, inColumn] = [result.rows[row], leavesOf(result.form.columns)[column]];
  if (inRow === undefined || inColumn === undefined) throw new AppError('record.notFound');
  const figure = result.figures[row]?.[column] ?? 0;
  const sent = lastSent(book, query);
  const difference = sent && differencesOf(sent.kept, result).find((one) => one.row === inRow.key && one.column === inColumn.key);
  const named = (refs: readonly FactRef[]) =>
    [...new Map(refs.map((ref) => [ref.id, ref])).values()]
      .filter(({ id }) => book.access.sees(id))
      .map(({ type, id }) => describe(book, type, id));
  const before = sent?.kept.figures[sent.kept.rows.indexOf(inRow.key)]?.[sent.kept.columns.indexOf(inColumn.key)] ?? 0;
  return {
    row: inRow.label,
    column: inColumn.label,
    figure,
    rule: ruleText(result.form, inRow, inColumn.key),
    records: describeFacts(book, factsOfCell(result, row, column)),
    sent: sent
      ? {
          period: sent.period,
          takenOn: sent.takenOn,
          figure: before,
          added: named(difference?.added ?? []),
          gone: named(difference?.gone ?? []),
        }
      : null,
  };
}

/** What was sent of this period, else the longest earlier one that begins on the same day. */
function lastSent(book: Book, { form, unit, from, to }: CountedQuery): SentFigures | undefined {
  const all = sentFigures(book, form, unit).filter((one) => one.from === from && one.to <= to);
  return (
    all.find((one) => one.to === to) ??
    all.reduce<SentFigures | undefined>((best, one) => (best === undefined || one.to > best.to ? one : best), undefined)
  );
}

export function viewCheck(book: Book, { check, ...query }: CountedQuery & { readonly check: number }) {
  const found = countForm(book, query).checks[check];
  return { records: describeFacts(book, [...(found?.missing ?? []), ...(found?.several ?? [])]) };
}
