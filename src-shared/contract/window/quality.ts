import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema } from './common';
import { archiveScopeSchema } from './verification';

export const qualitySettingsSchema = z.object({
  /** Share of the documents that is looked at again, in percent. */
  v2Percent: z.number().int().min(1).max(100),
  v3Percent: z.number().int().min(1).max(100),
  /** A batch with more errors in a thousand fields goes back. */
  acceptedPermille: z.number().int().min(0).max(1000),
});
export type QualitySettings = z.infer<typeof qualitySettingsSchema>;

export const qualityRoundSchema = z.object({
  id: idSchema,
  title: z.string(),
  level: z.string(),
  state: z.string(),
  percent: z.number().int(),
  acceptedPermille: z.number().int(),
  seed: z.string(),
  population: z.number().int(),
  drawn: z.number().int(),
  checked: z.number().int(),
  fields: z.number().int(),
  errors: z.number().int(),
  permille: z.number().nullable(),
  drawnAt: instantSchema,
  drawnBy: z.string(),
  closedAt: instantSchema.nullable(),
});
export type QualityRound = z.infer<typeof qualityRoundSchema>;

/** One line of the error log. */
export const qualityErrorSchema = z.object({
  checkId: idSchema,
  itemId: idSchema,
  roundId: idSchema,
  level: z.string(),
  place: z.string(),
  documentId: idSchema,
  document: z.string(),
  field: z.string(),
  kind: z.string(),
  from: z.string(),
  to: z.string(),
  foundBy: z.string(),
  madeBy: z.string(),
  at: instantSchema,
});
export type QualityError = z.infer<typeof qualityErrorSchema>;

/** Errors of one person, place, kind or field; `fields` 0 where what was checked is not known by it. */
export const qualityRateSchema = z.object({
  name: z.string(),
  documents: z.number().int(),
  fields: z.number().int(),
  errors: z.number().int(),
  permille: z.number().nullable(),
});
export type QualityRate = z.infer<typeof qualityRateSchema>;

export const qualityReportSchema = z.object({
  people: z.array(qualityRateSchema),
  places: z.array(qualityRateSchema),
  kinds: z.array(qualityRateSchema),
  /** How often people changed what the machine had read, of each field (V1). */
  machine: z.array(qualityRateSchema),
});
export type QualityReport = z.infer<typeof qualityReportSchema>;

export const quality = {
  settings: oc.output(qualitySettingsSchema),
  setSettings: oc.input(qualitySettingsSchema.partial()).output(qualitySettingsSchema),
  rounds: oc.output(z.object({ rounds: z.array(qualityRoundSchema) })),
  /** Draws a share of the verified documents of a place. The seed is recorded; given one, the same documents are drawn. */
  draw: oc
    .input(
      z.object({
        level: z.enum(['V2', 'V3']),
        scope: archiveScopeSchema,
        percent: z.number().int().min(1).max(100).optional(),
        seed: z.string().min(1).max(64).optional(),
      }),
    )
    .output(qualityRoundSchema),
  /** Ends a round that was checked whole: accepted, or its whole batch goes back to be verified anew. */
  close: oc.input(z.object({ roundId: idSchema })).output(qualityRoundSchema),
  errors: oc
    .input(z.object({ roundId: idSchema.optional(), limit: z.number().int().min(1).max(2000).default(500) }))
    .output(z.object({ errors: z.array(qualityErrorSchema), total: z.number().int() })),
  /** A person names another kind of error, or whose it was not. */
  setKind: oc.input(z.object({ checkId: idSchema, itemId: idSchema, kind: z.string() })).output(z.object({ saved: z.literal(true) })),
  report: oc.output(qualityReportSchema),
  /** The report and the error log as one table of texts, first row its head. */
  /** `documentIds`: the documents that its rows name. */
  table: oc.output(
    z.object({ documentIds: z.array(idSchema), name: z.string(), rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))) }),
  ),
};
