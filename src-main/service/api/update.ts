import type { WindowApi } from './context';

export const updateHandlers = (api: WindowApi) => ({
  state: api.update.state.handler(({ context }) => context.office.updates.state()),
  take: api.update.take.handler(({ context, input }) => context.office.updates.take(input.path)),
});
