import type { WindowApi } from './context';

export const syncHandlers = (api: WindowApi) => ({
  status: api.sync.status.handler(({ context }) => context.book().sync.status()),
  enrol: api.sync.enrol.handler(({ context, input }) => context.book().sync.enrol(input.hubUrl, input.code)),
  runNow: api.sync.runNow.handler(({ context }) => context.book().sync.runNow()),
  pause: api.sync.pause.handler(({ context, input }) => context.book().sync.pause(input.paused)),
  refused: api.sync.refused.handler(({ context }) => ({ items: context.book().sync.refused() })),
  sendAgain: api.sync.sendAgain.handler(({ context, input }) => {
    const { book, sync } = context.book();
    book.records.sendAgain(input.id);
    return sync.status();
  }),
  conflicts: api.sync.conflicts.handler(({ context }) => {
    const { records } = context.book().book;
    return { items: records.conflicts().map((conflict) => ({ ...conflict, title: records.titleOf(conflict.recordId) ?? '' })) };
  }),
});
