import { oc } from '@orpc/contract';
import { z } from 'zod';
import { daySchema, idSchema, recordTypeSchema } from './common';

export const agendaItemSchema = z.object({
  id: idSchema,
  type: recordTypeSchema,
  day: daySchema,
  time: z.string(),
  title: z.string(),
  /** Case, petition or conclusion that it belongs to. */
  about: z.string(),
  place: z.string(),
  person: z.string(),
  kind: z.enum(['task', 'meeting', 'deadline', 'step', 'duty', 'answer']),
  done: z.boolean(),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

export const handSchema = z.object({
  person: z.string(),
  open: z.number().int(),
  overdue: z.number().int(),
  week: z.number().int(),
  byType: z.record(z.string(), z.number().int()),
});

const span = { from: daySchema, to: daySchema };

export const tasks = {
  /** What happens or is due in these days, by day and time; `person` limits it to what one has in hand. */
  agenda: oc.input(z.object({ ...span, person: z.string().max(120).optional() })).output(z.object({ items: z.array(agendaItemSchema) })),
  /** What each person has in hand, the most overdue first. */
  hands: oc.input(z.object({ today: daySchema })).output(z.object({ hands: z.array(handSchema), unassigned: z.number().int() })),
  /** Everything open that one person has in hand goes to another, in one transaction. Tasks keep who had them. */
  handOver: oc
    .input(z.object({ from: z.string().min(1).max(120), to: z.string().min(1).max(120), on: daySchema, reason: z.string().max(300) }))
    .output(z.object({ moved: z.record(z.string(), z.number().int()), total: z.number().int() })),
  /** A task for each paper that a case still lacks in its step, for each duty of a conclusion; those that have one already are passed over. */
  propose: oc.input(z.object({ caseId: idSchema, today: daySchema })).output(z.object({ created: z.number().int() })),
  /** Writes the agenda as an iCalendar file. */
  exportCalendar: oc
    .input(z.object({ ...span, person: z.string().max(120).optional(), path: z.string().min(1).max(4096) }))
    .output(z.object({ events: z.number().int() })),
};
