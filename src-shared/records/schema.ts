/** The zod schema of a record type's values, derived from its fields. The rules themselves are those of check.ts. */
import { z } from 'zod';
import { checkField } from './check';
import type { Field, ItemFields, ScalarField } from './field';
import type { FieldProblem } from './problem';
import type { RecordType } from './record-type';
import { recordType } from './registry';
import type { RecordTypeName } from './record-type-name';

type Shape = Record<string, z.ZodType>;

const scalarShape = (field: ScalarField): z.ZodType => {
  switch (field.kind) {
    case 'integer':
    case 'money':
      return z.number();
    case 'boolean':
      return z.boolean();
    case 'codes':
    case 'refs':
    case 'tags':
      return z.array(z.string());
    default:
      return z.string();
  }
};

const itemShape = (fields: ItemFields): z.ZodType =>
  z.strictObject({
    id: z.string(),
    ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, scalarShape(field).nullish()])),
  });

const shapeOf = (field: Field): z.ZodType =>
  field.kind === 'list' ? z.array(itemShape(field.item)) : field.kind === 'sealed' ? z.string() : scalarShape(field);

/** Every issue carries its FieldProblem in `params`, so that the message is made where the language is known. */
const fieldSchema = (name: string, field: Field): z.ZodType =>
  shapeOf(field)
    .nullable()
    .superRefine((value, context) => {
      for (const problem of checkField(name, field, value))
        context.addIssue({ code: 'custom', path: pathInside(problem, value), message: problem.problem, params: { problem } });
    });

function pathInside(problem: FieldProblem, value: unknown): (string | number)[] {
  if (problem.itemId === undefined || !Array.isArray(value)) return [];
  return [value.findIndex((item: { id?: unknown }) => item?.id === problem.itemId), ...(problem.subField ? [problem.subField] : [])];
}

function build(type: RecordType): { whole: z.ZodObject<Shape>; partial: z.ZodObject<Shape> } {
  const whole: Shape = {};
  const partial: Shape = {};
  for (const [name, field] of Object.entries(type.fields)) {
    const schema = fieldSchema(name, field);
    whole[name] = field.required ? schema : schema.optional();
    partial[name] = schema.optional();
  }
  return { whole: z.strictObject(whole), partial: z.strictObject(partial) };
}

const built = new Map<RecordTypeName, ReturnType<typeof build>>();

function schemas(name: RecordTypeName): ReturnType<typeof build> {
  const known = built.get(name);
  if (known) return known;
  const made = build(recordType(name));
  built.set(name, made);
  return made;
}

/** Values of a new record: every required field is there. */
export const valuesSchema = (name: RecordTypeName): z.ZodObject<Shape> => schemas(name).whole;

/** Values of a change: any of the fields; null clears one that is not required. */
export const changeValuesSchema = (name: RecordTypeName): z.ZodObject<Shape> => schemas(name).partial;
