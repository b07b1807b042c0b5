/** Reads a form that a committee changed or was sent. */
import { z } from 'zod';
import { sources } from './fact';
import { leavesOf, type StatForm } from './form';

const codes = z.array(z.string().max(60)).max(100);
const where = z
  .array(z.union([z.strictObject({ attr: z.string().max(40), any: codes }), z.strictObject({ attr: z.string().max(40), none: codes })]))
  .max(20);
const measure = z.union([
  z.literal('records'),
  z.strictObject({ sum: z.string().max(60), per: z.int().min(1).max(1_000_000).optional() }),
  z.strictObject({ text: z.string().max(40) }),
]);
const rule = { where: where.optional(), measure: measure.optional() };
const key = z.string().min(1).max(60);
const column = z.strictObject({ key, label: z.string().min(1).max(300), short: z.string().max(60).optional(), ...rule });
const columns: z.ZodType = z.lazy(() =>
  z
    .array(z.union([column, z.strictObject({ label: z.string().min(1).max(300), columns })]))
    .min(1)
    .max(80),
);
const row = z.strictObject({
  key,
  mark: z.string().max(10),
  label: z.string().min(1).max(300),
  weight: z.enum(['group', 'total']).optional(),
  source: z.enum(sources).optional(),
  note: z.string().max(500).optional(),
  ...rule,
});
const formSchema = z.strictObject({
  id: z.string().regex(/^[A-Z0-9_-]{1,20}$/),
  code: z.string().max(60),
  title: z.string().min(1).max(500),
  name: z.string().min(1).max(300),
  unit: z.string().max(100),
  source: z.enum(sources),
  where: where.optional(),
  rowHead: z.string().max(200),
  rows: z.array(row).max(200),
  rowsBy: z.strictObject({ attr: z.string().max(40), label: z.enum(['record', 'code']) }).optional(),
  columns,
  checks: z
    .array(
      z.union([
        z.strictObject({ kind: z.enum(['partition', 'multi']), what: z.string().max(200), whole: key, parts: z.array(key).max(80) }),
        z.strictObject({ kind: z.literal('chain'), keys: z.array(key).max(20) }),
      ]),
    )
    .max(40),
  rowPartition: z.array(key).max(50).optional(),
  basis: z.string().max(500),
  unverified: z.string().max(500).optional(),
});

/** The form, or undefined where the text is none, or names a column twice: figures would stand under two names. */
export function readForm(content: string): StatForm | undefined {
  try {
    const form = formSchema.parse(JSON.parse(content)) as StatForm;
    const keys = [...leavesOf(form.columns), ...form.rows.map(({ key: name }) => ({ key: `row ${name}` }))].map(({ key: name }) => name);
    return new Set(keys).size === keys.length ? form : undefined;
  } catch {
    return undefined;
  }
}
