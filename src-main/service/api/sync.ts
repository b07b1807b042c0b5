import { authorsOf } from '../review/authors';
import { openConflicts, settledConflicts } from '../review/conflicts';
import { decide } from '../review/decide';
import { numberClashes } from '../review/number-clashes';
import type { ServiceContext, WindowApi } from './context';

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
  conflicts: api.sync.conflicts.handler(({ context, input }) => openConflicts(context.book().book, naming(context), input.recordId)),
  settled: api.sync.settled.handler(({ context, input }) => settledConflicts(context.book().book, naming(context), input.recordId)),
  decide: api.sync.decide.handler(({ context, input }) => {
    const { book } = context.book();
    decide(book, input.decisions);
    book.events.emit({ kind: 'sync' });
    return { open: openConflicts(book, naming(context)).total };
  }),
  numberClashes: api.sync.numberClashes.handler(({ context }) => ({ items: numberClashes(context.book().book, naming(context)) })),
  pageLine: api.sync.pageLine.handler(({ context, input }) => context.book().sync.pageLine(input.image)),
  pageFirst: api.sync.pageFirst.handler(({ context, input }) => context.book().sync.pageFirst(input.image)),
  fetchPages: api.sync.fetchPages.handler(({ context, input }) => ({ pages: context.book().sync.fetchPages(input.fileId) })),
});

const naming = (context: ServiceContext) => authorsOf(context.book().book, context.office.userName);
