/**
 * The hash chain of the audit log, as workstation, hub and `kts audit verify` compute it. SHA-256, hex everywhere.
 *
 *   content(n) = SHA-256 of JSON [seq, at, actor, action, type, record, revision, reason, SHA-256 of the changes]
 *   hash(n)    = SHA-256 of hash(n - 1) followed by content(n);  hash(0) = 64 zeros
 *   seal       = Ed25519 of {@link sealText}, by the workstation's key, over the last entry of each transaction
 *
 * So an exported log can be checked without the values that it leaves out, and the hub can see that a chain goes on from where it last
 * saw it, from the contents' hashes alone. Entries of before this scheme (form 1) chain the whole text; nothing of them can be proven
 * to the hub but their place.
 */
export type Sha256 = (text: string) => string;

export const noAuditHash = '0'.repeat(64);

export interface ChainEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly type: string | null;
  readonly record: string | null;
  readonly revision: number | null;
  readonly reason: string | null;
  /** SHA-256 of the JSON of the changes. */
  readonly changes: string;
}

export const contentHash = (sha256: Sha256, e: ChainEntry): string =>
  sha256(JSON.stringify([e.seq, e.at, e.actor, e.action, e.type, e.record, e.revision, e.reason, e.changes]));

export const chainHash = (sha256: Sha256, before: string, content: string): string => sha256(before + content);

/** Where a chain stands: hash of its entry `seq`. */
export interface ChainPoint {
  readonly seq: number;
  readonly hash: string;
}

/** The point that `contents` lead to. */
export const advance = (sha256: Sha256, from: ChainPoint, contents: readonly string[]): ChainPoint =>
  contents.reduce((at, content) => ({ seq: at.seq + 1, hash: chainHash(sha256, at.hash, content) }), from);

export const sealText = (device: string, { seq, hash }: ChainPoint): string => ['kts audit 1', device, seq, hash].join('\n');

/** Most entries that one anchoring proves; more go in several. */
export const mostContents = 4000;
