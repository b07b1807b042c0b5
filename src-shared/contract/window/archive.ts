import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { extractedFieldNames } from '../../extraction/model';
import { idSchema, imageHashSchema, instantSchema, problemSchema } from './common';

const progressSchema = z.object({
  pages: z.number().int(),
  verified: z.number().int(),
  toCheck: z.number().int(),
  reading: z.number().int(),
  failed: z.number().int(),
});
export const archiveNodeSchema = z.object({
  key: z.string(),
  kind: z.enum(['fonds', 'term', 'box']),
  /** Name of the fonds; term or box as written, '' for files of which nobody wrote it down. */
  label: z.string(),
  fondsId: idSchema,
  term: z.string().nullable(),
  box: z.string().nullable(),
  files: z.number().int(),
  progress: progressSchema,
  get children() {
    return z.array(archiveNodeSchema);
  },
});
export type ArchiveNode = z.infer<typeof archiveNodeSchema>;
export const fileProgressSchema = progressSchema.extend({ fileId: idSchema, documents: z.number().int() });

/** x, y, w, h in pixels of the preservation image; confidence 0 to 100. */
export const wordSchema = z.object({
  text: z.string(),
  /** What the engine read, where the machine corrected it to `text`. */
  raw: z.string().optional(),
  x: z.number(),
  y: z.number(),
  w: z.number(),
  h: z.number(),
  confidence: z.number(),
  line: z.number().int(),
});
export type Word = z.infer<typeof wordSchema>;

export const pageSummarySchema = z.object({
  id: idSchema,
  documentId: idSchema,
  order: z.number().int(),
  image: imageHashSchema,
  width: z.number().int(),
  height: z.number().int(),
  /** Clockwise turn that sets the page upright: 0, 90, 180 or 270. Pixels and boxes are those of the image as it lies. */
  rotation: z.number().int(),
  state: z.string(),
  confidence: z.number().nullable(),
  sourceName: z.string(),
  error: z.string().nullable(),
});
export type PageSummary = z.infer<typeof pageSummarySchema>;
export const pageDetailSchema = pageSummarySchema.extend({
  dpi: z.number().nullable(),
  rawText: z.string(),
  /** As corrected by the machine; null where it changed nothing. */
  machineText: z.string().nullable(),
  correctedText: z.string().nullable(),
  words: z.array(wordSchema),
  revision: z.number().int(),
});
export type PageDetail = z.infer<typeof pageDetailSchema>;

export const importEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fileStarted'), file: z.string(), pages: z.number().int() }),
  /** `index`: page of the file, from 0. */
  z.object({
    kind: z.literal('page'),
    file: z.string(),
    index: z.number().int(),
    of: z.number().int(),
    pageId: idSchema,
    documentId: idSchema,
  }),
  /** The same content is here already: linked, not stored twice. */
  z.object({
    kind: z.literal('duplicate'),
    file: z.string(),
    index: z.number().int(),
    pageId: idSchema,
    documentId: idSchema,
    title: z.string(),
  }),
  /** A separator sheet: the pages behind it go where it says. It is not kept. `title`: of that file or document. */
  z.object({ kind: z.literal('separator'), file: z.string(), index: z.number().int(), of: z.number().int(), title: z.string() }),
  z.object({
    kind: z.literal('refused'),
    file: z.string(),
    code: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  z.object({ kind: z.literal('fileDone'), file: z.string(), pages: z.number().int() }),
  z.object({
    kind: z.literal('done'),
    files: z.number().int(),
    pages: z.number().int(),
    duplicates: z.number().int(),
    refused: z.number().int(),
  }),
]);
export type ImportEvent = z.infer<typeof importEventSchema>;

