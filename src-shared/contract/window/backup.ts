import { oc } from '@orpc/contract';
import { z } from 'zod';
import { problemSchema } from './common';

const setSchema = z.object({
  name: z.string(),
  madeAt: z.string(),
  records: z.number().int(),
  pages: z.number().int(),
  /** Of the database. */
  bytes: z.number(),
});

export const backupStateSchema = z.object({
  /** The second place; null while nobody chose one. */
  place: z.string().nullable(),
  daily: z.boolean(),
  onClose: z.boolean(),
  running: z.boolean(),
  last: z
    .object({ at: z.string(), name: z.string().nullable(), bytes: z.number(), pages: z.number().int(), problem: problemSchema.nullable() })
    .nullable(),
  /** Newest first; empty where the place is not connected. */
  sets: z.array(setSchema),
});
export type BackupState = z.infer<typeof backupStateSchema>;

export const checkedSchema = z.object({
  name: z.string(),
  sound: z.boolean(),
  problems: z.array(z.string()),
  pages: z.number().int(),
  missing: z.number().int(),
  damaged: z.number().int(),
});

/** A set that a person may choose to restore, before anything is unlocked. */
export const foundSetSchema = z.object({
  dir: z.string(),
  committee: z.string(),
  madeAt: z.string(),
  records: z.number().int(),
  pages: z.number().int(),
  users: z.array(z.object({ id: z.string(), name: z.string(), title: z.string() })),
  hasRecovery: z.boolean(),
});
export type FoundSet = z.infer<typeof foundSetSchema>;

const secret = z.string().min(1).max(400);
export const restoredSchema = z.object({
  madeAt: z.string(),
  records: z.number().int(),
  pages: z.number().int(),
  missing: z.number().int(),
  setAside: z.string().nullable(),
});
export type RestoredView = z.infer<typeof restoredSchema>;

export const healthSchema = z.object({
  /** Images looked at in this round, and when the last round ended. */
  checked: z.number().int(),
  roundAt: z.string().nullable(),
  database: z.enum(['sound', 'damaged', 'unknown']),
  mended: z.number().int(),
  /** Ids of pages that neither backup nor province could give back. */
  lost: z.array(z.string()),
});
export type Health = z.infer<typeof healthSchema>;

export const backup = {
  state: oc.output(backupStateSchema),
  set: oc
    .input(z.object({ place: z.string().max(1000).nullable(), daily: z.boolean(), onClose: z.boolean() }).partial())
    .output(backupStateSchema),
  run: oc.output(backupStateSchema),
  check: oc.input(z.object({ name: z.string().optional() })).output(checkedSchema),
  health: oc.output(healthSchema),
  /** Looks at every image and the database now, and mends what can be mended. */
  mend: oc.output(healthSchema),
  /** Before a book is unlocked: sets on a disk or in a folder. */
  find: oc.input(z.object({ place: z.string().min(1).max(1000) })).output(z.object({ sets: z.array(foundSetSchema) })),
  /** Restores a set as the office's book; a book that is there is set aside. The book stays locked. */
  restore: oc
    .input(
      z.object({
        dir: z.string().min(1).max(1000),
        userId: z.string(),
        passphrase: secret.optional(),
        /** Words of the sheet or of two shares, instead of the passphrase. */
        words: z.array(z.string().max(400)).max(3).optional(),
        newPassphrase: secret.optional(),
      }),
    )
    .output(restoredSchema),
};
