import { oc } from '@orpc/contract';
import { z } from 'zod';

/** Which of the two books of this machine: the office's own, or the fictional one of the training committee. */
export const bookNameSchema = z.enum(['office', 'sample']);
export type BookName = z.infer<typeof bookNameSchema>;

export const userSchema = z.object({ id: z.string(), name: z.string(), title: z.string() });
export const committeeSchema = z.object({
  /** Ủy ban Kiểm tra Đảng ủy xã …, as printed. */
  name: z.string(),
  /** Đảng ủy xã …, above it on papers. */
  partyCommittee: z.string(),
  province: z.string(),
  /** Part of document symbols, e.g. UBKTĐU. */
  symbol: z.string(),
  term: z.string(),
  /** connected: syncs over the network, no content above THUONG. standalone: no network code runs, USB only. */
  profile: z.enum(['connected', 'standalone']),
});
export type Committee = z.infer<typeof committeeSchema>;

export const bookHeadSchema = z.object({
  book: bookNameSchema,
  committee: committeeSchema,
  users: z.array(userSchema),
  /** Ids of those whose passphrase the system's key store stands in for. */
  byMachine: z.array(z.string()),
});
export const sessionSchema = z.object({ book: bookNameSchema, committee: committeeSchema, user: userSchema });
export type Session = z.infer<typeof sessionSchema>;

export const statusSchema = z.object({
  version: z.string(),
  /** Books that exist, readable before unlocking. */
  books: z.array(bookHeadSchema),
  /** The open book, if any. */
  session: sessionSchema.nullable(),
});

/** Passphrase 8 to 200 characters; never logged, never stored. */
const passphrase = z.string().min(1).max(200);

export const session = {
  status: oc.output(statusSchema),
  createCommittee: oc
    .input(
      z.object({
        committee: committeeSchema,
        userName: z.string().min(1).max(120),
        userTitle: z.string().max(120),
        passphrase,
      }),
    )
    .output(sessionSchema),
  /** Makes the training committee (ủy ban tập huấn) at the first call (its passphrase is public) and opens it. */
  openSample: oc.output(sessionSchema),
  /** Throws the training committee away, with all that was typed into it; it is closed before. */
  discardSample: oc.output(z.object({ discarded: z.literal(true) })),
  unlock: oc.input(z.object({ book: bookNameSchema, userId: z.string(), passphrase })).output(sessionSchema),
  /** By the system's key store, for a person who asked for that. */
  unlockByMachine: oc.input(z.object({ book: bookNameSchema, userId: z.string() })).output(sessionSchema),
  lock: oc.output(z.object({ locked: z.literal(true) })),
  /** 32 bytes, base64, for the drafts of the open book; the window keeps it as a non-extractable key only. */
  draftKey: oc.output(z.object({ key: z.string() })),
};
