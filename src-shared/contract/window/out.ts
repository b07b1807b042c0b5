/** Papers as files: searchable PDF, lists, packages for another archive, and packages that come in. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { daySchema, idSchema } from './common';
import { dueFileSchema } from './retention';

/** What is taken out: these documents, else these files, else all files of a fonds, term and box (null: those without one). */
export const exportTargetSchema = z.object({
  documentIds: z.array(idSchema).max(2000).optional(),
  fileIds: z.array(idSchema).max(2000).optional(),
  fondsId: idSchema.optional(),
  term: z.string().nullable().optional(),
  box: z.string().nullable().optional(),
});
export type ExportTarget = z.infer<typeof exportTargetSchema>;

/** pdf: one PDF/A of everything chosen. pdfs: one for each document, in a folder. The lists are Excel files; sip and aip are folders of packages. */
export const exportKinds = [
  'pdf',
  'pdfs',
  'fileList',
  'documentListParty',
  'documentListState',
  'fileCards',
  'covers',
  'expired',
  'sip',
  'aip',
] as const;
export const exportKindSchema = z.enum(exportKinds);
export type ExportKind = z.infer<typeof exportKindSchema>;

/** Why a paper is not in what was written, or not whole. */
export const exceptionWhySchema = z.enum(['withheld', 'noPages', 'imageMissing', 'imageDamaged', 'incomplete']);
export const exceptionSchema = z.object({ id: z.string(), title: z.string(), why: exceptionWhySchema, detail: z.string() });
export type ExportException = z.infer<typeof exceptionSchema>;

/** An element that a package must not leave empty: of which record, and which field fills it. */
export const missingSchema = z.object({
  type: z.enum(['archiveFonds', 'archiveFile', 'archiveDocument']),
  id: idSchema,
  title: z.string(),
  field: z.string(),
  /** Of the circular, e.g. issuedDate. */
  element: z.string(),
  label: z.string(),
});
export type MissingElement = z.infer<typeof missingSchema>;

/** A file or document above the level that leaves freely; `ready`: it may leave now, with a reason. */
export const releaseSchema = z.object({ id: idSchema, title: z.string(), secrecy: z.string(), ready: z.boolean() });
export type Release = z.infer<typeof releaseSchema>;

export const exportPlanSchema = z.object({
  files: z.number().int(),
  documents: z.number().int(),
  pages: z.number().int(),
  /** Of the page images. */
  bytes: z.number().int(),
  exceptions: z.array(exceptionSchema),
  releases: z.array(releaseSchema),
  missing: z.object({ sip: z.array(missingSchema), aip: z.array(missingSchema) }),
  /** A name for the file or folder, without ending. */
  name: z.string(),
});
export type ExportPlan = z.infer<typeof exportPlanSchema>;

export const exportRequestSchema = z.object({
  kind: exportKindSchema,
  target: exportTargetSchema,
  /** Absolute: of the file; of the folder for pdfs, sip and aip. */
  path: z.string().min(1),
  /** A file there is replaced: a person was asked by the dialog. */
  replace: z.boolean().default(false),
  /** PDF/A-1b or PDF/A-2b. */
  part: z.union([z.literal(1), z.literal(2)]).default(2),
  /** preserved: the scans untouched. reading: small. Packages always hold preserved ones. */
  copy: z.enum(['preserved', 'reading']).default('preserved'),
  /** Packages as ZIP instead of folders. */
  zip: z.boolean().default(true),
  /** Packages: files with empty mandatory elements are left out and named, instead of refusing the whole. */
  leaveOut: z.boolean().default(false),
  /** Who takes over, for the minutes. */
  receiver: z.string().max(300).default(''),
  /** Why papers above the level that leaves freely leave. */
  reason: z.string().max(500).default(''),
});
export type ExportRequest = z.input<typeof exportRequestSchema>;

export const exportEventSchema = z.discriminatedUnion('kind', [
  /** Pages or files that are done, and what is in work. */
  z.object({ kind: z.literal('step'), done: z.number().int(), of: z.number().int(), title: z.string() }),
  z.object({
    kind: z.literal('done'),
    path: z.string(),
    files: z.number().int(),
    documents: z.number().int(),
    pages: z.number().int(),
    bytes: z.number().int(),
    /** Names of what was written into a folder. */
    written: z.array(z.string()),
    exceptions: z.array(exceptionSchema),
  }),
]);
export type ExportEvent = z.infer<typeof exportEventSchema>;

