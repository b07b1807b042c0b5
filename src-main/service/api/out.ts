import type { WindowApi } from './context';

export const outHandlers = (api: WindowApi) => ({
  plan: api.out.plan.handler(({ context, input }) => context.book().out.plan(input.target)),
  run: api.out.run.handler(({ context, input, signal }) => context.book().out.run(input, signal)),
  sheets: api.out.sheets.handler(({ context, input }) => ({
    sheets: [...context.book().out.sheets(input.kind, input.target, input.reason)],
  })),
  check: api.out.check.handler(async ({ context, input }) => ({ packages: await context.book().out.check(input.path) })),
  importPackages: api.out.importPackages.handler(({ context, input, signal }) => context.book().out.importPackages(input.path, signal)),
  expired: api.out.expired.handler(({ context, input }) => ({ files: context.book().out.expired(input.today) })),
});
