import type { WindowApi } from './context';

export const sheetImportHandlers = (api: WindowApi) => ({
  open: api.sheetImport.open.handler(({ context, input }) =>
    context.book().sheetImport.open(input.path, input.type, { sheet: input.sheet, fixed: input.fixed, more: input.more }),
  ),
  plan: api.sheetImport.plan.handler(({ context, input }) => context.book().sheetImport.plan(input.id, input.choice)),
  run: api.sheetImport.run.handler(({ context, input }) => context.book().sheetImport.run(input.id, input)),
  undo: api.sheetImport.undo.handler(({ context, input }) => context.book().sheetImport.undo(input.importId)),
  recent: api.sheetImport.recent.handler(({ context }) => ({ imports: context.book().sheetImport.recent() })),
});
