/** What every list can do beside showing its rows: filters that a person saved, acts over many rows, and the list as a sheet. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, listQuerySchema, recordTypeSchema, titlesSchema } from './common';
import { sheetSchema } from './out';

/** A list as somebody wants to see it again: the screen and what its address says. */
export const savedFilterSchema = z.object({
  id: z.string(),
  name: z.string().min(1).max(60),
  screen: z.string().max(40),
  query: z.record(z.string(), z.string().max(4000)),
});
export type SavedFilter = z.infer<typeof savedFilterSchema>;

/** Most rows that one act, or one sheet of chosen rows, is over. */
export const mostChosen = 2000;

/** `set` replaces a value (null clears it); `add` and `take` change what a field holds several of; `aside` moves the records out of the register. */
export const manyActSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), field: z.string(), value: z.unknown() }),
  z.object({ kind: z.literal('add'), field: z.string(), value: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal('take'), field: z.string(), value: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal('aside'), reason: z.string().min(1).max(500) }),
]);
export type ManyAct = z.infer<typeof manyActSchema>;

const manySchema = z.object({ type: recordTypeSchema, ids: z.array(idSchema).min(1).max(mostChosen), act: manyActSchema });
export type Many = z.infer<typeof manySchema>;

/** Rows of a list: as filtered and sorted, or only the ones that were chosen of it. */
export const rowsSchema = z.object({
  query: listQuerySchema.omit({ offset: true, limit: true }),
  ids: z.array(idSchema).max(mostChosen).optional(),
  /** Every field that may leave, instead of the columns of the register. */
  whole: z.boolean().default(false),
  /** Which rows these are, in words, for the head of the sheet. */
  said: z.string().max(400).default(''),
});
export type ListedRows = z.input<typeof rowsSchema>;

export const lists = {
  filters: oc.output(z.object({ filters: z.array(savedFilterSchema) })),
  /** One of the same screen and name is replaced. */
  saveFilter: oc.input(savedFilterSchema.omit({ id: true })).output(savedFilterSchema),
  dropFilter: oc.input(z.object({ id: z.string() })).output(z.object({ dropped: z.boolean() })),
  /** Ids of a list in its order, at most {@link mostChosen}. */
  ids: oc.input(listQuerySchema.omit({ offset: true, limit: true })).output(z.object({ ids: z.array(idSchema), total: z.number().int() })),
  preview: oc.input(manySchema).output(
    z.object({
      /** Records that would change; the others have it already. */
      changing: z.number().int(),
      same: z.number().int(),
      sample: z.array(z.object({ id: idSchema, title: z.string(), before: z.unknown(), after: z.unknown() })),
      titles: titlesSchema,
    }),
  ),
  /** All of it or nothing, as one step that is taken back as one. @throws record.invalid, record.inUse, access.denied */
  apply: oc.input(manySchema).output(z.object({ records: z.number().int() })),
  /** Writes the list as an Excel file. `withheld`: rows that may not leave as a file, by the policy of secrecy. */
  excel: oc
    .input(rowsSchema.extend({ file: z.string().min(1) }))
    .output(z.object({ file: z.string(), rows: z.number().int(), withheld: z.number().int() })),
  /** The same sheet, for the printer. */
  sheet: oc.input(rowsSchema).output(z.object({ sheet: sheetSchema, withheld: z.number().int() })),
};
