import { oc } from '@orpc/contract';
import { z } from 'zod';

export const gapSchema = z.object({
  /** Type and term, or year; with the mark of secret papers. */
  register: z.string(),
  first: z.number().int(),
  last: z.number().int(),
});

export const registers = {
  /** Numbers below the highest of their register that no record holds: gaps to explain, outside of ranges that workstations keep. */
  gaps: oc
    .input(z.object({ type: z.enum(['petition', 'incomingDocument', 'outgoingDocument']) }))
    .output(z.object({ gaps: z.array(gapSchema) })),
};
