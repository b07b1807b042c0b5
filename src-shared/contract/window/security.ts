import { oc } from '@orpc/contract';
import { z } from 'zod';
import { approvedActions } from '../../secrecy/second-person';
import { levels, waysOut } from '../../secrecy/policy';
import { capabilities, roleNames } from '../../secrecy/roles';
import { idSchema } from './common';

const passphrase = z.string().min(1).max(200);
const done = z.object({ done: z.literal(true) });

export const roleSchema = z.enum(roleNames);
export const levelSchema = z.enum(levels);

/** Who is signed in and what they may do. */
export const meSchema = z.object({
  userId: z.string(),
  role: roleSchema,
  clearance: levelSchema,
  may: z.array(z.enum(capabilities)),
  /** Whether sealed senders, destruction and reopening need a second person. */
  fourEyes: z.boolean(),
});
export type Me = z.infer<typeof meSchema>;

export const personSchema = z.object({ id: z.string(), name: z.string(), title: z.string(), role: roleSchema, clearance: levelSchema });
export type Person = z.infer<typeof personSchema>;

export const keysSchema = z.object({
  recovery: z.object({ madeAt: z.string(), split: z.boolean() }).nullable(),
  /** Argon2id of the signed-in person: memory in KiB, passes. */
  kdf: z.object({ memory: z.number(), passes: z.number() }),
  /** Whether the system's key store opens the book for the signed-in person; null where the policy forbids it. */
  byMachine: z.boolean().nullable(),
});

export const sheetsSchema = z.object({
  madeAt: z.string(),
  /** One sheet, or three of which two open the book; each with its words and a QR code of them as SVG path. */
  sheets: z.array(z.object({ words: z.array(z.string()), qr: z.object({ size: z.number(), path: z.string() }) })),
});
export type Sheets = z.infer<typeof sheetsSchema>;

export const approvalSchema = z.object({
  id: z.string(),
  action: z.enum(approvedActions),
  recordId: z.string(),
  title: z.string(),
  reason: z.string(),
  askedBy: z.string(),
  askedByName: z.string(),
  askedAt: z.string(),
  approved: z.boolean().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decision: z.string(),
  usedAt: z.string().nullable(),
});
export type ApprovalView = z.infer<typeof approvalSchema>;

export const auditEntrySchema = z.object({
  seq: z.number().int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  type: z.string().nullable(),
  recordId: z.string().nullable(),
  title: z.string(),
  reason: z.string().nullable(),
  fields: z.array(z.string()),
});

export const auditQuerySchema = z.object({
  text: z.string().max(200).default(''),
  actor: z.string().optional(),
  action: z.string().optional(),
  recordId: idSchema.optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  beforeSeq: z.number().int().optional(),
  limit: z.number().int().min(1).max(500).default(100),
});

export const auditVerdictSchema = z.object({
  entries: z.number().int(),
  brokenAt: z.number().int().nullable(),
  signed: z.number().int(),
  /** What the hub keeps of this book, compared; null where there is no hub. */
  anchored: z.object({ upTo: z.number().int(), brokenAt: z.number().int().nullable() }).nullable(),
});
export type AuditVerdict = z.infer<typeof auditVerdictSchema>;

const verdictSchema = z.enum(['free', 'approval', 'never']);

export const security = {
  me: oc.output(meSchema),
  people: oc.output(z.object({ people: z.array(personSchema) })),
  addPerson: oc
    .input(
      z.object({
        name: z.string().min(1).max(120),
        title: z.string().max(120),
        role: roleSchema,
        clearance: levelSchema,
        passphrase,
        ownPassphrase: passphrase,
      }),
    )
    .output(personSchema),
  setRights: oc.input(z.object({ userId: z.string(), role: roleSchema, clearance: levelSchema, ownPassphrase: passphrase })).output(done),
  removePerson: oc.input(z.object({ userId: z.string(), ownPassphrase: passphrase })).output(done),
  /** Own passphrase, or that of somebody who forgot theirs. */
  setPassphrase: oc.input(z.object({ userId: z.string(), passphrase, ownPassphrase: passphrase })).output(done),
  keys: oc.output(keysSchema),
  /** A new recovery sheet; the former one opens nothing from then on. Shown once. */
  makeSheet: oc.input(z.object({ split: z.boolean(), ownPassphrase: passphrase })).output(sheetsSchema),
  /** Encrypts everything anew under a new master key. The book is closed meanwhile. */
  rotate: oc.input(z.object({ ownPassphrase: passphrase })).output(done),
  /** Lets the operating system's key store open the book for the signed-in person, or no more. */
  keepOnMachine: oc.input(z.object({ on: z.boolean(), ownPassphrase: passphrase })).output(done),
  ask: oc
    .input(z.object({ action: approvalSchema.shape.action, recordId: idSchema, reason: z.string().min(1).max(500) }))
    .output(approvalSchema),
  /** A refusal needs a reason. */
  decide: oc.input(z.object({ id: idSchema, approved: z.boolean(), reason: z.string().max(500).default('') })).output(approvalSchema),
  /** The second person is here and types their passphrase: asks and approves in one step. */
  approveHere: oc
    .input(
      z.object({
        action: approvalSchema.shape.action,
        recordId: idSchema,
        reason: z.string().min(1).max(500),
        userId: z.string(),
        passphrase,
      }),
    )
    .output(approvalSchema),
  /** What waits for a second person, and what was decided, newest first. */
  approvals: oc.output(z.object({ waiting: z.array(approvalSchema), history: z.array(approvalSchema) })),
  /** What the window shows now: the highest level of it, and whether pictures of the window and copies may be made. */
  shown: oc
    .input(z.object({ ids: z.array(idSchema).max(20) }))
    .output(z.object({ level: levelSchema, screenshot: verdictSchema, clipboard: verdictSchema })),
  /** Asked by the window before it prints or copies what these records hold. */
  leave: oc
    .input(
      z.object({
        way: z.enum(waysOut).extract(['print', 'clipboard']),
        ids: z.array(idSchema).min(1).max(500),
        what: z.string().max(200),
        reason: z.string().max(500).default(''),
      }),
    )
    .output(done),
  audit: oc.input(auditQuerySchema).output(z.object({ entries: z.array(auditEntrySchema) })),
  verifyAudit: oc.output(auditVerdictSchema),
  /** Writes the audit log to a file that `kts audit verify` and the hub can check. */
  exportAudit: oc.input(z.object({ path: z.string().min(1).max(1000) })).output(z.object({ entries: z.number().int() })),
};
