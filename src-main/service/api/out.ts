import type { WindowApi } from './context';

export const outHandlers = (api: WindowApi) => ({
  plan: api.out.plan.handler(({ context, input }) => context.book().out.plan(input.target)),
  run: api.out.run.handler(({ context, input, signal }) => context.book().out.run(input, signal)),
  expired: api.out.expired.handler(({ context, input }) => ({ files: context.book().out.expired(input.today) })),
});
