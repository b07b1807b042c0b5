import { oc } from '@orpc/contract';
import { z } from 'zod';
import { daySchema, idSchema } from './common';

/** Papers of cases as Word files. Files are absolute paths that the person chose in the system's dialog. */
export const papers = {
  templates: oc.output(
    z.object({
      templates: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          documentType: z.string(),
          /** What it is filled from. */
          about: z.enum(['case', 'petition']),
          /** Whether the committee's own version is used. */
          changed: z.boolean(),
          /** Versions that the committee took over, the latest first. */
          versions: z.array(z.object({ id: idSchema, takenAt: z.string(), takenBy: z.string(), inUse: z.boolean() })),
        }),
      ),
    }),
  ),
  /** Writes the paper of a checklist line, or of a template (`caseId` is a petition for templates about one); what an office would still find in a notice of conclusion comes along. */
  make: oc
    .input(
      z.object({ caseId: idSchema, item: idSchema.optional(), template: z.string().optional(), today: daySchema, file: z.string().min(1) }),
    )
    .output(z.object({ name: z.string(), file: z.string(), gaps: z.array(z.object({ vi: z.string(), en: z.string() })) })),
  /** Writes the template in use, or one of its versions, as a Word file. */
  give: oc
    .input(z.object({ template: z.string(), version: idSchema.optional(), file: z.string().min(1) }))
    .output(z.object({ file: z.string() })),
  /** Takes over a changed template; without a file the built-in one again. */
  take: oc
    .input(z.object({ template: z.string(), file: z.string().optional() }))
    .output(z.object({ template: z.string(), unused: z.array(z.string()) })),
  /** Uses an earlier version again. */
  restore: oc.input(z.object({ template: z.string(), version: idSchema })).output(z.object({ template: z.string() })),
};
