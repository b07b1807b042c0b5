import { z } from 'zod';
import { isDay } from '../../records/check';
import { codeItem, type CodeListId } from '../code-lists/index';
import type { RulePack } from './rule-pack';

const day = z.string().refine(isDay);
const label = z.object({ vi: z.string().min(1), en: z.string() });
const codeOf = (list: CodeListId) => z.string().refine((code) => codeItem(list, code) !== undefined);
/** Said or left out: a pack never says `false`. */
const flag = z.literal(true).optional();
const source = z.string().max(1000);
const duration = {
  days: z.int().min(1).max(3650),
  dayKind: z.enum(['calendar', 'working']),
  extendDays: z.int().min(1).max(3650).optional(),
  source,
  unverified: flag,
};

const disciplineSchema = z.object({
  forms: z.array(
    z.object({ subject: z.enum(['DV_CHINH_THUC', 'DV_DU_BI', 'TCD']), form: codeOf('disciplineForm'), source, unverified: flag }),
  ),
  limitations: z.array(
    z.object({
      subject: z.enum(['DV', 'TCD']),
      form: codeOf('disciplineForm'),
      years: z.int().min(1).max(100).nullable(),
      source,
      unverified: flag,
    }),
  ),
  votes: z.array(
    z.object({
      levels: z.array(codeOf('disciplineLevel')),
      forms: z.array(codeOf('disciplineForm')),
      share: z.enum(['MORE_THAN_HALF', 'TWO_THIRDS']),
      of: z.enum(['ENTITLED', 'PRESENT']),
      secret: flag,
      source,
      unverified: flag,
    }),
  ),
  cumulate: z.boolean(),
  cumulateSource: source,
  endsAfterMonths: z.int().min(1).max(600).nullable(),
  endsSource: source,
});

const petitionRuleSchema = z.object({
  id: z.string().min(1).max(60),
  kinds: z.array(codeOf('petitionKind')).optional(),
  signatures: z.array(codeOf('signatureForm')).optional(),
  facts: z.array(codeOf('petitionFact')).optional(),
  unlessFacts: z.array(codeOf('petitionFact')).optional(),
  managedBy: z.array(codeOf('managementLevel')).optional(),
  duplicate: flag,
  classification: codeOf('petitionClassification'),
  handling: codeOf('petitionHandling'),
  reason: label,
  source,
  unverified: flag,
});

/** Everything that a rule pack may say; fields that later versions add are passed over. */
export const packSchema: z.ZodType<RulePack> = z.object({
  id: z.string().min(1).max(60),
  name: label,
  validFrom: day,
  validTo: day.nullable(),
  legalBasis: z.array(z.object({ symbol: z.string(), issuedOn: day.optional(), subject: z.string() })),
  caseTypes: z.array(
    z.object({
      type: z.string().min(1),
      label,
      steps: z.array(
        z.object({
          phase: z.enum(['CHUAN_BI', 'TIEN_HANH', 'KET_THUC']),
          name: z.string().min(1).max(300),
          documents: z.array(z.object({ name: z.string().min(1).max(300), documentType: codeOf('documentType'), required: z.boolean() })),
        }),
      ),
      durationDays: z.object(duration).optional(),
      source,
      unverified: flag,
    }),
  ),
  deadlines: z.array(z.object({ ...duration, id: z.string(), label, from: label, caseTypes: z.array(z.string()).optional() })),
  discipline: disciplineSchema.optional(),
  petitionRules: z.array(petitionRuleSchema).optional(),
  numberFormats: z
    .array(z.object({ register: codeOf('numberRegister'), pattern: z.string().min(1).max(60), per: z.enum(['TERM', 'YEAR']), source }))
    .optional(),
  retention: z
    .array(
      z.object({ what: label, caseTypes: z.array(z.string()), violation: flag, retention: codeOf('retention'), source, unverified: flag }),
    )
    .optional(),
  statistics: z.array(z.object({ form: z.string().min(1), title: z.string().min(1), source })).optional(),
  codeLists: z.array(z.object({ list: z.string(), items: z.array(z.object({ code: z.string().min(1).max(60), label })) })).optional(),
}) as z.ZodType<RulePack>;
