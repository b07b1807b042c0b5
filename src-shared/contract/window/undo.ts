/** Taking back what this person did last, step by step, as long as the book is open. */
import { oc } from '@orpc/contract';
import { z } from 'zod';

export const undoStepSchema = z.object({
  id: z.number().int(),
  /** What was done to the first record; a step over several has `records` of them. */
  kind: z.enum(['create', 'update', 'remove', 'restore']),
  /** Title of the first record. */
  title: z.string(),
  records: z.number().int(),
  /** Sealed text was changed: nothing of it is kept outside of the record, so it cannot be put back. */
  sealed: z.boolean(),
});
export type UndoStep = z.infer<typeof undoStepSchema>;

export const undo = {
  /** What can be taken back, the latest first. */
  steps: oc.output(z.object({ steps: z.array(undoStepSchema) })),
  /**
   * Takes back one step, the latest where none is named. `kept`: records of a step over many rows that somebody changed since; they stay.
   * @throws undo.nothing, undo.changed, undo.sealed, record.inUse
   */
  take: oc.input(z.object({ step: z.number().int().optional() })).output(z.object({ step: undoStepSchema, kept: z.number().int() })),
};
