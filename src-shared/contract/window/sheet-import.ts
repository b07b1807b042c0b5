import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema, recordTypeSchema, valuesSchema } from './common';

/** Types that lists can be brought into from the window and by `kts import`. Any other type works the same way. */
export const sheetTypes = ['archiveFile', 'archiveDocument', 'partyMember', 'organisation', 'archiveFonds', 'branchReport'] as const;

/** Where the values of a column go: a field of the type, or one of the joined columns that lists use (see service/sheet-import/targets). */
export const sheetTargetSchema = z.object({ id: z.string(), vi: z.string(), en: z.string(), required: z.boolean() });

export const sheetColumnSchema = z.object({
  index: z.number().int(),
  header: z.string(),
  target: z.string().nullable(),
  /** First values that stand in it. */
  sample: z.array(z.string()),
});

export const sheetProblemSchema = z.object({
  /** Of the sheet, from 1. */
  row: z.number().int(),
  target: z.string(),
  /** Letter of the column; '' where no column holds it. */
  column: z.string(),
  text: z.string(),
  problem: z.enum([
    'required',
    'tooLong',
    'notText',
    'notADate',
    'notInList',
    'notANumber',
    'outOfRange',
    'notABoolean',
    'notAList',
    'brokenReference',
    'readOnly',
    'unknownField',
    'notFound',
    'ambiguous',
    'twice',
  ]),
  /** Row with the same key (`twice`), or a bound. */
  detail: z.number().nullable(),
});
export type SheetProblem = z.infer<typeof sheetProblemSchema>;

export const sheetPlanSchema = z.object({
  id: z.string(),
  type: recordTypeSchema,
  file: z.string(),
  sheets: z.array(z.string()),
  sheet: z.string(),
  /** Row of the headings, from 1; 0: none was found. */
  headerRow: z.number().int(),
  columns: z.array(sheetColumnSchema),
  targets: z.array(sheetTargetSchema),
  /** Name of the remembered mapping that was taken, if one fits. */
  mapping: z.string().nullable(),
  counts: z.object({
    rows: z.number().int(),
    ready: z.number().int(),
    /** Headings and sums within the list, empty rows are not counted. */
    passedOver: z.number().int(),
    /** Records that are there already. */
    existing: z.number().int(),
    faulty: z.number().int(),
  }),
  problems: z.array(sheetProblemSchema),
  /** True: there are more problems than are listed. */
  moreProblems: z.boolean(),
  /** First rows as they would be saved, values as people read them. */
  preview: z.array(
    z.object({ row: z.number().int(), state: z.enum(['ready', 'faulty', 'existing']), values: z.record(z.string(), z.string()) }),
  ),
});
export type SheetPlan = z.infer<typeof sheetPlanSchema>;

export const sheetChoiceSchema = z.object({
  /** Target of each column, in order; null: not taken. */
  columns: z.array(z.string().nullable()).max(200),
  /** Values for every row in which the list says nothing. */
  fixed: valuesSchema.default({}),
  /** What the clerk mended, instead of what stands in the file. */
  edits: z.array(z.object({ row: z.number().int(), target: z.string(), text: z.string().max(20_000) })).max(5000),
  headerRow: z.number().int().min(0).optional(),
});
export type SheetChoice = z.infer<typeof sheetChoiceSchema>;

export const sheetImportSchema = z.object({
  id: idSchema,
  type: recordTypeSchema,
  name: z.string(),
  at: instantSchema,
  rows: z.number().int(),
  undoneAt: instantSchema.nullable(),
});
export type SheetImportView = z.infer<typeof sheetImportSchema>;

export const sheetImport = {
  /**
   * Reads the file, finds the headings, proposes where each column goes, and tries it dry. Filled forms of branches (`more`: further files)
   * become one list.
   */
  open: oc
    .input(
      z.object({
        path: z.string(),
        more: z.array(z.string()).max(500).default([]),
        type: recordTypeSchema,
        sheet: z.string().optional(),
        fixed: valuesSchema.default({}),
      }),
    )
    .output(sheetPlanSchema),
  /** The same once more with other choices. Nothing is written. */
  plan: oc.input(z.object({ id: z.string(), choice: sheetChoiceSchema })).output(sheetPlanSchema),
  /** All rows that are ready, in one transaction; with faulty rows only when they are to be left out. */
  run: oc
    .input(z.object({ id: z.string(), choice: sheetChoiceSchema, leaveFaulty: z.boolean(), rememberAs: z.string().max(100).optional() }))
    .output(z.object({ importId: idSchema, created: z.number().int(), existing: z.number().int(), faulty: z.number().int() })),
  /** Moves aside everything that an import made. Refused when something of it is in use. */
  undo: oc.input(z.object({ importId: idSchema })).output(z.object({ removed: z.number().int() })),
  recent: oc.output(z.object({ imports: z.array(sheetImportSchema) })),
};
