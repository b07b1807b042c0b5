/** What is known of the update that was laid out last; who writes it when: src-shared/node/update-note. */
import { z } from 'zod';

const text = z.string().max(4000);
export const updateNote = z.object({
  version: text,
  /** The version that ran when the update was laid out: what is put back. */
  before: text,
  /** Schema of the books that `before` writes: where one was carried further, its copy of then is put back, too. */
  schemaBefore: z.int().min(0),
  /** The installer or archive of this system, whole, and its signed hash. */
  path: text,
  sha256: text,
  madeAt: text,
  notes: z.object({ vi: text, en: text }),
  from: z.enum(['stick', 'hub']),
  state: z.enum(['ready', 'installing', 'answered', 'good', 'back']),
  /** Starts of the new version that have not answered yet. */
  starts: z.int().min(0),
  /** Times that it could not be installed; the program stayed as it was. */
  failed: z.int().min(0),
  /** Openings of a book by the new version that came to no end. */
  openings: z.int().min(0),
});
export type UpdateNote = z.infer<typeof updateNote>;
