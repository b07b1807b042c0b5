import { oc } from '@orpc/contract';
import { z } from 'zod';

const from = z.enum(['stick', 'hub']);

export const updateStateSchema = z.object({
  /** Of the running program. */
  version: z.string(),
  /** Laid out and checked; the shell installs it when a person says so. `failed`: it was tried and could not be. */
  ready: z
    .object({ version: z.string(), madeAt: z.string(), notes: z.object({ vi: z.string(), en: z.string() }), from, failed: z.boolean() })
    .nullable(),
  /** What is being laid out now. Bytes. */
  coming: z.object({ from, done: z.number(), bytes: z.number() }).nullable(),
  /** What the hub hands down and this machine does not take. */
  refused: z.object({ version: z.string(), why: z.string() }).nullable(),
  /** A version that did not start here, so that the one of before was put back. */
  putBack: z.object({ version: z.string() }).nullable(),
});
export type UpdateState = z.infer<typeof updateStateSchema>;

export const update = {
  state: oc.output(updateStateSchema),
  /** Checks and lays out the update in a file. */
  take: oc.input(z.object({ path: z.string().min(1).max(1000) })).output(updateStateSchema),
};
