/**
 * The whole of a book looked at: what is wrong, and where. Each part is judged by itself, so that a damaged database does not hide lost
 * pages. Nothing is changed.
 */
import { createHash } from 'node:crypto';
import type { AppError } from '#shared/errors/app-error';
import type { Op } from '#shared/sync/op';
import { hashOfOp } from '#shared/sync/op-hash';
import type { ArchiveService } from '../archive/archive-service';
import type { BackupService } from '../backup/backup-service';
import type { Book } from '../book/book';
import { compareAnchors } from '../sync/anchors';

export interface VerifyReport {
  readonly sound: boolean;
  readonly database: { readonly sound: boolean; readonly problems: readonly string[] };
  readonly pages: {
    readonly sound: boolean;
    readonly checked: number;
    readonly damaged: readonly string[];
    readonly missing: readonly string[];
  };
  readonly audit: {
    readonly sound: boolean;
    readonly entries: number;
    readonly signed: number;
    /** First entry that does not fit; 0 where the log could not be read. */
    readonly brokenAt: number | null;
    readonly anchored: { readonly upTo: number; readonly brokenAt: number | null } | null;
  };
  readonly outbox: OutboxVerdict;
  readonly backups: {
    readonly sound: boolean;
    readonly place: string | null;
    readonly sets: readonly {
      readonly name: string;
      readonly sound: boolean;
      /** Made before the keys were changed: compared by its bytes alone. */
      readonly formerKeys: boolean;
      readonly problems: readonly string[];
      readonly missing: number;
      readonly damaged: number;
    }[];
  };
}

export interface OutboxVerdict {
  readonly sound: boolean;
  readonly made: number;
  readonly waiting: number;
  readonly sent: number;
  readonly confirmed: number;
  readonly refused: number;
  /** Numbers that are not there, and ops that are not what their hash says. */
  readonly gaps: readonly number[];
  readonly changed: readonly number[];
}

interface Parts {
  readonly book: Book;
  readonly archive: Pick<ArchiveService, 'verifyPages'>;
  readonly backups: Pick<BackupService, 'state' | 'sets' | 'check'>;
}

/** Most numbers that are named of a part; there may be more. */
const mostNamed = 100;

export async function verifyBook({ book, archive, backups }: Parts): Promise<VerifyReport> {
  const database = verifyDatabase(book);
  // A damaged database may not be readable where another part asks: that part is not sound, and the others are looked at all the same.
  const audit = orElse(() => verifyChain(book), { sound: false, entries: 0, signed: 0, brokenAt: 0, anchored: null });
  const outbox = orElse(() => verifyOutbox(book), {
    sound: false,
    made: 0,
    waiting: 0,
    sent: 0,
    confirmed: 0,
    refused: 0,
    gaps: [],
    changed: [],
  });
  const found = await archive.verifyPages().catch(() => undefined);
  const pages = found
    ? { sound: found.damaged.length + found.missing.length === 0, ...found }
    : { sound: false, checked: 0, damaged: [], missing: [] };
  const sets = await verifyBackups(backups).catch(() => ({ sound: false, place: null, sets: [] }));
  const parts = { database, pages, audit, outbox, backups: sets };
  return { sound: Object.values(parts).every(({ sound }) => sound), ...parts };
}

/** What can be said of a book that does not open. */
export const unreadable = ({ code }: AppError): Pick<VerifyReport, 'sound' | 'database'> => ({
  sound: false,
  database: { sound: false, problems: [code] },
});

function orElse<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

function verifyDatabase({ db }: Book): VerifyReport['database'] {
  const problems = orElse(() => db.prepare(`PRAGMA integrity_check(${mostNamed})`).pluck().all() as string[], ['unreadable']);
  return problems.length === 1 && problems[0] === 'ok' ? { sound: true, problems: [] } : { sound: false, problems };
}

function verifyChain(book: Book): VerifyReport['audit'] {
  const chain = book.audit.verify();
  const anchored = compareAnchors(book);
  return { sound: chain.brokenAt === null && (anchored?.brokenAt ?? null) === null, ...chain, anchored };
}

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Numbers without gaps, each op what its hash says: but those from which destroyed values were cleared (retention/remains). */
function verifyOutbox({ db, outbox }: Book): OutboxVerdict {
  const { made } = outbox.watermarks();
  const cleared = new Set(db.prepare<[], string>('SELECT record_id FROM erasure').pluck().all());
  const gaps: number[] = [];
  const changed: number[] = [];
  let expected = db.prepare<[], number | null>('SELECT min(seq) FROM outbox').pluck().get() ?? made + 1;
  for (const { seq, record_id, op } of db
    .prepare<[], { seq: number; record_id: string; op: string }>('SELECT seq, record_id, op FROM outbox ORDER BY seq')
    .iterate()) {
    for (; expected < seq && gaps.length < mostNamed; expected += 1) gaps.push(expected);
    expected = seq + 1;
    if (!cleared.has(record_id) && changed.length < mostNamed && !isWhole(op, seq, record_id)) changed.push(seq);
  }
  for (; expected <= made && gaps.length < mostNamed; expected += 1) gaps.push(expected);
  const counts = outbox.counts();
  const total = counts.waiting + counts.sent + counts.confirmed + counts.refused;
  return { sound: gaps.length === 0 && changed.length === 0 && total === made, made, ...counts, gaps, changed };
}

function isWhole(text: string, seq: number, recordId: string): boolean {
  try {
    const { hash, ...op } = JSON.parse(text) as Op;
    return op.seq === seq && op.id === recordId && hashOfOp(op, sha256Hex) === hash;
  } catch {
    return false;
  }
}

/** The newest set with every image opened, the others by their lists and databases. */
async function verifyBackups(backups: Parts['backups']): Promise<VerifyReport['backups']> {
  const { place } = backups.state();
  const sets: VerifyReport['backups']['sets'][number][] = [];
  for (const { name } of place === null ? [] : backups.sets()) {
    const { sound, formerKeys, problems, missing, damaged } = await backups.check(name, sets.length === 0 ? 'opened' : 'present');
    sets.push({ name, sound, formerKeys, problems, missing: missing.length, damaged: damaged.length });
  }
  return { sound: sets.every(({ sound }) => sound), place, sets };
}
