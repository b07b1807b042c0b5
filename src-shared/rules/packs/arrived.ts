/** Rule packs that came from the province after this version: they replace a built-in pack of the same id, or stand beside the others by their days. */
import { z } from 'zod';
import { codeItem } from '../code-lists/index';
import { isDay } from '../../records/check';
import type { RulePack } from './rule-pack';

const day = z.string().refine(isDay);
const label = z.object({ vi: z.string().min(1), en: z.string() });
const duration = {
  days: z.int().min(1).max(3650),
  dayKind: z.enum(['calendar', 'working']),
  extendDays: z.int().min(1).max(3650).optional(),
  source: z.string(),
  unverified: z.literal(true).optional(),
};
const packSchema = z.object({
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
          documents: z.array(
            z.object({
              name: z.string().min(1).max(300),
              documentType: z.string().refine((code) => codeItem('documentType', code) !== undefined),
              required: z.boolean(),
            }),
          ),
        }),
      ),
      durationDays: z.object(duration).optional(),
      source: z.string(),
      unverified: z.literal(true).optional(),
    }),
  ),
  deadlines: z.array(z.object({ ...duration, id: z.string(), label, from: label })),
});

/** The pack that a record of type rulePack holds as JSON; undefined for what this version cannot follow. */
export function readRulePack(content: string): RulePack | undefined {
  try {
    return packSchema.parse(JSON.parse(content)) as RulePack;
  } catch {
    return undefined;
  }
}

/** Built-in and arrived packs, oldest first. */
export function withArrived(builtIn: readonly [RulePack, ...RulePack[]], arrived: readonly RulePack[]): readonly [RulePack, ...RulePack[]] {
  const byId = new Map([...builtIn, ...arrived].map((pack) => [pack.id, pack]));
  const [first = builtIn[0], ...rest] = [...byId.values()].sort((a, b) =>
    a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : a.id < b.id ? -1 : 1,
  );
  return [first, ...rest];
}
