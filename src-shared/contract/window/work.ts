import { oc } from '@orpc/contract';
import { z } from 'zod';
import { daySchema, idSchema, recordTypeSchema, recordViewSchema, syncStateSchema, valuesSchema } from './common';

export const dueItemSchema = z.object({
  id: idSchema,
  type: recordTypeSchema,
  title: z.string(),
  subtitle: z.string(),
  dueOn: daySchema.nullable(),
  sync: syncStateSchema,
});
export type DueItem = z.infer<typeof dueItemSchema>;

const monthSeriesSchema = z.object({
  type: recordTypeSchema,
  total: z.number().int(),
  /** From the first of January to today, and in the year before to the same day. */
  thisYear: z.number().int(),
  lastYear: z.number().int(),
  months: z.array(z.object({ month: z.string(), count: z.number().int() })),
});

export const overviewSchema = z.object({
  overdue: z.object({ total: z.number().int(), items: z.array(dueItemSchema) }),
  week: z.object({ total: z.number().int(), items: z.array(dueItemSchema) }),
  mine: z.object({ total: z.number().int(), items: z.array(dueItemSchema) }),
  /** Nine days from today, holidays among them by name; the first ones of what is due by each, and how much in all. */
  days: z.array(z.object({ day: daySchema, total: z.number().int(), items: z.array(dueItemSchema), off: z.string().nullable() })),
  pagesToCheck: z.number().int(),
  /** Open records by type, for the counts of the navigation. */
  open: z.record(z.string(), z.number().int()),
  /** What is open by type and state, the most frequent state first. */
  states: z.array(
    z.object({
      type: recordTypeSchema,
      open: z.number().int(),
      late: z.number().int(),
      states: z.array(z.object({ state: z.string(), count: z.number().int(), late: z.number().int() })),
    }),
  ),
  series: z.array(monthSeriesSchema),
  hotSpots: z.array(
    z.object({
      id: idSchema,
      title: z.string(),
      cases: z.number().int(),
      petitions: z.number().int(),
      /** Open duties past their day. */
      lateDuties: z.number().int(),
    }),
  ),
  disk: z.object({ usedBytes: z.number(), freeBytes: z.number() }),
});
export type Overview = z.infer<typeof overviewSchema>;

export const work = {
  overview: oc.input(z.object({ today: daySchema })).output(overviewSchema),
  /** A new case with the steps and checklist of its type from the rule pack of its opening day, in one transaction. */
  openCase: oc
    .input(z.object({ values: valuesSchema, petitionId: idSchema.optional() }))
    .output(z.object({ record: recordViewSchema, steps: z.number().int(), items: z.number().int() })),
  /** Ends a step of a case and begins the next one, in one transaction; `stepId` of that one, null when it was the last. */
  nextStep: oc
    .input(z.object({ caseId: idSchema, stepId: idSchema, revision: z.number().int(), day: daySchema }))
    .output(z.object({ stepId: idSchema.nullable() })),
};
