import { oc } from '@orpc/contract';
import { z } from 'zod';
import { daySchema, idSchema } from './common';

export const packHeadSchema = z.object({
  packId: z.string(),
  name: z.string(),
  validFrom: daySchema,
  validTo: daySchema.nullable(),
  /** Where it comes from. */
  origin: z.enum(['builtIn', 'hub', 'own', 'file']),
  /** Record that holds it; null for built-in ones. */
  recordId: idSchema.nullable(),
  revision: z.number().int().nullable(),
  basis: z.array(z.string()),
  /** Cases by this pack: those that are open, and all. */
  openCases: z.number().int(),
  allCases: z.number().int(),
  /** It governs what is opened today. */
  current: z.boolean(),
});
export type PackHead = z.infer<typeof packHeadSchema>;

export const packEffectSchema = z.object({
  /** Open cases that keep their present pack. */
  keep: z.array(z.object({ packId: z.string(), openCases: z.number().int() })),
  /** Cases and decisions from the effective date on, which would have been opened under it. */
  after: z.number().int(),
  /** Cases that carry exactly this pack's id already: what is changed shows in them. */
  underThis: z.number().int(),
  /** Records here that the changed rules will speak about, as sentences. */
  affects: z.array(z.string()),
  /** What differs from the pack it was made from, as sentences. */
  changes: z.array(z.string()),
  problems: z.array(z.string()),
});
export type PackEffect = z.infer<typeof packEffectSchema>;

export const rules = {
  packs: oc.input(z.object({ today: daySchema })).output(z.object({ packs: z.array(packHeadSchema) })),
  /** JSON of a pack that holds. */
  pack: oc.input(z.object({ packId: z.string() })).output(z.object({ content: z.string() })),
  /** What saving this pack would mean; nothing is written. */
  preview: oc.input(z.object({ content: z.string().max(1_000_000), basedOn: z.string() })).output(packEffectSchema),
  /** Keeps a pack of the committee. @throws rules.notAPack, rules.builtInPack */
  save: oc
    .input(
      z.object({
        id: idSchema.optional(),
        expectedRevision: z.number().int().optional(),
        content: z.string().max(1_000_000),
        basedOn: z.string().max(60),
        decidedBy: z.string().max(300),
        remark: z.string().max(2000),
      }),
    )
    .output(z.object({ id: idSchema, packId: z.string() })),
  /** Writes a pack as a file signed with the key of this workstation. */
  exportPack: oc.input(z.object({ packId: z.string(), path: z.string().min(1).max(4096) })).output(z.object({ key: z.string() })),
  /** Whose signature a file bears and what is in it, before it is taken over. @throws rules.notSigned, rules.notAPack */
  readFile: oc.input(z.object({ path: z.string().min(1).max(4096) })).output(
    z.object({
      packId: z.string(),
      name: z.string(),
      validFrom: daySchema,
      signer: z.enum(['hub', 'own', 'unknown']),
      /** Key, base64url, of which people compare the first characters. */
      key: z.string(),
      effect: packEffectSchema,
    }),
  ),
  /** Takes over a signed file. One by an unknown key needs `confirmedKey`, the key that a person compared. @throws rules.unknownSigner */
  importFile: oc
    .input(z.object({ path: z.string().min(1).max(4096), confirmedKey: z.string().max(64).optional() }))
    .output(z.object({ id: idSchema, packId: z.string() })),
  /** A year's days as they hold now, and what the program would propose. */
  calendar: oc.input(z.object({ year: z.number().int().min(2000).max(2100) })).output(
    z.object({
      recordId: idSchema.nullable(),
      revision: z.number().int().nullable(),
      confirmed: z.boolean(),
      confirmedBy: z.string(),
      basis: z.string(),
      days: z.array(z.object({ day: daySchema, kind: z.string(), name: z.string(), basis: z.string() })),
      open: z.array(z.string()),
    }),
  ),
  /** Keeps a year's days; `confirmed` says that they were compared with the notice. Deadlines that are open are reckoned with them when asked. */
  saveCalendar: oc
    .input(
      z.object({
        year: z.number().int().min(2000).max(2100),
        confirmed: z.boolean(),
        basis: z.string().max(500),
        today: daySchema,
        days: z.array(z.object({ day: daySchema, kind: z.string(), name: z.string().max(200), basis: z.string().max(300) })).max(100),
      }),
    )
    .output(z.object({ id: idSchema })),
};
