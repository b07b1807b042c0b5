import { statForms, statPacks } from '#shared/statistics/packs/index';
import { exportForms } from '../work/statistics/export-forms';
import { formsOf } from '../work/statistics/forms-of-book';
import { narrative, writeNarrative } from '../work/statistics/narrative';
import { defineForm, formDefinition } from '../work/statistics/own-forms';
import { takeFigures } from '../work/statistics/sent-figures';
import { viewCell, viewCheck, viewForm } from '../work/statistics/window-views';
import type { WindowApi } from './context';

export const statisticsHandlers = (api: WindowApi) => ({
  packs: api.statistics.packs.handler(({ context }) => {
    const forms = formsOf(context.book().book);
    const named = (id: string) => {
      const form = forms.find((one) => one.id === id);
      return form ? [{ id, name: form.name, title: form.title, changed: !statForms.includes(form) }] : [];
    };
    const own = forms.filter(({ id }) => !statForms.some((form) => form.id === id));
    return {
      packs: [
        ...statPacks.map(({ id, name, forms: of }) => ({ id, name, forms: of.flatMap((form) => named(form.id)) })),
        ...(own.length > 0 ? [{ id: 'OWN', name: 'Biểu của Ủy ban', forms: own.flatMap(({ id }) => named(id)) }] : []),
      ],
    };
  }),
  form: api.statistics.form.handler(({ context, input }) => viewForm(context.book().book, input)),
  cell: api.statistics.cell.handler(({ context, input }) => viewCell(context.book().book, input)),
  check: api.statistics.check.handler(({ context, input }) => viewCheck(context.book().book, input)),
  take: api.statistics.take.handler(({ context, input }) => ({ taken: takeFigures(context.book().book, input) })),
  excel: api.statistics.excel.handler(async ({ context, input: { file, ...query } }) => {
    await exportForms(context.book().book, query, file);
    return { file };
  }),
  narrative: api.statistics.narrative.handler(({ context, input }) => ({
    sections: narrative(context.book().book, input).map(({ title, paragraphs }) => ({ title, paragraphs: [...paragraphs] })),
  })),
  narrativeFile: api.statistics.narrativeFile.handler(async ({ context, input: { file, ...query } }) => {
    await writeNarrative(context.book().book, query, file);
    return { file };
  }),
  definition: api.statistics.definition.handler(({ context, input }) => formDefinition(context.book().book, input.form)),
  define: api.statistics.define.handler(({ context, input }) => {
    defineForm(context.book().book, input.form, input.content, input.basis);
    return { form: input.form };
  }),
});
