import type { WindowApi } from './context';

export const undoHandlers = (api: WindowApi) => ({
  steps: api.undo.steps.handler(({ context }) => ({ steps: context.book().undo.list() })),
  take: api.undo.take.handler(({ context, input }) => context.book().undo.take(input.step)),
});
