import { oc } from '@orpc/contract';
import { z } from 'zod';
import {
  idSchema,
  instantSchema,
  listQuerySchema,
  querySchema,
  recordTypeSchema,
  recordViewSchema,
  titlesSchema,
  valuesSchema,
} from './common';

export const recordWithTitlesSchema = z.object({ record: recordViewSchema, titles: titlesSchema });
export const changeSchema = z.object({
  type: recordTypeSchema,
  /** Absent: a new record. */
  id: idSchema.optional(),
  /** Only the fields to set; null clears one. */
  values: valuesSchema,
  /** Refused when somebody changed the same fields after this revision. */
  expectedRevision: z.number().int().optional(),
});
export const historyEntrySchema = z.object({
  at: instantSchema,
  actor: z.string(),
  action: z.string(),
  reason: z.string().nullable(),
  /** The workstation: its name as the province knows it, '' where none is known; `here`: this one. */
  device: z.string(),
  here: z.boolean(),
  /** Values before and after by field; of sealed fields both are '[sealed]'. Long texts are cut with '…'. */
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
export const lookupHitSchema = z.object({ id: idSchema, type: recordTypeSchema, title: z.string(), subtitle: z.string() });

export const records = {
  list: oc.input(listQuerySchema).output(z.object({ rows: z.array(recordViewSchema), titles: titlesSchema, total: z.number().int() })),
  counts: oc.input(z.object({ queries: z.array(querySchema).max(20) })).output(z.object({ counts: z.array(z.number().int()) })),
  get: oc.input(z.object({ type: recordTypeSchema, id: idSchema })).output(recordWithTitlesSchema),
  save: oc.input(changeSchema).output(recordWithTitlesSchema),
  /** Several records in one transaction, e.g. a case step with its checklist. */
  saveAll: oc.input(z.object({ changes: z.array(changeSchema).min(1).max(200) })).output(z.object({ records: z.array(recordViewSchema) })),
  /** Moved aside with a reason, never deleted. */
  remove: oc.input(z.object({ type: recordTypeSchema, id: idSchema, reason: z.string().max(500) })).output(recordViewSchema),
  restore: oc.input(z.object({ type: recordTypeSchema, id: idSchema, reason: z.string().max(500) })).output(recordViewSchema),
  /** Opens sealed fields; the reason is audited. */
  unseal: oc
    .input(z.object({ type: recordTypeSchema, id: idSchema, reason: z.string().min(1).max(500) }))
    .output(z.object({ values: z.record(z.string(), z.string()) })),
  history: oc.input(z.object({ id: idSchema })).output(z.object({ entries: z.array(historyEntrySchema), titles: titlesSchema })),
  lookup: oc
    .input(
      z.object({ types: z.array(recordTypeSchema).min(1), text: z.string().max(200), limit: z.number().int().min(1).max(50).default(12) }),
    )
    .output(z.object({ hits: z.array(lookupHitSchema) })),
  /** The next free number of a register within the year of `day` (or the term), as a proposal. */
  nextNumber: oc
    .input(z.object({ type: recordTypeSchema, field: z.string(), day: z.string(), within: z.record(z.string(), z.string()).optional() }))
    .output(z.object({ number: z.number().int() })),
};
