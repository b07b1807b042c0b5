import { oc } from '@orpc/contract';
import { z } from 'zod';
import { daySchema, idSchema, recordTypeSchema } from './common';

const label = z.object({ vi: z.string(), en: z.string() });
const figure = z.union([z.number(), z.string()]);
/** The days from..to, of the whole committee or of one organisation with all that belongs to it. */
export const countedSchema = z.object({ form: z.string().max(20), from: daySchema, to: daySchema, unit: idSchema.optional() });
export type CountedQuery = z.input<typeof countedSchema>;

const headerCell = z.object({
  text: z.string(),
  row: z.number().int(),
  column: z.number().int(),
  across: z.number().int(),
  down: z.number().int(),
  upright: z.boolean(),
});
/** A record behind a figure. */
export const countedRecordSchema = z.object({
  type: recordTypeSchema,
  id: idSchema,
  title: z.string(),
  subtitle: z.string(),
  /** Whom it is about, where that is not its title. */
  about: z.string(),
  state: z.string(),
});
export type CountedRecord = z.infer<typeof countedRecordSchema>;

export const formSchema = z.object({
  form: z.string(),
  title: z.string(),
  unit: z.string(),
  rowHead: z.string(),
  basis: z.string(),
  unverified: z.string(),
  /** Whether the committee's own version is counted. */
  changed: z.boolean(),
  period: z.string(),
  /** As it is printed: head of the paper, and the line below the title. */
  head: z.object({ upper: z.string(), issuer: z.string(), placeAndDate: z.string() }),
  subtitle: z.string(),
  header: z.array(headerCell),
  rows: z.array(
    z.object({
      key: z.string(),
      mark: z.string(),
      label: z.string(),
      weight: z.enum(['group', 'total']).optional(),
      head: z.boolean(),
      note: z.string(),
    }),
  ),
  columns: z.array(z.object({ key: z.string(), label: z.string() })),
  figures: z.array(z.array(figure)),
  checks: z.array(z.object({ state: z.enum(['ok', 'note', 'gap', 'wrong']), text: label, records: z.number().int() })),
  /** What was sent of this form for this period and unit, the latest first. */
  snapshots: z.array(z.object({ id: idSchema, takenOn: daySchema, takenBy: z.string(), sentNumber: z.string() })),
  /** Cells that differ from what was sent last for this period and unit. */
  differences: z.array(z.object({ row: z.number().int(), column: z.number().int(), sent: figure, now: figure })),
});
export type FormView = z.infer<typeof formSchema>;

export const cellSchema = z.object({
  row: z.string(),
  column: z.string(),
  figure,
  rule: z.string(),
  records: z.array(countedRecordSchema),
  /** Against what was sent last: of this period, else of an earlier one of the same year. */
  sent: z
    .object({ period: z.string(), takenOn: daySchema, figure, added: z.array(countedRecordSchema), gone: z.array(countedRecordSchema) })
    .nullable(),
});
export type CellView = z.infer<typeof cellSchema>;

const packForm = z.object({ id: z.string(), name: z.string(), title: z.string(), changed: z.boolean() });

export const statistics = {
  packs: oc.output(z.object({ packs: z.array(z.object({ id: z.string(), name: z.string(), forms: z.array(packForm) })) })),
  form: oc.input(countedSchema.extend({ today: daySchema })).output(formSchema),
  cell: oc.input(countedSchema.extend({ row: z.number().int(), column: z.number().int() })).output(cellSchema),
  /** The records that a check names. */
  check: oc.input(countedSchema.extend({ check: z.number().int() })).output(z.object({ records: z.array(countedRecordSchema) })),
  /** Keeps the figures of these forms as sent. */
  take: oc
    .input(
      z.object({
        forms: z.array(z.string()).min(1).max(60),
        from: daySchema,
        to: daySchema,
        unit: idSchema.optional(),
        today: daySchema,
        sentNumber: z.string().max(60).optional(),
      }),
    )
    .output(z.object({ taken: z.number().int() })),
  /** Writes the forms, each on its sheet. */
  excel: oc
    .input(
      z.object({
        forms: z.array(z.string()).min(1).max(60),
        from: daySchema,
        to: daySchema,
        unit: idSchema.optional(),
        today: daySchema,
        file: z.string().min(1),
      }),
    )
    .output(z.object({ file: z.string() })),
  /** The report in words of a period, from the same figures. */
  narrative: oc
    .input(z.object({ from: daySchema, to: daySchema, unit: idSchema.optional() }))
    .output(z.object({ sections: z.array(z.object({ title: z.string(), paragraphs: z.array(z.string()) })) })),
  narrativeFile: oc
    .input(z.object({ from: daySchema, to: daySchema, unit: idSchema.optional(), today: daySchema, file: z.string().min(1) }))
    .output(z.object({ file: z.string() })),
  /** The whole definition of a form as JSON, to mend labels and rules; null takes the built-in one back. */
  definition: oc.input(z.object({ form: z.string() })).output(z.object({ content: z.string(), changed: z.boolean() })),
  define: oc
    .input(z.object({ form: z.string(), content: z.string().max(1_000_000).nullable(), basis: z.string().max(500) }))
    .output(z.object({ form: z.string() })),
};
