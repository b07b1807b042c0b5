import { oc } from '@orpc/contract';
import { z } from 'zod';
import { daySchema, idSchema } from './common';

export const followedDutySchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Conclusion or instruction that it comes from. */
  from: z.object({ id: idSchema, type: z.enum(['conclusion', 'instruction', 'incomingDocument']), title: z.string() }).nullable(),
  basis: z.string(),
  /** Organisation or member that must do it. */
  who: z.string(),
  organisation: idSchema.nullable(),
  watchedBy: z.string(),
  dueOn: daySchema.nullable(),
  progress: z.number().int().nullable(),
  state: z.string(),
  warning: z.enum(['overdue', 'within3', 'within7', 'within15', 'later', 'noDay', 'done']),
  /** Negative when overdue. */
  daysLeft: z.number().int().nullable(),
  escalation: z.array(z.string()),
  unclear: z.array(z.string()),
  evidence: z.number().int(),
  amount: z.number().nullable(),
  amountDone: z.number().nullable(),
});
export type FollowedDuty = z.infer<typeof followedDutySchema>;

const countsSchema = z.object({
  overdue: z.number().int(),
  within3: z.number().int(),
  within7: z.number().int(),
  within15: z.number().int(),
  later: z.number().int(),
  noDay: z.number().int(),
  escalated: z.number().int(),
  done: z.number().int(),
});
export type DutyCounts = z.infer<typeof countsSchema>;

export const followUp = {
  /** Open duties, the most pressing first, and how many there are of each kind; `done` asks for those that are over as well. */
  board: oc
    .input(z.object({ today: daySchema, done: z.boolean().default(false) }))
    .output(z.object({ counts: countsSchema, duties: z.array(followedDutySchema) })),
  /** The week that `today` lies in: what was done, what is due, what became overdue, what goes to the standing committee. */
  digest: oc.input(z.object({ today: daySchema })).output(
    z.object({
      from: daySchema,
      to: daySchema,
      done: z.array(followedDutySchema),
      due: z.array(followedDutySchema),
      becameOverdue: z.array(followedDutySchema),
      escalated: z.array(followedDutySchema),
    }),
  ),
  /** Báo cáo chưa thực hiện: everything that should have been done by `today` and is not, by organisation. */
  notDone: oc.input(z.object({ today: daySchema })).output(
    z.object({
      total: z.number().int(),
      amountOpen: z.number(),
      groups: z.array(z.object({ organisation: z.string(), duties: z.array(followedDutySchema) })),
    }),
  ),
};
