import { resolve } from 'node:path';
import { isDay } from '#shared/records/check';
import { AppError } from '#shared/errors/app-error';
import { statPacks } from '#shared/statistics/packs/index';
import { countForm } from '#service/work/statistics/count-form';
import { exportForms } from '#service/work/statistics/export-forms';
import { formsOf } from '#service/work/statistics/forms-of-book';
import { formView } from '#service/work/statistics/form-view';
import type { Book } from '#service/book/book';
import { type CliArguments, need } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** `kts stats [FORM|PACK --from DAY --to DAY [--unit ID] [--out FILE.xlsx]]`; without a form: which there are. */
export const stats = (args: CliArguments): Promise<CommandResult> =>
  withBook(args, async ({ book }) => {
    const [form] = args.words;
    return form === undefined ? listForms(book) : count(book, form, args);
  });

function listForms(book: Book): CommandResult {
  const forms = formsOf(book).map(({ id, code, name, title }) => ({ id, code, name, title }));
  return {
    lines: [
      ...statPacks.map(({ id, name, forms: own }) => `${id}: ${name} (${own.map((one) => one.id).join(' ')})`),
      ...forms.map(({ id, name }) => `${id}  ${name}`),
    ],
    json: { packs: statPacks.map(({ id, name, forms: own }) => ({ id, name, forms: own.map((one) => one.id) })), forms },
  };
}

async function count(book: Book, wanted: string, args: CliArguments): Promise<CommandResult> {
  const [from, to] = [need(args, 'from'), need(args, 'to')];
  if (!isDay(from) || !isDay(to) || from > to) throw new AppError('stats.badPeriod', { from, to });
  const unit = args.option('unit');
  const pack = statPacks.find(({ id }) => id === wanted && id !== 'PTDL');
  const forms = pack ? pack.forms.map(({ id }) => id) : [wanted];
  const views = forms.map((form) => {
    const view = formView(countForm(book, { form, from, to, unit }));
    return { ...view, checks: view.checks.map((check) => ({ ...check, records: check.records.map(({ id }) => id) })) };
  });
  const out = args.option('out');
  if (out !== undefined) {
    const file = resolve(out);
    await exportForms(book, { forms, from, to, unit, today: new Date().toISOString().slice(0, 10) }, file);
    return { lines: [file], json: { file, forms } };
  }
  return {
    lines: views.flatMap((view) => [
      `${view.form}  ${view.title}`,
      ...view.rows.map(
        (row, r) =>
          `${row.mark.padEnd(4)} ${row.label}: ${(view.figures[r] ?? []).map((figure) => (figure === 0 ? '.' : String(figure))).join(' ')}`,
      ),
      ...view.checks.filter(({ state }) => state !== 'ok').map(({ vi }) => `! ${vi}`),
    ]),
    json: pack ? { from, to, unit: unit ?? null, forms: views } : { from, to, unit: unit ?? null, ...views[0] },
  };
}
