import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { recordTypeSchema } from './common';
import { courierProgressSchema } from './courier';

/** Sent after the transaction has been committed; the window drops the cached queries that it touches. */
export const serviceEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('records'), types: z.array(recordTypeSchema), ids: z.array(z.string()), savedAt: z.string() }),
  z.object({ kind: z.literal('queue') }),
  /** The fields of a document were extracted anew. */
  z.object({ kind: z.literal('extraction'), documentId: z.string() }),
  z.object({ kind: z.literal('sync') }),
  z.object({ kind: z.literal('session') }),
  /** This person did something that can be taken back: a new step, by its number. */
  z.object({ kind: z.literal('step'), step: z.number().int() }),
  z.object({ kind: z.literal('settings') }),
  /** A stick is written or read; null when that ended. */
  z.object({ kind: z.literal('courier'), progress: courierProgressSchema.nullable() }),
]);
export type ServiceEvent = z.infer<typeof serviceEventSchema>;

export const events = { subscribe: oc.output(eventIterator(serviceEventSchema)) };
