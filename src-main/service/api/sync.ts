import type { WindowApi } from './context';

export const syncHandlers = (api: WindowApi) => ({
  status: api.sync.status.handler(({ context }) => context.book().sync.status()),
  enrol: api.sync.enrol.handler(({ context, input }) => context.book().sync.enrol(input.hubUrl, input.code)),
  runNow: api.sync.runNow.handler(async ({ context }) => {
    const { sync } = context.book();
    await sync.runOnce();
    return sync.status();
  }),
  pause: api.sync.pause.handler(({ context, input }) => {
    const { sync } = context.book();
    sync.pause(input.paused);
    return sync.status();
  }),
  refused: api.sync.refused.handler(({ context }) => ({ items: context.book().sync.refused() })),
  sendAgain: api.sync.sendAgain.handler(({ context, input }) => {
    const { sync } = context.book();
    sync.sendAgain(input.id);
    return sync.status();
  }),
  conflicts: api.sync.conflicts.handler(({ context }) => ({ items: context.book().sync.conflicts() })),
});
