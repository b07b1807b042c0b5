/**
 * Sync by USB stick (`Đồng bộ qua USB`), docs/protocol.md section 13. One piece of work at a time; while it runs its progress comes as
 * `courier` events, a few a second, and `write`, `read` answer when it ended. Whatever happens to the stick in between, the
 * data on this machine stays whole and the next time goes on.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { instantSchema } from './common';

const detailsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
const problemSchema = z.object({ code: z.string(), details: detailsSchema });
const amountSchema = z.object({ changes: z.number().int(), pages: z.number().int(), bytes: z.number() });

/** Folder of the stick, as the person chose it; the program's own folder KIEMTRASO is made inside. */
const dirSchema = z.string().min(1).max(1000);

/** Smallest and largest part, bytes, before encryption, which adds 1 MiB to 4 GiB; FAT32 holds no file of 4 GiB. */
export const partBounds = { least: 1024 * 1024, most: 4092 * 1024 * 1024, usual: 1024 ** 3 } as const;

export const courierProgressSchema = z.object({
  work: z.enum(['write', 'read']),
  /** gathering: what waits is collected. writing, checking: a part is written, read back. reading: a part is read and taken over. */
  phase: z.enum(['gathering', 'writing', 'checking', 'reading']),
  /** Part in work, from 1. */
  part: z.number().int(),
  bytesDone: z.number(),
  bytesTotal: z.number(),
  /** At the present speed; null until there is one. */
  secondsLeft: z.number().nullable(),
});
export type CourierProgress = z.infer<typeof courierProgressSchema>;

export const courierStatusSchema = z.object({
  /** The hub that bundles are written to; null: enrol first, by network or by the two files. */
  hub: z.object({ name: z.string(), profile: z.enum(['connected', 'standalone']) }).nullable(),
  /** A request file was written and its answer is awaited. */
  enrolmentPending: z.boolean(),
  /** What a bundle written now would hold: everything that is not confirmed. */
  waiting: amountSchema,
  /** Images that this machine would like to have. */
  wishes: z.number().int(),
  lastWrittenAt: instantSchema.nullable(),
  lastReadAt: instantSchema.nullable(),
  /** The work under way. */
  progress: courierProgressSchema.nullable(),
});
export type CourierStatus = z.infer<typeof courierStatusSchema>;

const bundleSchema = z.object({
  /** Short name of the bundle, the same in the names of all its files. */
  bundle: z.string(),
  parts: z.number().int(),
  bytes: z.number(),
  writtenAt: instantSchema,
  /** incoming: read here before; outgoing: the hub said that it has it. */
  done: z.boolean(),
});
export type StickBundle = z.infer<typeof bundleSchema>;

export const courierLookSchema = z.object({
  dir: z.string(),
  writable: z.boolean(),
  /** Null where the system does not tell. */
  freeBytes: z.number().nullable(),
  /** Bundles from the hub for this committee. */
  incoming: z.array(bundleSchema),
  /** Bundles that this machine wrote. */
  outgoing: z.array(bundleSchema),
  /** Files of other committees or workstations, which are left alone. */
  others: z.number().int(),
  /** The hub's answer to this machine's enrolment request is there. */
  enrolmentAnswer: z.boolean(),
});
export type CourierLook = z.infer<typeof courierLookSchema>;

export const courierWrittenSchema = z.object({
  bundle: z.string(),
  files: z.array(z.string()),
  bytes: z.number(),
  /** What it holds. */
  holds: amountSchema,
  receipts: z.number().int(),
  wishes: z.number().int(),
  /** Images that could not be read here and are left out. */
  missingPages: z.number().int(),
  /** Older bundles of this machine that were taken off the stick, because this one holds all that they held. */
  removed: z.number().int(),
  seconds: z.number(),
});
export type CourierWritten = z.infer<typeof courierWrittenSchema>;

export const courierReadSchema = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      /** read: whole. damaged: its good part was taken over. refused: nothing was. */
      outcome: z.enum(['read', 'damaged', 'refused']),
      problem: problemSchema.nullable(),
    }),
  ),
  /** Confirmed by the hub with this stick. */
  confirmed: z.object({ changes: z.number().int(), pages: z.number().int() }),
  /** Taken over from others. */
  received: amountSchema,
  /** Changes that the hub refused with this stick. */
  refused: z.number().int(),
  /** The hub was restored from a backup: what it lacks goes along with the next bundle. */
  hubRestored: z.boolean(),
  /** This book was restored or copied: it goes on under a new incarnation. */
  bookRestored: z.boolean(),
  /** Own bundles that were taken off the stick because the hub has them. */
  removed: z.number().int(),
  seconds: z.number(),
});
export type CourierRead = z.infer<typeof courierReadSchema>;

export const courier = {
  status: oc.output(courierStatusSchema),
  /** What is on a stick, without changing it. */
  look: oc.input(z.object({ dir: dirSchema })).output(courierLookSchema),
  /** Writes everything that the hub has not confirmed. `partBytes`: largest file, see {@link partBounds}. */
  write: oc
    .input(z.object({ dir: dirSchema, partBytes: z.int().min(partBounds.least).max(partBounds.most).optional() }))
    .output(courierWrittenSchema),
  /** Reads what the hub wrote for this committee. A bad file does not hold up the others: see `files`. */
  read: oc.input(z.object({ dir: dirSchema })).output(courierReadSchema),
  /** Ends the work under way after the piece in hand; its call then fails with courier.cancelled. */
  cancel: oc.output(z.object({ cancelled: z.boolean() })),
  /** First of the two files of an enrolment without network; writes it to the stick. */
  enrolRequest: oc.input(z.object({ dir: dirSchema, code: z.string().min(1).max(40) })).output(z.object({ file: z.string() })),
  /** Second file: reads the hub's answer from the stick. */
  enrolAnswer: oc.input(z.object({ dir: dirSchema })).output(courierStatusSchema),
};
