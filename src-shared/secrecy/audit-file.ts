/**
 * An exported audit log: lines of JSON, a head and then every entry. `checkAuditFile` checks it without the book: each hash follows from
 * the one before and from what the line says, the head is the last of them and is signed, and the anchors that a hub has are in it.
 */
import { z } from 'zod';
import { chainHash, type ChainPoint, contentHash, noAuditHash, type Sha256 } from './audit-chain';

const headSchema = z.object({
  format: z.literal('kiem-tra-so audit'),
  version: z.literal(1),
  committee: z.string().max(300),
  device: z.string().max(64),
  publicKey: z.string().max(64),
  head: z.object({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** How many entries have form 1; absent: none. */
  unproven: z.int().min(1).optional(),
  signature: z.string().max(120),
});
export type AuditFileHead = z.infer<typeof headSchema>;

const text = z.string().max(20_000);
const lineSchema = z.object({
  seq: z.int().min(1),
  at: text,
  actor: text,
  action: text,
  type: text.nullable(),
  record: text.nullable(),
  revision: z.int().nullable(),
  reason: text.nullable(),
  changes: text,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  form: z.literal([1, 2]),
});

export interface AuditFileVerdict {
  readonly head: AuditFileHead | null;
  readonly entries: number;
  /** Number of the first entry that does not fit; 0: the head or its signature does not. */
  readonly brokenAt: number | null;
  /** Entries of before seals, of which only the place is known. */
  readonly unproven: number;
}

/** What is signed of an exported file. It says how many entries nothing proves, so that none that is proven can be passed off as one of these. */
export const exportText = ({ seq, hash }: ChainPoint, unproven: number): string =>
  ['kts audit export 1', seq, hash, ...(unproven > 0 ? [unproven] : [])].join('\n');

export interface AuditFileTools {
  readonly sha256: Sha256;
  verifies(publicKey: string, text: string, signature: string): boolean;
}

/** @param anchors points that a hub keeps: each must be in the file as it is. */
export function checkAuditFile(file: string, tools: AuditFileTools, anchors: readonly ChainPoint[] = []): AuditFileVerdict {
  const lines = file.split('\n').filter((line) => line !== '');
  const head = headSchema.safeParse(parsed(lines[0]));
  if (!head.success) return { head: null, entries: 0, brokenAt: 0, unproven: 0 };
  const wanted = new Map(anchors.map(({ seq, hash }) => [seq, hash]));
  let before = noAuditHash;
  let unproven = 0;
  let entries = 0;
  const result = (brokenAt: number | null): AuditFileVerdict => ({ head: head.data, entries, brokenAt, unproven });
  for (const line of lines.slice(1)) {
    const entry = lineSchema.safeParse(parsed(line));
    if (!entry.success || entry.data.seq !== entries + 1) return result(entries + 1);
    const { hash, form, seq } = entry.data;
    if (form < 2 ? unproven !== entries : chainHash(tools.sha256, before, contentHash(tools.sha256, entry.data)) !== hash)
      return result(seq);
    if (form < 2) unproven += 1;
    if (wanted.has(seq) && wanted.get(seq) !== hash) return result(seq);
    before = hash;
    entries += 1;
  }
  const missing = anchors.filter(({ seq }) => seq > entries);
  if (missing.length > 0) return result(entries + 1);
  const { head: last, unproven: stated = 0, publicKey, signature } = head.data;
  const isLast = last.seq === entries && last.hash === before && stated === unproven;
  const isWhole = isLast && tools.verifies(publicKey, exportText(last, unproven), signature);
  return result(isWhole ? null : 0);
}

function parsed(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return undefined;
  }
}
