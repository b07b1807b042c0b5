import { oc } from '@orpc/contract';
import { z } from 'zod';

/** Settings of this machine and book; none of them is secret. */
export const settingsSchema = z.object({
  language: z.enum(['vi', 'en']),
  textScale: z.union([z.literal(100), z.literal(125), z.literal(150)]),
  highContrast: z.boolean(),
  /** How many pages are read at once. */
  readers: z.number().int().min(1).max(4),
  /** Minutes without a touch after which the book is locked; 0: never. */
  autoLock: z.number().int().min(0).max(120),
  /** Whether the list of the first hour is offered by itself: from the making of a book in the window until somebody puts it away. */
  firstSteps: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const aboutSchema = z.object({
  version: z.string(),
  dataDir: z.string(),
  records: z.number().int(),
  pages: z.number().int(),
  schema: z.number().int(),
  sqlite: z.string(),
});

export const settings = {
  get: oc.output(settingsSchema),
  set: oc.input(settingsSchema.partial()).output(settingsSchema),
  about: oc.output(aboutSchema),
};