const boxSchema = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() });
/** See src-shared/extraction/model. */
export const extractedFieldSchema = z.object({
  field: z.enum(extractedFieldNames),
  value: z.string(),
  raw: z.string(),
  /** 0 to 1. */
  confidence: z.number(),
  pageId: idSchema,
  /** Pixels of the image as it lies. */
  box: boxSchema.nullable(),
  boxes: z.array(boxSchema),
  /** 'proposed': stands in the record until a person confirms it; 'confirmed': a person did, or wrote another value; 'found': the record says otherwise or has no room for it. */
  state: z.enum(['proposed', 'confirmed', 'found']),
});
export const extractionSchema = z.object({
  documentId: idSchema,
  /** When it was made; null while no page of the document has been read. */
  madeAt: instantSchema.nullable(),
  layout: z.enum(['party', 'state', 'personal', 'unknown']),
  fields: z.array(extractedFieldSchema),
});
export type DocumentExtraction = z.infer<typeof extractionSchema>;

export const documentStartSchema = z.object({
  pageId: idSchema,
  /** Place in the stack, from 0. */
  index: z.number().int(),
  reason: z.enum(['first', 'title', 'heading', 'cover', 'contents']),
  /** 0 to 1. */
  confidence: z.number(),
  /** Code of the list documentType. */
  type: z.string().nullable(),
  /** The same form as the document before it, such as one of a pile of ballots. */
  repeats: z.boolean(),
});

export const queueStateSchema = z.object({
  paused: z.boolean(),
  waiting: z.number().int(),
  reading: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  /** Pages being read now with their progress 0..1. */
  current: z.array(z.object({ pageId: idSchema, title: z.string(), fraction: z.number() })),
  secondsPerPage: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  /** Reading rests by itself: the battery or the free memory is low. */
  low: z.enum(['battery', 'memory']).nullable(),
  /** Why nothing is read though pages wait: the reader cannot start, or the disk is full. */
  problem: problemSchema.nullable(),
});
export type QueueState = z.infer<typeof queueStateSchema>;

/** A change of pages that can be taken back. */
export const pageChangeSchema = z.object({
  id: idSchema,
  at: instantSchema,
  kind: z.enum(['turn', 'split', 'move', 'replace', 'remove', 'part']),
  pages: z.number().int(),
});
export type PageChangeView = z.infer<typeof pageChangeSchema>;

/** A document that looks secret and waits for an answer. `seen`: the level that stands on it. */
export const secrecyAlarmSchema = z.object({ documentId: idSchema, title: z.string(), seen: z.string(), pageId: idSchema.nullable() });
export type SecrecyAlarmView = z.infer<typeof secrecyAlarmSchema>;

/** Where pages that come in go. */
export const importTargetSchema = z.object({
  /** Into this file: each source becomes a document. */
  fileId: idSchema.optional(),
  /** Appended to this document. */
  documentId: idSchema.optional(),
  /** Before this page of the document. */
  beforePageId: idSchema.optional(),
  /** In the place of this page, which is moved aside. */
  replacePageId: idSchema.optional(),
  /** Whether separator sheets are followed. */
  route: z.boolean().optional(),
});

/** A folder from which new files are taken in by themselves. */
export const watchSettingsSchema = z.object({
  dir: z.string().min(1),
  /** What becomes of a file that was taken: moved to `da-nhap` below the folder, or left where it is. */
  after: z.enum(['move', 'leave']),
  fileId: idSchema.nullable(),
  route: z.boolean(),
});
export type WatchSettings = z.infer<typeof watchSettingsSchema>;
export const watchStateSchema = z.object({
  settings: watchSettingsSchema.nullable(),
  problem: problemSchema.nullable(),
  /** `outcome`: 'taken', or the code of the refusal. */
  recent: z.array(z.object({ file: z.string(), outcome: z.string(), pages: z.number().int(), at: instantSchema })),
});
export type WatchState = z.infer<typeof watchStateSchema>;

