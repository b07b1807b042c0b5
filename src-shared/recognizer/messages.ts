/**
 * The protocol between the service and the recognizer.
 *
 * The service sends requests with an `id` of its own; the recognizer answers each exactly once with `ok` true or false, and may send
 * progress for it before. Messages travel by structured clone (a MessagePort, or a child process with 'advanced' serialization),
 * so bytes stay bytes. Both ends validate what they receive.
 *
 * | request   | answer        | note |
 * | --------- | ------------- | --- |
 * | configure | Acknowledged  | pool size, limits of time; before the first page |
 * | describe  | Description   | what the file is, by its content; refuses with a code of SCAN_REFUSALS |
 * | page      | ScannedPage   | one page of the file as it is to be preserved, with pictures    |
 * | close     | Acknowledged  | lets go of the document kept open between pages |
 * | view      | Picture       | an image as JPEG, made smaller: a preview of the glass, a page for a PDF |
 * | readingCopy | ReadingCopy | the page in layers, small, for reading on a screen |
 * | recognise | Reading       | text and word boxes |
 * | take      | ScannedPage   | a single image that a scanner handed over, which is in no file |
 * | derive    | ScannedPage   | a page turned, or a part of it, as a page of its own |
 * | sheet     | SheetTable    | the cells of a list (.xlsx, .xls, .ods, .csv) |
 * | cancel    | Acknowledged  | `target` then fails with 'ocr.cancelled' unless it was done already |
 * | stats     | Stats         | |
 * | shutdown  | Acknowledged  | stops the workers, then the process ends |
 *
 * Pixels: everywhere those of the preservation copy as any viewer shows it, that is after the EXIF orientation has been applied.
 */
import { z } from 'zod';
import { RECOGNIZER_FAILURES } from './failure';

const id = z.number().int().nonnegative();
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const count = z.number().int().nonnegative();
/** Scanner resolution, dots per inch. */
const dpi = z.number().min(30).max(4800);

export const quarterSchema = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);

export const boxSchema = z.object({ x: count, y: count, w: count, h: count });

export const settingsSchema = z.object({
  /** Engine workers at the same time; each takes about 250 MB. */
  workers: z.number().int().min(1).max(16),
  /** A worker is replaced after this many pages: the engine's memory grows slowly. */
  recycleAfter: z.number().int().min(1),
  /** Longest time for one page, milliseconds. */
  pageTimeoutMs: z.number().int().min(1),
  /** Workers are stopped after this many milliseconds without work. */
  idleMs: z.number().int().min(1),
  /** Takes only what people leave of the processor, to the end of the process. */
  background: z.boolean(),
  /** Folder that holds vie.traineddata.gz. */
  tessdata: z.string().min(1).optional(),
});

export const recogniseOptionsSchema = z.object({
  timeoutMs: z.number().int().min(1).optional(),
  /** 'fast' leaves out the second attempts on doubtful pages. */
  effort: z.enum(['full', 'fast']).optional(),
});

export const requestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('configure'), id, settings: settingsSchema.partial() }),
  z.object({ kind: z.literal('describe'), id, path: z.string().min(1) }),
  z.object({ kind: z.literal('page'), id, path: z.string().min(1), index: count, codes: z.boolean().optional() }),
  z.object({ kind: z.literal('take'), id, bytes, dpi: dpi.optional(), codes: z.boolean().optional() }),
  z.object({ kind: z.literal('derive'), id, bytes, dpi: dpi.optional(), turn: quarterSchema.optional(), box: boxSchema.optional() }),
  z.object({ kind: z.literal('sheet'), id, path: z.string().min(1), sheet: z.string().optional() }),
  z.object({ kind: z.literal('close'), id, path: z.string().min(1) }),
  z.object({ kind: z.literal('view'), id, bytes, longSide: z.number().int().min(16).max(8192) }),
  z.object({ kind: z.literal('readingCopy'), id, bytes, dpi }),
  z.object({ kind: z.literal('recognise'), id, bytes, dpi: dpi.optional(), options: recogniseOptionsSchema.optional() }),
  z.object({ kind: z.literal('cancel'), id, target: id }),
  z.object({ kind: z.literal('stats'), id }),
  z.object({ kind: z.literal('shutdown'), id }),
]);

export const fileKindSchema = z.enum(['jpeg', 'png', 'tiff', 'pdf']);

export const descriptionSchema = z.object({
  kind: fileKindSchema,
  pages: z.number().int().positive(),
  sizeBytes: z.number().int().positive(),
});

export const readingCopySchema = z.object({
  /** JPEG of what has colour. */
  ground: bytes,
  /** CCITT group 4, ink black: one bit a pixel, stretched over the same page. */
  ink: z.object({ data: bytes, width: z.number().int().positive(), height: z.number().int().positive() }),
});

export const wordSchema = z.object({
  text: z.string(),
  /** What the engine read, where it was corrected to `text`. */
  raw: z.string().optional(),
  x: count,
  y: count,
  w: count,
  h: count,
  /** 0 to 100, the engine's own estimate. */
  confidence: z.number().min(0).max(100),
  /** Line of the page, from 0, in reading order. */
  line: count,
  /** Block of the page, from 0, in reading order. */
  block: count,
});

