import { oc } from '@orpc/contract';
import { z } from 'zod';
import { daySchema, idSchema } from './common';

const asked = z.object({
  form: z.enum(['01CB', '02CB']),
  year: z.number().int().min(2000).max(2100),
  period: z.string().min(1).max(10),
  today: daySchema,
  file: z.string().min(1),
});

/** Reports of branches (mẫu 01CB, 02CB). They come in as lists do: see sheetImport with type branchReport. */
export const branches = {
  /** Writes the empty form: for these branches a sheet each, for none one sheet to be copied. */
  blank: oc.input(asked.extend({ branches: z.array(idSchema).max(500) })).output(z.object({ file: z.string(), sheets: z.number().int() })),
  /** Writes what was delivered for a period, a row a branch, with sums and what does not add up. */
  collected: oc.input(asked).output(z.object({ file: z.string() })),
};
