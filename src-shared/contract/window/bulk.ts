import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema } from './common';
import { archiveScopeSchema } from './verification';

/** Text fields of a document that may be corrected in many at once. */
export const bulkFields = ['issuer', 'signer', 'signerPost', 'place', 'authority', 'subject', 'topic', 'symbol'] as const;
export const bulkFieldSchema = z.enum(bulkFields);
export type BulkField = z.infer<typeof bulkFieldSchema>;

export const bulkChangeSchema = z.discriminatedUnion('kind', [
  /** These values become that one. */
  z.object({ kind: z.literal('values'), from: z.array(z.string().max(500)).min(1).max(200), to: z.string().max(500) }),
  /** Within the values, a part is replaced. `exact`: case and diacritics count. */
  z.object({ kind: z.literal('replace'), find: z.string().min(1).max(200), to: z.string().max(500), exact: z.boolean() }),
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;

const inputSchema = z.object({ field: bulkFieldSchema, scope: archiveScopeSchema.default({}), change: bulkChangeSchema });
export type BulkInput = z.infer<typeof inputSchema>;

export const variantGroupSchema = z.object({
  /** The most frequent first. */
  values: z.array(z.object({ value: z.string(), count: z.number().int() })),
  /** What they may all become: the name in the organisation tree where one is like it, else the most frequent. */
  proposal: z.string(),
});
export type VariantGroup = z.infer<typeof variantGroupSchema>;

export const actSchema = z.object({
  id: z.number().int(),
  title: z.string(),
  at: instantSchema,
  by: z.string(),
  records: z.number().int(),
  undoneAt: instantSchema.nullable(),
});
export type Act = z.infer<typeof actSchema>;

export const bulk = {
  /** Values of a field that are one thing written in several ways. */
  variants: oc
    .input(z.object({ field: bulkFieldSchema, scope: archiveScopeSchema.default({}) }))
    .output(z.object({ groups: z.array(variantGroupSchema), values: z.number().int() })),
  preview: oc.input(inputSchema).output(
    z.object({
      total: z.number().int(),
      /** Of these a person has confirmed the value before. */
      confirmed: z.number().int(),
      sample: z.array(z.object({ id: idSchema, title: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  apply: oc.input(inputSchema).output(z.object({ act: z.number().int().nullable(), records: z.number().int() })),
  /** What was done to many records at once, or by verification, newest first. */
  acts: oc.input(z.object({ limit: z.number().int().min(1).max(100).default(20) })).output(z.object({ acts: z.array(actSchema) })),
  /** Takes one back: fields that were changed again meanwhile stay as they are and are counted in `kept`. */
  undo: oc.input(z.object({ act: z.number().int() })).output(z.object({ records: z.number().int(), kept: z.number().int() })),
};
