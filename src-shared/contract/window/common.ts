import { z } from 'zod';
import { recordTypeNames } from '../../records/record-type-name';

export const recordTypeSchema = z.enum(recordTypeNames);
export const idSchema = z.uuid();
/** SHA-256 of a page image, lower-case hex. */
export const imageHashSchema = z.string().regex(/^[0-9a-f]{64}$/);
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const instantSchema = z.string();
export const syncStateSchema = z.enum(['waiting', 'sent', 'confirmed', 'refused']);
export type RecordSyncState = z.infer<typeof syncStateSchema>;

/** Why something does not go on; the words are in src-shared/errors. */
export const problemSchema = z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) });

export const valuesSchema = z.record(z.string(), z.unknown());

/** A record as the window sees it: sealed fields are named in `sealed` when they hold something, never with their text. */
export const recordViewSchema = z.object({
  id: idSchema,
  type: recordTypeSchema,
  values: valuesSchema,
  title: z.string(),
  subtitle: z.string(),
  sealed: z.array(z.string()),
  createdAt: instantSchema,
  createdBy: z.string(),
  updatedAt: instantSchema,
  updatedBy: z.string(),
  removedAt: instantSchema.nullable(),
  removedReason: z.string().nullable(),
  revision: z.number().int(),
  sync: syncStateSchema,
});
export type RecordView = z.infer<typeof recordViewSchema>;

/** Titles of the records that the answer refers to, by id. */
export const titlesSchema = z.record(z.string(), z.string());

export const filterSchema = z.object({
  field: z.string(),
  op: z.enum(['eq', 'in', 'contains', 'from', 'to', 'empty', 'notEmpty', 'has']),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
});
export type Filter = z.infer<typeof filterSchema>;

export const querySchema = z.object({
  type: recordTypeSchema,
  filters: z.array(filterSchema).default([]),
  /** Diacritic-free text over title and subtitle. */
  text: z.string().max(200).optional(),
  /** Due before `today` and not closed. */
  due: z.object({ today: daySchema, within: z.enum(['overdue', 'week', 'open']) }).optional(),
  removed: z.boolean().default(false),
});
export type Query = z.input<typeof querySchema>;

export const listQuerySchema = querySchema.extend({
  sort: z.array(z.object({ field: z.string(), direction: z.enum(['asc', 'desc']) })).default([]),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
});
export type ListQuery = z.input<typeof listQuerySchema>;
