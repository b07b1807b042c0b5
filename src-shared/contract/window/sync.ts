import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, imageHashSchema, instantSchema, problemSchema, recordTypeSchema, titlesSchema } from './common';

const amountSchema = z.object({ records: z.number().int(), pages: z.number().int(), bytes: z.number() });
export const syncStatusSchema = z.object({
  /** This workstation, as number ranges name it. */
  device: z.object({ id: z.string(), name: z.string() }),
  line: z.enum(['standalone', 'notEnrolled', 'paused', 'idle', 'sending', 'receiving', 'unreachable', 'refused']),
  hub: z.object({ name: z.string(), url: z.string() }).nullable(),
  waiting: amountSchema,
  sent: amountSchema,
  confirmed: amountSchema,
  /** Images that were asked for from the province and are still to come. */
  fetching: z.number().int(),
  refused: z.number().int(),
  conflicts: z.number().int(),
  /** Official numbers that stand on more than one record. */
  numberClashes: z.number().int(),
  /** Records that stay on this machine because of their secrecy. */
  keptHere: z.number().int(),
  lastConfirmedAt: instantSchema.nullable(),
  lastTriedAt: instantSchema.nullable(),
  bytesPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  /** Wall clock of this machine minus the hub's, when known. */
  clockSkewSeconds: z.number().nullable(),
  /** When the line found that the hub had been restored from a backup; what it lacked was offered again. */
  hubRestoredAt: instantSchema.nullable(),
  /** When the line found that this book had been restored or copied; it took a new life and read everything anew. */
  stationRestoredAt: instantSchema.nullable(),
  /** When the fingerprint of the scope was unequal though nothing waited; a new snapshot is taken. Null again when they agree. */
  divergedAt: instantSchema.nullable(),
  problem: problemSchema.nullable(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;
export const refusedSchema = z.object({
  id: idSchema,
  type: recordTypeSchema,
  title: z.string(),
  /** Field that has to be mended, where the hub named one. */
  field: z.string().nullable(),
  reason: z.object({ vi: z.string(), en: z.string() }),
  at: instantSchema,
});
export type RefusedItem = z.infer<typeof refusedSchema>;

/** Who made a change, and where. */
const authorSchema = z.object({
  /** Name of the person; '' where this machine does not know it. */
  name: z.string(),
  /** Name of the workstation; '' where this machine does not know it. */
  device: z.string(),
  /** Made on this workstation. */
  here: z.boolean(),
});
export const conflictSideSchema = z.object({
  /** Of a sealed field '[sealed]'; null for an emptied one. */
  value: z.unknown(),
  actor: z.string(),
  at: instantSchema,
  author: authorSchema,
  /** What the author of this side had not seen: other changes of the same record by the other side. Sealed values as above. */
  unaware: z.array(z.object({ field: z.string(), value: z.unknown() })),
});
export type ConflictSide = z.infer<typeof conflictSideSchema>;
export const conflictSchema = z.object({
  id: z.string(),
  recordId: idSchema,
  type: recordTypeSchema,
  title: z.string(),
  field: z.string(),
  /** Id of the item, where two changes of one item of a small table met: the values are items then, null where it was taken out. */
  item: z.string().nullable(),
  winner: conflictSideSchema,
  loser: conflictSideSchema,
});
export type ConflictItem = z.infer<typeof conflictSchema>;
/** `typed`: `value` as records.save takes it; null empties the field. */
export const decisionSchema = z.discriminatedUnion('choice', [
  z.object({ id: z.string(), choice: z.literal('winner') }),
  z.object({ id: z.string(), choice: z.literal('loser') }),
  z.object({ id: z.string(), choice: z.literal('typed'), value: z.unknown() }),
]);
export type Decision = z.infer<typeof decisionSchema>;
export const settledSchema = conflictSchema.extend({
  /** The value that stands in the record now. */
  present: z.unknown(),
  settledAt: instantSchema,
  settledBy: authorSchema,
});
export type SettledItem = z.infer<typeof settledSchema>;

/** An official number that stands on several records of one register. */
export const numberClashSchema = z.object({
  type: recordTypeSchema,
  field: z.string(),
  number: z.number().int(),
  /** What the records share within which the number should be theirs alone, e.g. the year or the register. */
  within: z.record(z.string(), z.unknown()),
  records: z.array(z.object({ id: idSchema, title: z.string(), subtitle: z.string(), createdAt: instantSchema, author: authorSchema })),
  /** The next free number of that register. */
  free: z.number().int(),
});
export type NumberClash = z.infer<typeof numberClashSchema>;

/** Where the image of a page is. */
export const pageLineSchema = z.object({
  /** The image is on this machine. */
  here: z.boolean(),
  /**
   * waiting, first (waiting, and to go before the others), confirmed: on its way to the province; wanted: on its way from there;
   * kept: it never leaves this machine; none: no way is open to it.
   */
  state: z.enum(['waiting', 'first', 'confirmed', 'wanted', 'kept', 'none']),
});
export type PageLine = z.infer<typeof pageLineSchema>;

export const sync = {
  status: oc.output(syncStatusSchema),
  enrol: oc.input(z.object({ hubUrl: z.url().max(300), code: z.string().min(1).max(40) })).output(syncStatusSchema),
  runNow: oc.output(syncStatusSchema),
  pause: oc.input(z.object({ paused: z.boolean() })).output(syncStatusSchema),
  refused: oc.output(z.object({ items: z.array(refusedSchema) })),
  /** Sends a refused record again after it was mended. */
  sendAgain: oc.input(z.object({ id: idSchema })).output(syncStatusSchema),
  /** What is open, of one record or of all; the newest first. `total` counts more than the list shows, `titles` name what values refer to. */
  conflicts: oc
    .input(z.object({ recordId: idSchema.optional() }).default({}))
    .output(z.object({ items: z.array(conflictSchema), titles: titlesSchema, total: z.number().int() })),
  settled: oc
    .input(z.object({ recordId: idSchema.optional() }).default({}))
    .output(z.object({ items: z.array(settledSchema), titles: titlesSchema })),
  /** Decides all of them or none. Deciding one that is settled is another decision: it stands from then on. */
  decide: oc.input(z.object({ decisions: z.array(decisionSchema).min(1).max(200) })).output(z.object({ open: z.number().int() })),
  numberClashes: oc.output(z.object({ items: z.array(numberClashSchema) })),
  pageLine: oc.input(z.object({ image: imageHashSchema })).output(pageLineSchema),
  /** Before all other pages: up where it waits here, down where it is with the province only. */
  pageFirst: oc.input(z.object({ image: imageHashSchema })).output(pageLineSchema),
  /** Asks the province for the images of this archive file that are not here. `pages` of them were asked for. */
  fetchPages: oc.input(z.object({ fileId: idSchema })).output(z.object({ pages: z.number().int() })),
};
