import { mayShow } from '../access/guard-search';
import { requireLeave } from '../access/leave';
import { agenda } from '../work/tasks/agenda';
import { writeCalendar } from '../work/tasks/calendar-file';
import { handOver, hands } from '../work/tasks/in-hand';
import { proposeTasks } from '../work/tasks/propose';
import type { WindowApi } from './context';

export const taskHandlers = (api: WindowApi) => ({
  agenda: api.tasks.agenda.handler(({ context, input }) => ({ items: agenda(context.book().book, input) })),
  hands: api.tasks.hands.handler(({ context, input }) => hands(context.book().book, input.today)),
  handOver: api.tasks.handOver.handler(({ context, input }) => handOver(context.book().book, input)),
  propose: api.tasks.propose.handler(({ context, input }) => proposeTasks(context.book().book, input.caseId, input.today)),
  exportCalendar: api.tasks.exportCalendar.handler(async ({ context, input }) => {
    const { book } = context.book();
    // A calendar goes to telephones: what may not leave stays out, and the rest is written down.
    const items = agenda(book, input).filter(({ id }) => mayShow(book, 'export', id));
    requireLeave(book, { way: 'export', ids: items.map(({ id }) => id), what: 'lịch công tác' });
    await writeCalendar(input.path, items, input.person ?? book.committee.name);
    return { events: items.length };
  }),
});
