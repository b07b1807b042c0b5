import { oc } from '@orpc/contract';
import { z } from 'zod';
import { hintCodes } from '../../verification/hints';
import { pageSummarySchema } from './archive';
import { idSchema, instantSchema } from './common';

/** A part of the archive; nothing named is all of it. `term` and `box` '' stand for files of which nobody wrote it down. */
export const archiveScopeSchema = z.object({
  fondsId: idSchema.optional(),
  term: z.string().max(20).optional(),
  box: z.string().max(50).optional(),
  fileId: idSchema.optional(),
});
export type ArchiveScope = z.infer<typeof archiveScopeSchema>;

const personSchema = z.object({ id: idSchema, name: z.string() });
const boxSchema = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() });

export const verifyBoxSchema = z.object({
  key: z.string(),
  /** Null: documents that are in no file yet. */
  fondsId: idSchema.nullable(),
  fonds: z.string(),
  term: z.string(),
  box: z.string(),
  files: z.number().int(),
  /** Documents with pages. */
  documents: z.number().int(),
  checked: z.number().int(),
  /** Read, and not checked. */
  waiting: z.number().int(),
  /** Of those waiting: sent back by a quality round. */
  sentBack: z.number().int(),
  /** Pages of them are still being read. */
  reading: z.number().int(),
  /** Whose it is; null: anybody's, or of several. */
  checker: personSchema.nullable(),
  shared: z.boolean(),
});
export type VerifyBox = z.infer<typeof verifyBoxSchema>;

export const sheetFieldSchema = z.object({
  name: z.string(),
  /** As the record keeps it. */
  value: z.string(),
  /** As it stands on the paper, by the machine. */
  raw: z.string().nullable(),
  /** What the machine proposes where the record says otherwise. */
  found: z.string().nullable(),
  /** 0 to 1; null where the machine says nothing. */
  confidence: z.number().nullable(),
  pageId: idSchema.nullable(),
  /** Pixels of the image as it lies. */
  box: boxSchema.nullable(),
  boxes: z.array(boxSchema),
  unsure: z.boolean(),
  confirmed: z.object({ by: z.string(), at: instantSchema, illegible: z.boolean() }).nullable(),
  hints: z.array(z.object({ code: z.enum(hintCodes), other: z.string() })),
});
export type SheetField = z.infer<typeof sheetFieldSchema>;

export const sheetSchema = z.object({
  documentId: idSchema,
  title: z.string(),
  revision: z.number().int(),
  state: z.string(),
  place: z.object({
    fonds: z.string(),
    term: z.string(),
    box: z.string(),
    fileId: idSchema.nullable(),
    file: z.string(),
  }),
  /** Place of the document among those of its file. */
  position: z.object({ index: z.number().int(), of: z.number().int(), pagesChecked: z.number().int(), pages: z.number().int() }),
  pages: z.array(pageSummarySchema),
  fields: z.array(sheetFieldSchema),
});
export type Sheet = z.infer<typeof sheetSchema>;

export const paceSchema = z.object({ today: z.number().int(), perHour: z.number().int().nullable() });

export const verification = {
  /** Boxes of the archive with what waits in them, and the people to whom they can be given. */
  boxes: oc.output(z.object({ boxes: z.array(verifyBoxSchema), people: z.array(personSchema), me: idSchema })),
  /** All files of a box become one person's, or anybody's again (null). Other workstations learn it by the sync. */
  assign: oc
    .input(z.object({ fondsId: idSchema, term: z.string(), box: z.string(), userId: idSchema.nullable() }))
    .output(z.object({ files: z.number().int() })),
  /** The next documents to check, taken for this person for half an hour: nobody else of this book is given them. */
  next: oc
    .input(z.object({ scope: archiveScopeSchema, count: z.number().int().min(1).max(5), skip: z.array(idSchema).max(200).default([]) }))
    .output(z.object({ documents: z.array(idSchema), waiting: z.number().int() })),
  /** Like `next`, of the documents that were drawn for a quality round. */
  nextOfRound: oc
    .input(z.object({ roundId: idSchema, count: z.number().int().min(1).max(5), skip: z.array(idSchema).max(200).default([]) }))
    .output(z.object({ documents: z.array(idSchema), waiting: z.number().int() })),
  sheet: oc.input(z.object({ documentId: idSchema })).output(sheetSchema),
  /** What person and machine agree on: the values become confirmed, by this person, now. One act, to be taken back as one. */
  confirm: oc
    .input(
      z.object({
        documentId: idSchema,
        /** Of every field that was looked at; '' for one that is empty on the paper. */
        values: z.record(z.string(), z.string().max(2000)),
        /** Fields that stand on the paper and cannot be read. */
        illegible: z.array(z.string()).default([]),
        expectedRevision: z.number().int(),
        /** Looked at for a quality round: differences go into its error log. */
        roundId: idSchema.optional(),
      }),
    )
    .output(z.object({ act: z.number().int(), errors: z.number().int(), pace: paceSchema })),
  /** Checked later: it comes after all others. */
  putOff: oc.input(z.object({ documentId: idSchema })).output(z.object({ putOff: z.literal(true) })),
  /** Lets go of documents that were taken and not checked. */
  release: oc.input(z.object({ documentIds: z.array(idSchema).max(20) })).output(z.object({ released: z.literal(true) })),
  suggest: oc
    .input(z.object({ field: z.string(), text: z.string().max(500), limit: z.number().int().min(1).max(10).default(5) }))
    .output(z.object({ suggestions: z.array(z.object({ value: z.string(), source: z.enum(['organisation', 'member', 'used']) })) })),
  pace: oc.output(paceSchema),
};
