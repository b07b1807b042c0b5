import { writePaper } from '../papers/make-paper';
import { giveTemplate, restoreTemplate, takeTemplate, templatesOf } from '../papers/own-templates';
import type { WindowApi } from './context';

export const paperHandlers = (api: WindowApi) => ({
  templates: api.papers.templates.handler(({ context }) => ({ templates: templatesOf(context.book().book) })),
  make: api.papers.make.handler(async ({ context, input: { file, ...order } }) => {
    const { name, gaps } = await writePaper(context.book().book, order, file);
    return { name, file, gaps: [...gaps] };
  }),
  give: api.papers.give.handler(async ({ context, input }) => {
    await giveTemplate(context.book().book, input.template, input.file, input.version);
    return { file: input.file };
  }),
  take: api.papers.take.handler(async ({ context, input }) => {
    const { unused } = await takeTemplate(context.book().book, input.template, input.file);
    return { template: input.template, unused: [...unused] };
  }),
  restore: api.papers.restore.handler(({ context, input }) => {
    restoreTemplate(context.book().book, input.template, input.version);
    return { template: input.template };
  }),
});
