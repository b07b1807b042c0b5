/** Thời hạn bảo quản, tiêu hủy, xóa dữ liệu cá nhân. Lists and their council are records (disposal); here is what is more than saving them. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { daySchema, idSchema } from './common';

const text = z.object({ vi: z.string(), en: z.string() });

export const retentionRuleSchema = z.object({
  what: text,
  caseTypes: z.array(z.string()),
  /** Code of the list retention, and its years; null: kept for ever, or not said. */
  retention: z.string(),
  years: z.number().int().nullable(),
  source: z.string(),
  unverified: z.boolean(),
});
export type RetentionRule = z.infer<typeof retentionRuleSchema>;

export const dueFileSchema = z.object({
  id: idSchema,
  code: z.string(),
  title: z.string(),
  retention: z.string(),
  secrecy: z.string(),
  start: z.string(),
  end: z.string(),
  /** First year in which it need not be kept. */
  expired: z.number().int(),
  pages: z.number().int(),
});
export type DueFile = z.infer<typeof dueFileSchema>;

/** What stands between a disposal and its destruction; empty: it may be destroyed. */
export const hindranceSchema = z.enum(['state', 'nothing', 'minutes', 'council', 'decision', 'notDue', 'approval']);
export type Hindrance = z.infer<typeof hindranceSchema>;

export const disposalPlanSchema = z.object({
  id: idSchema,
  files: z.number().int(),
  documents: z.number().int(),
  pages: z.number().int(),
  hindrances: z.array(z.object({ why: hindranceSchema, what: z.string() })),
});
export type DisposalPlan = z.infer<typeof disposalPlanSchema>;

export const destroyedSchema = z.object({
  files: z.number().int(),
  documents: z.number().int(),
  pages: z.number().int(),
  proof: z.string(),
  /** Whether backups of before are gone: a new one was made and took their place. Null: no place for backups. */
  backups: z.boolean().nullable(),
});
export type Destroyed = z.infer<typeof destroyedSchema>;

/** A destroyed page as it is proven: what it was, and the SHA-256 of its image. */
export const provenPageSchema = z.object({ file: z.string(), document: z.string(), order: z.number().int(), image: z.string() });
export type ProvenPage = z.infer<typeof provenPageSchema>;

export const retention = {
  /** The table of the day, what is due up to this year, and how many files get due in the years behind it. */
  overview: oc.input(z.object({ year: z.number().int().min(1945).max(2200), today: daySchema })).output(
    z.object({
      rules: z.array(retentionRuleSchema),
      due: z.array(dueFileSchema),
      years: z.array(z.object({ year: z.number().int(), files: z.number().int() })),
      unknown: z.number().int(),
      disposals: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          year: z.number().int(),
          state: z.string(),
          files: z.number().int(),
          minutes: z.string(),
        }),
      ),
    }),
  ),
  /** Danh mục tài liệu hết giá trị: a new disposal with these files on its list. @throws retention.notDue */
  propose: oc
    .input(z.object({ year: z.number().int(), fileIds: z.array(idSchema).min(1).max(2000), today: daySchema }))
    .output(z.object({ id: idSchema })),
  plan: oc.input(z.object({ id: idSchema, today: daySchema })).output(disposalPlanSchema),
  /** Biên bản họp hội đồng, with the list behind it, as a Word file. */
  minutes: oc.input(z.object({ id: idSchema, path: z.string().min(1), today: daySchema })).output(z.object({ path: z.string() })),
  /** Takes pages and texts off this machine for good. @throws retention.notReady, access.needsSecond, access.denied */
  destroy: oc.input(z.object({ id: idSchema, today: daySchema })).output(destroyedSchema),
  proof: oc.input(z.object({ id: idSchema })).output(z.object({ pages: z.array(provenPageSchema), proof: z.string(), sound: z.boolean() })),
  /** Of these records, the ones of which something was destroyed or removed: drafts about them go. */
  gone: oc.input(z.object({ ids: z.array(z.string()).max(500) })).output(z.object({ ids: z.array(z.string()) })),
  /** The personal fields of a record that hold something. */
  personal: oc.input(z.object({ id: idSchema })).output(z.object({ fields: z.array(z.object({ name: z.string(), label: text })) })),
  /** @throws access.needsSecond, access.denied, record.reasonRequired */
  erase: oc
    .input(
      z.object({
        id: idSchema,
        fields: z.array(z.string()).min(1).max(40),
        basis: z.string().min(1).max(300),
        requestedOn: daySchema.optional(),
        remark: z.string().max(1000).default(''),
      }),
    )
    .output(z.object({ id: idSchema, fields: z.array(z.string()) })),
};