export const textLayerSchema = z.object({
  /** Lines of the page, in Unicode. */
  text: z.string(),
  words: z.array(wordSchema),
  /** What it was written in. */
  encoding: z.enum(['unicode', 'tcvn3', 'vni']),
});

export const scannedPageSchema = z.object({
  /** The preservation copy: the scanner's own bytes wherever the file holds them as JPEG or PNG. */
  bytes,
  mime: z.enum(['image/jpeg', 'image/png']),
  /** True when `bytes` are, byte for byte, what the file holds. */
  untouched: z.boolean(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** From the file where it is believable, else from the sheet's size. */
  dpi,
  /** WebP, long side 320 pixels. */
  thumbnail: bytes,
  /** JPEG for the screen; absent where the page itself is no larger. */
  view: bytes.optional(),
  /** The text that the file itself holds for this page, if it is sound Vietnamese: the page need not be read then. */
  layer: textLayerSchema.optional(),
  /** Texts of the QR codes on it; absent unless asked for. */
  codes: z.array(z.string().max(4000)).max(20).optional(),
});

/** A day is written YYYY-MM-DD. */
export const sheetCellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** Rows from the first of the sheet, cells from its first column; a merged cell stands in each place that it covers. */
export const sheetTableSchema = z.object({ sheets: z.array(z.string()), sheet: z.string(), rows: z.array(z.array(sheetCellSchema)) });

export const pictureSchema = z.object({ bytes, mime: z.literal('image/jpeg'), width: count, height: count });

export const DOUBTS = [
  /** Mean confidence below 86: about where the text stops being usable without a look. */
  'low-confidence',
  /** Ink that looks like text lies outside every word box: a dropped block, a table, handwriting. */
  'ink-outside-words',
] as const;

export const readingSchema = z.object({
  /** Reading order; one line each, an empty line between paragraphs. Empty for an empty page. */
  text: z.string(),
  /** The same with syllables corrected and the rows of tables in their order. Equal to `text` where nothing changed. */
  corrected: z.string(),
  words: z.array(wordSchema),
  /** 0 to 100, weighted by the length of the words; 0 without words. */
  meanConfidence: z.number().min(0).max(100),
  /** Small turn by which the page was straightened before it was read, degrees clockwise. */
  angle: z.number(),
  /** Quarter turn clockwise that sets the page upright. */
  rotation: quarterSchema,
  flagged: z.boolean(),
  reasons: z.array(z.enum(DOUBTS)),
  /** Work on this page, without waiting for a worker. */
  seconds: z.number().nonnegative(),
  /** Engine, its version and its language data, kept with the text so that old readings can be told from new ones. */
  engine: z.string(),
});

export const statsSchema = z.object({
  /** Resident memory of the process, bytes. */
  rss: count,
  workers: count,
  pagesDone: count,
  waiting: count,
});

export const acknowledgedSchema = z.object({ done: z.literal(true) });

/** What a request of each kind is answered with. */
export const answerSchemas = {
  configure: acknowledgedSchema,
  describe: descriptionSchema,
  page: scannedPageSchema,
  take: scannedPageSchema,
  derive: scannedPageSchema,
  sheet: sheetTableSchema,
  close: acknowledgedSchema,
  view: pictureSchema,
  readingCopy: readingCopySchema,
  recognise: readingSchema,
  cancel: acknowledgedSchema,
  stats: statsSchema,
  shutdown: acknowledgedSchema,
} as const;

export const progressSchema = z.object({
  kind: z.literal('progress'),
  id,
  phase: z.enum(['waiting', 'preparing', 'reading', 'second-attempt']),
  /** Share of this phase that is done, 0 to 1. */
  fraction: z.number().min(0).max(1),
});

/** Everything that the recognizer sends; the result is validated by the schema of the request's kind. */
export const replySchema = z.discriminatedUnion('kind', [
  progressSchema,
  z.object({ kind: z.literal('result'), id, result: z.unknown() }),
  z.object({
    kind: z.literal('failure'),
    id,
    code: z.enum(RECOGNIZER_FAILURES),
    data: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);

export type Request = z.infer<typeof requestSchema>;
export type RequestKind = Request['kind'];
export type RequestOf<K extends RequestKind> = Extract<Request, { kind: K }>;
export type Reply = z.infer<typeof replySchema>;
export type Answer<K extends RequestKind> = z.infer<(typeof answerSchemas)[K]>;
export type Progress = z.infer<typeof progressSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type RecogniseOptions = z.infer<typeof recogniseOptionsSchema>;
export type FileKind = z.infer<typeof fileKindSchema>;
export type Description = z.infer<typeof descriptionSchema>;
export type ScannedPage = z.infer<typeof scannedPageSchema>;
export type SheetCell = z.infer<typeof sheetCellSchema>;
export type SheetTable = z.infer<typeof sheetTableSchema>;
export type Picture = z.infer<typeof pictureSchema>;
export type ReadingCopy = z.infer<typeof readingCopySchema>;
export type TextLayer = z.infer<typeof textLayerSchema>;
export type Word = z.infer<typeof wordSchema>;
export type Doubt = (typeof DOUBTS)[number];
export type Reading = z.infer<typeof readingSchema>;
export type Stats = z.infer<typeof statsSchema>;
export type PixelBox = z.infer<typeof boxSchema>;
export type QuarterTurn = z.infer<typeof quarterSchema>;
