/**
 * What a package carries beside the elements of the circular, so that an archive that runs this program gets everything back: the records
 * with all their fields, the words of the pages with their places, where in the PDFs the scans stand, and whose papers they were.
 * One JSON object a line: origin, fonds, file (or set), then each document followed by its pages.
 */
import { z } from 'zod';
import type { PageWord } from '../../../search/search-service';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Values } from '#shared/records/record-type';

export const lineagePath = 'documentation/kiem-tra-so.ndjson';
export const originalsFolder = 'documentation/originals';

const values = z.record(z.string(), z.unknown());
const id = z.uuid();
const count = z.number().int().nonnegative();

/** Where the bytes of the preserved image are. */
const placeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('jpeg'), file: z.string(), offset: count, length: count }),
  z.object({
    kind: z.literal('png'),
    file: z.string(),
    offset: count,
    length: count,
    before: z.base64(),
    chunks: z.array(count).max(1_000_000).readonly(),
    after: z.base64(),
  }),
  /** A file of its own in the package. */
  z.object({ kind: z.literal('file'), file: z.string() }),
  /** It was missing or damaged when the package was made. */
  z.object({ kind: z.literal('absent') }),
]);
export type ImagePlace = z.infer<typeof placeSchema>;

const wordSchema = z.tuple([z.string(), z.number(), z.number(), z.number(), z.number(), z.number(), z.number(), z.string().optional()]);

export const lineSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('origin'),
    format: z.literal(1),
    committeeId: z.string().max(100),
    committee: z.string().max(300),
    province: z.string().max(200),
    program: z.string().max(100),
    at: z.string(),
    packageId: z.string().max(200),
  }),
  z.object({ kind: z.literal('fonds'), id, values }),
  z.object({ kind: z.literal('file'), id, values }),
  /** In the place of a file: documents that lie in none. */
  z.object({ kind: z.literal('set'), code: z.string().max(100), title: z.string().max(1000), source: z.enum(['0', '1']) }),
  z.object({ kind: z.literal('document'), id, values }),
  z.object({ kind: z.literal('page'), id, values, words: z.array(wordSchema), image: placeSchema, original: z.string().optional() }),
]);
export type LineageLine = z.infer<typeof lineSchema>;

/** Fields that mean something in another archive: all but references to records of this one and what is sealed. */
export function carried(type: RecordTypeName, from: Values): Values {
  const { fields } = recordType(type);
  return Object.fromEntries(
    Object.entries(from).filter(([name, value]) => {
      const kind = fields[name]?.kind;
      return value !== null && value !== undefined && kind !== undefined && !['ref', 'refs', 'sealed', 'list'].includes(kind);
    }),
  );
}

type WordRow = z.infer<typeof wordSchema>;

export const wordRow = ({ text, x, y, w, h, confidence, line, raw }: PageWord): WordRow =>
  raw === undefined ? [text, x, y, w, h, confidence, line] : [text, x, y, w, h, confidence, line, raw];
export const rowWord = ([text, x, y, w, h, confidence, line, raw]: WordRow): PageWord => ({
  text,
  x,
  y,
  w,
  h,
  confidence,
  line,
  ...(raw !== undefined && { raw }),
});

export const lineText = (line: LineageLine): Buffer => Buffer.from(`${JSON.stringify(line)}\n`, 'utf8');