export const archive = {
  tree: oc.output(z.object({ nodes: z.array(archiveNodeSchema) })),
  fileProgress: oc.input(z.object({ fileIds: z.array(idSchema).max(500) })).output(z.object({ files: z.array(fileProgressSchema) })),
  /** Pages enter one by one; what is reported is already encrypted on disk. Stopping the iteration stops after the page in work. */
  importFiles: oc
    .input(
      z.object({
        paths: z.array(z.string()).min(1).max(5000),
        /** Folders among the paths stand for the scans in them. */
        target: importTargetSchema.default({}),
      }),
    )
    .output(eventIterator(importEventSchema)),
  turnPages: oc
    .input(z.object({ pageIds: z.array(idSchema).min(1).max(500), quarter: z.union([z.literal(90), z.literal(180), z.literal(270)]) }))
    .output(pageChangeSchema),
  /** Cut at this share of the width, or of the height when `across`. */
  splitPage: oc
    .input(z.object({ pageId: idSchema, at: z.number().min(0.05).max(0.95), across: z.boolean().default(false) }))
    .output(pageChangeSchema),
  movePages: oc
    .input(z.object({ pageIds: z.array(idSchema).min(1).max(2000), documentId: idSchema, beforePageId: idSchema.optional() }))
    .output(pageChangeSchema),
  removePages: oc
    .input(z.object({ pageIds: z.array(idSchema).min(1).max(2000), reason: z.string().min(1).max(500) }))
    .output(pageChangeSchema),
  undoPages: oc.input(z.object({ changeId: idSchema })).output(z.object({ undone: z.literal(true) })),
  /** Sheets to print, one for each file and one for "new document", as an HTML file at this path. */
  writeSeparators: oc
    .input(z.object({ path: z.string().min(1), fileIds: z.array(idSchema).max(500) }))
    .output(z.object({ sheets: z.number().int() })),
  watch: oc.output(watchStateSchema),
  setWatch: oc.input(z.object({ settings: watchSettingsSchema.nullable() })).output(watchStateSchema),
  pageChanges: oc.output(z.object({ changes: z.array(pageChangeSchema) })),
  secrecyAlarms: oc.output(z.object({ alarms: z.array(secrecyAlarmSchema) })),
  answerAlarm: oc
    .input(
      z.object({
        documentId: idSchema,
        answer: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('falseAlarm'), reason: z.string().min(1).max(500) }),
          z.object({ kind: z.literal('raise'), level: z.enum(['MAT', 'TOI_MAT', 'TUYET_MAT']), basis: z.string().min(1).max(500) }),
        ]),
      }),
    )
    .output(z.object({ takenOff: z.number().int() })),
  pagesOfDocument: oc.input(z.object({ documentId: idSchema })).output(z.object({ pages: z.array(pageSummarySchema) })),
  pagesOfFile: oc.input(z.object({ fileId: idSchema })).output(z.object({ pages: z.array(pageSummarySchema) })),
  page: oc.input(z.object({ pageId: idSchema })).output(pageDetailSchema),
  /** Stands beside the raw text, which is never changed. */
  correct: oc
    .input(z.object({ pageId: idSchema, text: z.string().max(200_000), expectedRevision: z.number().int() }))
    .output(pageDetailSchema),
  /** What was found on the pages of a document. Asks nothing of the reader: made from the words that are kept. */
  extraction: oc.input(z.object({ documentId: idSchema })).output(extractionSchema),
  /** Where documents begin among the pages of one that came as a stack; proposals for `splitDocument`. */
  documentStarts: oc.input(z.object({ documentId: idSchema })).output(z.object({ starts: z.array(documentStartSchema) })),
  /** Makes a document of the pages from each of these to the next. Answers the ids of all documents, in order, and what `undoPages` takes back. */
  splitDocument: oc
    .input(z.object({ documentId: idSchema, firstPages: z.array(idSchema).min(1).max(3000) }))
    .output(z.object({ documentIds: z.array(idSchema), changeId: idSchema.nullable() })),
  queue: oc.output(queueStateSchema),
  pauseQueue: oc.input(z.object({ paused: z.boolean() })).output(queueStateSchema),
  readFirst: oc.input(z.object({ pageIds: z.array(idSchema).min(1) })).output(queueStateSchema),
  readAgain: oc.input(z.object({ pageIds: z.array(idSchema).min(1) })).output(queueStateSchema),
};
