import { oc } from '@orpc/contract';
import { z } from 'zod';
import { daySchema, idSchema } from './common';

export const duplicateSchema = z.object({
  id: idSchema,
  number: z.number().int().nullable(),
  receivedOn: daySchema.nullable(),
  summary: z.string(),
  kind: z.string(),
  state: z.string(),
  /** 0 to 1. */
  score: z.number(),
  content: z.number(),
  sameSender: z.boolean(),
  sameSubject: z.boolean(),
});
export type Duplicate = z.infer<typeof duplicateSchema>;

export const petitions = {
  /**
   * Petitions that may be the same as the one being typed (or as `id`), the likeliest first. Sealed senders are compared by a mark that never
   * leaves the service; what is typed as sender is not kept. `ready` false: the register is still being read, ask again.
   */
  duplicates: oc
    .input(
      z.object({
        id: idSchema.optional(),
        summary: z.string().max(2000).default(''),
        items: z.array(z.string().max(5000)).max(100).default([]),
        members: z.array(idSchema).max(200).default([]),
        organisations: z.array(idSchema).max(200).default([]),
        subject: z.string().max(500).default(''),
        senderName: z.string().max(200).default(''),
        senderAddress: z.string().max(500).default(''),
      }),
    )
    .output(z.object({ ready: z.boolean(), hits: z.array(duplicateSchema) })),
  /** Moves items of a mixed petition to a new one with a number of its own; the sender stays sealed with the first. */
  split: oc
    .input(
      z.object({
        id: idSchema,
        revision: z.number().int(),
        items: z.array(idSchema).min(1),
        kind: z.string(),
        summary: z.string().min(1).max(500),
        today: daySchema,
      }),
    )
    .output(z.object({ id: idSchema, number: z.number().int() })),
  /** Forwarded petitions that nobody has answered, the longest waiting first. */
  awaiting: oc.input(z.object({ today: daySchema })).output(
    z.object({
      rows: z.array(
        z.object({
          id: idSchema,
          title: z.string(),
          to: z.string(),
          letter: z.string(),
          sentOn: daySchema,
          answerDueOn: daySchema.nullable(),
          waitingDays: z.number().int(),
        }),
      ),
    }),
  ),
};
