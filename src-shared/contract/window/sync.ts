import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema, recordTypeSchema } from './common';

const amountSchema = z.object({ records: z.number().int(), pages: z.number().int(), bytes: z.number() });
export const syncStatusSchema = z.object({
  line: z.enum(['standalone', 'notEnrolled', 'paused', 'idle', 'sending', 'receiving', 'unreachable', 'refused']),
  hub: z.object({ name: z.string(), url: z.string() }).nullable(),
  waiting: amountSchema,
  sent: amountSchema,
  confirmed: amountSchema,
  refused: z.number().int(),
  conflicts: z.number().int(),
  /** Records that stay on this machine because of their secrecy. */
  keptHere: z.number().int(),
  lastConfirmedAt: instantSchema.nullable(),
  lastTriedAt: instantSchema.nullable(),
  bytesPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  /** Wall clock of this machine minus the hub's, when known. */
  clockSkewSeconds: z.number().nullable(),
  problem: z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;
export const refusedSchema = z.object({
  id: idSchema,
  type: recordTypeSchema,
  title: z.string(),
  reason: z.object({ vi: z.string(), en: z.string() }),
  at: instantSchema,
});
export const conflictSchema = z.object({
  id: z.string(),
  recordId: idSchema,
  type: recordTypeSchema,
  title: z.string(),
  field: z.string(),
  winner: z.object({ value: z.unknown(), actor: z.string(), at: instantSchema }),
  loser: z.object({ value: z.unknown(), actor: z.string(), at: instantSchema }),
});

export const sync = {
  status: oc.output(syncStatusSchema),
  enrol: oc.input(z.object({ hubUrl: z.url().max(300), code: z.string().min(1).max(40) })).output(syncStatusSchema),
  runNow: oc.output(syncStatusSchema),
  pause: oc.input(z.object({ paused: z.boolean() })).output(syncStatusSchema),
  refused: oc.output(z.object({ items: z.array(refusedSchema) })),
  /** Sends a refused record again after it was mended. */
  sendAgain: oc.input(z.object({ id: idSchema })).output(syncStatusSchema),
  conflicts: oc.output(z.object({ items: z.array(conflictSchema) })),
};
