import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, imageHashSchema, recordTypeSchema } from './common';
import { chosenFacetsSchema } from './finding';

/** Text in pieces, of which the found ones are marked. */
export const snippetSchema = z.array(z.object({ text: z.string(), mark: z.boolean() }));
export type Snippet = z.infer<typeof snippetSchema>;
const boxSchema = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() });

export const hitSchema = z.object({
  id: idSchema,
  type: recordTypeSchema,
  title: snippetSchema,
  subtitle: z.string(),
  snippet: snippetSchema,
  year: z.number().int().nullable(),
  dueOn: z.string().nullable(),
  closed: z.boolean(),
  /** For a page: its image and where the found words stand on it, in pixels of the image. */
  page: z
    .object({
      documentId: idSchema,
      image: imageHashSchema,
      width: z.number(),
      height: z.number(),
      order: z.number(),
      state: z.string(),
      boxes: z.array(boxSchema),
    })
    .nullable(),
});
export type Hit = z.infer<typeof hitSchema>;

export const searchQuerySchema = z.object({
  text: z.string().min(1).max(200),
  kinds: z.array(recordTypeSchema).default([]),
  years: z.array(z.number().int()).default([]),
  fileId: idSchema.optional(),
  facets: chosenFacetsSchema.default({}),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(100).default(30),
  /** Beside the hits, so many of the best of each kind that was found. */
  perKind: z.number().int().min(1).max(10).optional(),
});

export const search = {
  query: oc.input(searchQuerySchema).output(
    z.object({
      total: z.number().int(),
      /** True when counting stopped at its bound; shown as "hơn …". */
      more: z.boolean(),
      hits: z.array(hitSchema),
      /** Empty unless `perKind` asked for them; most hits first. */
      groups: z.array(z.object({ kind: recordTypeSchema, total: z.number().int(), hits: z.array(hitSchema) })),
      kinds: z.array(z.object({ kind: recordTypeSchema, count: z.number().int() })),
      years: z.array(z.object({ year: z.number().int(), count: z.number().int() })),
      milliseconds: z.number(),
    }),
  ),
};
