import { oc } from '@orpc/contract';
import { z } from 'zod';
import { daySchema, idSchema, recordTypeSchema, valuesSchema } from './common';

const caseRef = { id: idSchema, revision: z.number().int() };

export const dossierEntrySchema = z.object({
  order: z.number().int(),
  name: z.string(),
  symbol: z.string(),
  date: z.string(),
  pages: z.number().int(),
  /** First page within the dossier; 0 where there is no scan. */
  fromPage: z.number().int(),
  /** Record that the paper is, where there is one. */
  type: recordTypeSchema.nullable(),
  id: idSchema.nullable(),
  /** The scanned document whose pages go into the dossier. */
  document: idSchema.nullable(),
  state: z.enum(['present', 'missing', 'notScanned']),
});
export type DossierEntry = z.infer<typeof dossierEntrySchema>;

export const cases = {
  /** Supervision becomes an inspection, or any other change of type: open steps end, those of the new type follow, everything that is there stays. */
  changeType: oc
    .input(z.object({ ...caseRef, to: z.string(), on: daySchema, document: z.string().max(100), reason: z.string().min(1).max(500) }))
    .output(z.object({ steps: z.number().int(), items: z.number().int() })),
  /** The time limit of the case: how long, in which days, from when, by what; gives the new due day. */
  setDuration: oc
    .input(
      z.object({
        ...caseRef,
        days: z.number().int().min(1).max(3650),
        dayKind: z.enum(['calendar', 'working']),
        source: z.string().min(1).max(300),
        today: daySchema,
      }),
    )
    .output(z.object({ dueOn: daySchema })),
  extend: oc
    .input(
      z.object({
        ...caseRef,
        days: z.number().int().min(1).max(3650),
        document: z.string().max(100),
        date: daySchema,
        reason: z.string().min(1).max(500),
      }),
    )
    .output(z.object({ dueOn: daySchema.nullable() })),
  /** Stops the clock from this day on. */
  pause: oc
    .input(z.object({ ...caseRef, from: daySchema, document: z.string().max(100), reason: z.string().min(1).max(500) }))
    .output(z.object({ paused: z.literal(true) })),
  /** The clock goes on after this day. */
  resume: oc.input(z.object({ ...caseRef, to: daySchema })).output(z.object({ dueOn: daySchema.nullable() })),
  /** All papers of the case in the order of its steps: the table of contents of its dossier. */
  dossier: oc
    .input(z.object({ id: idSchema }))
    .output(z.object({ title: z.string(), entries: z.array(dossierEntrySchema), pages: z.number().int() })),
  /** How long the file of the case is to be kept by the rules in force on this day; null where they say nothing of it. */
  retention: oc.input(z.object({ id: idSchema, today: daySchema })).output(
    z
      .object({
        retention: z.string(),
        what: z.object({ vi: z.string(), en: z.string() }),
        source: z.string(),
        unverified: z.boolean(),
        pack: z.string(),
      })
      .nullable(),
  ),
  /** Makes the archive file of a case, links it, and puts the case's scans that lie in no file into it. */
  file: oc
    .input(
      z.object({
        ...caseRef,
        fonds: idSchema,
        code: z.string().min(1).max(100),
        box: z.string().max(50),
        retention: z.string().min(1).max(20),
        today: daySchema,
      }),
    )
    .output(z.object({ fileId: idSchema, documents: z.number().int() })),
  /** The notice of conclusion with its duties, in one transaction; the case then stands at THONG_BAO. */
  conclude: oc
    .input(z.object({ ...caseRef, conclusion: valuesSchema, duties: z.array(valuesSchema).max(100) }))
    .output(z.object({ conclusionId: idSchema, duties: z.number().int() })),
};