/** A fault of a package with its place; empty list: whole and in order. */
export const packageFaultSchema = z.object({ place: z.string(), problem: z.string() });
export const packageCheckSchema = z.object({
  name: z.string(),
  kind: z.enum(['SIP', 'AIP', 'other']),
  id: z.string(),
  title: z.string(),
  files: z.number().int(),
  documents: z.number().int(),
  bytes: z.number().int(),
  faults: z.array(packageFaultSchema),
});
export type PackageCheck = z.infer<typeof packageCheckSchema>;

export const packageTakenSchema = z.object({
  name: z.string(),
  title: z.string(),
  /** Whose papers they were. */
  from: z.string(),
  files: z.number().int(),
  documents: z.number().int(),
  pages: z.number().int(),
  /** Of them, what was here already. */
  already: z.number().int(),
  fileId: z.string().nullable(),
});
export type PackageTaken = z.infer<typeof packageTakenSchema>;

export const packageImportEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step'), done: z.number().int(), of: z.number().int(), title: z.string() }),
  z.object({ kind: z.literal('taken') }).extend(packageTakenSchema.shape),
  z.object({
    kind: z.literal('refused'),
    name: z.string(),
    code: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  z.object({
    kind: z.literal('done'),
    packages: z.number().int(),
    files: z.number().int(),
    documents: z.number().int(),
    pages: z.number().int(),
    already: z.number().int(),
    refused: z.number().int(),
    /** Packages that the handover list names and that did not come with it. */
    absent: z.array(z.string()),
  }),
]);
export type PackageImportEvent = z.infer<typeof packageImportEventSchema>;

/** A sheet as shared/sheets/sheet.ts describes it, for printing by the window. */
export const sheetSchema = z.object({
  name: z.string(),
  head: z.object({ upper: z.string(), issuer: z.string(), number: z.string().optional(), placeAndDate: z.string() }).optional(),
  title: z.string().optional(),
  subtitle: z.array(z.string()).readonly().optional(),
  columns: z
    .array(
      z.object({
        width: z.number(),
        kind: z.enum(['text', 'number', 'money', 'day']).optional(),
        align: z.enum(['left', 'center', 'right']).optional(),
      }),
    )
    .readonly(),
  header: z
    .array(
      z
        .array(z.object({ text: z.string(), across: z.number().optional(), down: z.number().optional(), upright: z.boolean().optional() }))
        .readonly(),
    )
    .readonly(),
  marks: z.array(z.string()).readonly().optional(),
  rows: z
    .array(
      z.object({ cells: z.array(z.union([z.string(), z.number(), z.null()])).readonly(), weight: z.enum(['group', 'total']).optional() }),
    )
    .readonly(),
  notes: z.array(z.string()).readonly().optional(),
  paper: z.object({ landscape: z.boolean().optional(), size: z.enum(['A4', 'A3']).optional() }).optional(),
});
export type PrintedSheet = z.infer<typeof sheetSchema>;

export const out = {
  /** What would leave, what stays, and what a package still lacks. @throws out.nothing, out.secrecy */
  plan: oc.input(z.object({ target: exportTargetSchema })).output(exportPlanSchema),
  /** Ending the iteration ends the work; what was not finished is not left behind. */
  run: oc.input(exportRequestSchema).output(eventIterator(exportEventSchema)),
  /** What a list, cards or covers look like on paper; the other kinds have no sheets. */
  sheets: oc
    .input(z.object({ kind: exportKindSchema, target: exportTargetSchema, reason: z.string().max(500).default('') }))
    .output(z.object({ sheets: z.array(sheetSchema) })),
  /** Each package at the path: a ZIP, a folder of one package, or a folder of several. */
  check: oc.input(z.object({ path: z.string().min(1) })).output(z.object({ packages: z.array(packageCheckSchema) })),
  importPackages: oc.input(z.object({ path: z.string().min(1) })).output(eventIterator(packageImportEventSchema)),
  /** Files past their retention on this day. */
  expired: oc.input(z.object({ today: daySchema })).output(z.object({ files: z.array(dueFileSchema) })),
};
