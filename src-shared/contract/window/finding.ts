import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, recordTypeSchema } from './common';

export const facetNames = ['term', 'type', 'issuer', 'person', 'level', 'secrecy'] as const;
export type FacetName = (typeof facetNames)[number];
export const facetNameSchema = z.enum(facetNames);

/** Chosen values of each facet; several of one facet are alternatives, facets are combined. */
export const chosenFacetsSchema = z.partialRecord(facetNameSchema, z.array(z.string().max(300)).max(30));
export type ChosenFacets = z.infer<typeof chosenFacetsSchema>;

export const facetSchema = z.object({
  name: facetNameSchema,
  /** Most frequent first; `label` where the value is a code of the facet itself, else the value is what people read. */
  values: z.array(z.object({ value: z.string(), count: z.number().int() })),
  /** More values than are listed. */
  more: z.boolean(),
});
export type Facet = z.infer<typeof facetSchema>;

export const paperSchema = z.object({
  id: idSchema,
  type: recordTypeSchema,
  title: z.string(),
  subtitle: z.string(),
  /** YYYY, YYYY-MM or YYYY-MM-DD, '' where nobody knows. */
  day: z.string(),
  file: z.object({ id: idSchema, title: z.string() }).nullable(),
});
export type Paper = z.infer<typeof paperSchema>;

export const finding = {
  /** Facets of what a search finds, or without text of the whole archive: documents are counted, each once. */
  facets: oc
    .input(
      z.object({
        text: z.string().max(200).default(''),
        kinds: z.array(recordTypeSchema).default([]),
        years: z.array(z.number().int()).default([]),
        fileId: idSchema.optional(),
        facets: chosenFacetsSchema.default({}),
      }),
    )
    .output(
      z.object({
        facets: z.array(facetSchema),
        years: z.array(z.object({ year: z.number().int(), count: z.number().int() })),
        documents: z.number().int(),
        more: z.boolean(),
        milliseconds: z.number(),
      }),
    ),
  /** Documents of the archive by facets alone, newest first. */
  documents: oc
    .input(
      z.object({
        facets: chosenFacetsSchema,
        years: z.array(z.number().int()).default([]),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ papers: z.array(paperSchema), total: z.number().int() })),
  /** All papers of a person or organisation: those that name its record, and those in which its name stands. */
  papersOf: oc.input(z.object({ type: z.enum(['partyMember', 'organisation']), id: idSchema })).output(
    z.object({
      referring: z.array(paperSchema),
      /** Found by the name alone: may be somebody else of this name. `as`: where it stands. `exact`: with all its diacritics. */
      named: z.array(paperSchema.extend({ as: z.enum(['signer', 'issuer', 'text']), exact: z.boolean() })),
      names: z.array(z.string()),
      more: z.boolean(),
      /** How many records of this type have the same name, written without diacritics, this one among them. */
      namesakes: z.number().int(),
    }),
  ),
  /** Documents like this one by their rare neighbouring words. */
  similar: oc.input(z.object({ documentId: idSchema, limit: z.number().int().min(1).max(30).default(10) })).output(
    z.object({
      papers: z.array(
        paperSchema.extend({
          /** Share of the rare word pairs that both have, 0 to 1. */
          likeness: z.number(),
          /** The same text, or nearly: a copy, a draft, a second scan. */
          same: z.boolean(),
        }),
      ),
      milliseconds: z.number(),
    }),
  ),
  /** Documents of a file in order of time; those without a day come last. */
  timeline: oc.input(z.object({ fileId: idSchema })).output(
    z.object({
      documents: z.array(
        z.object({
          id: idSchema,
          day: z.string(),
          title: z.string(),
          documentType: z.string(),
          symbol: z.string(),
          issuer: z.string(),
          pages: z.number().int(),
          firstPage: idSchema.nullable(),
          verification: z.string(),
        }),
      ),
    }),
  ),
};
