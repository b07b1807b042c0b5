/** Anchors the audit log at the hub with each sync, and compares the log with what the hub keeps of it. */
import { type Anchor, anchorAnswer, anchorRefusal, type AnchorRequest, anchorsAnswer, auditPath } from '#shared/contract/hub-audit';
import { advance, type ChainPoint, mostContents, sealText } from '#shared/secrecy/audit-chain';
import { writeAnchor } from '#shared/node/anchor-body';
import { sha256Hex } from '#shared/node/batch-tools';
import type { BundleAudit } from '#shared/sync/bundle';
import { AppError } from '#shared/errors/app-error';
import type { Book } from '../book/book';
import { entriesForAnchor } from './batch-size';
import { type HubReply, parseReply, unexpected } from './hub-client';
import type { LineParts, Talk } from './line-parts';

const anchorsKey = 'audit.anchors';
/** Whether the hub said that it reads packed requests. */
const packedKey = 'audit.packed';
const sha256 = (text: string): string => sha256Hex(Buffer.from(text, 'utf8'));

/** As the hub answered last, newest first. */
const known = (book: Book): readonly Anchor[] => book.syncState.get<Anchor[]>(anchorsKey) ?? [];

/** The first anchor that the log does not have any more; `upTo`: the newest anchor. Null before the first sync. */
export function compareAnchors(book: Book): { upTo: number; brokenAt: number | null } | null {
  const anchors = known(book);
  const [newest] = anchors;
  if (!newest) return null;
  // Before a branch stand entries that a backup did not have: they are gone, and the hub says so.
  const branch = anchors.findIndex(({ branch: isBranch }) => isBranch);
  const present = branch < 0 ? anchors : anchors.slice(0, branch + 1);
  const broken = present.filter(({ seq, hash }) => book.audit.hashAt(seq) !== hash).map(({ seq }) => seq);
  return { upTo: newest.seq, brokenAt: broken.length === 0 ? null : Math.min(...broken) };
}

/**
 * Tells the hub where the audit log stands, piece by piece until `go()` says stop: the rest goes with the next round. A hub of before anchoring knows no such request and is left alone.
 * @throws AppError of HubClient
 */
export async function anchorStep(parts: LineParts, talk: Talk): Promise<void> {
  const { book } = parts;
  if (known(book).length === 0 && !(await fetchAnchors(parts, talk))) return;
  for (let tries = 0; talk.go() && tries < 1000; tries += 1) {
    const [last] = known(book);
    const head = book.audit.head();
    if (last?.seq === head.seq && last.hash === head.hash) return;
    // Its own hash of that place, not the one that the hub answered: the hub compares.
    const from = last ? { seq: last.seq, hash: book.audit.hashAt(last.seq) ?? head.hash } : head;
    if (!(await put(parts, talk, from, false))) {
      await fetchAnchors(parts, talk);
      const anchors = known(book);
      const common = anchors.find(({ seq, hash }) => book.audit.hashAt(seq) === hash);
      // The hub has it, an answer was lost. The log of a copy may have another entry at the same place: then it is not the newest.
      if (common && common === anchors[0]) continue;
      if (!(await put(parts, talk, common ?? book.audit.head(), true))) throw new AppError('sync.badAnswer');
    }
  }
}

async function put({ book, key, now, speed }: LineParts, { client }: Talk, from: ChainPoint, branch: boolean): Promise<boolean> {
  const upTo = Math.min(book.audit.head().seq, from.seq + entriesForAnchor(speed.bytesPerSecond()));
  const proven = book.audit.contents(from.seq, upTo);
  // What is of before seals cannot be proven: the anchor is where the log stands.
  const start = proven ? from : book.audit.head();
  const contents = proven ?? [];
  const to = advance(sha256, start, contents);
  const body: AnchorRequest = {
    from: { seq: start.seq, hash: start.hash },
    contents,
    signature: key.sign(sealText(book.outbox.identity().device, to)).toString('base64url'),
    branch: branch || !proven,
  };
  const send = (packed: boolean): Promise<HubReply> => client.send({ method: 'POST', path: auditPath, body: writeAnchor(body, packed) });
  const packed = book.syncState.get<boolean>(packedKey) === true;
  let reply = await send(packed);
  // A hub of before has taken this one's place.
  if (packed && reply.status === 400) reply = await send(false);
  if (reply.status === 409) {
    learnPacked(book, parseReply(anchorRefusal, reply).packed);
    return false;
  }
  if (reply.status !== 200) throw unexpected(reply);
  const { anchored, packed: readsPacked } = parseReply(anchorAnswer, reply);
  learnPacked(book, readsPacked);
  const made: Anchor = { ...anchored, at: new Date(now()).toISOString(), branch: body.branch === true };
  book.syncState.set(anchorsKey, [made, ...known(book)].slice(0, 200));
  return true;
}

const stickKey = 'audit.stickAnchor';

/**
 * What a stick tells of the log, in links of at most mostContents entries. Without an answer nobody knows which sticks were read: it begins
 * at the last anchor that an answer told of, and before the first answer at the place where the first stick stood.
 */
export function stickLinks({ book, key }: Pick<LineParts, 'book' | 'key'>): NonNullable<BundleAudit['link']>[] {
  const anchors = known(book);
  const common = anchors.find(({ seq, hash }) => book.audit.hashAt(seq) === hash);
  const head = book.audit.head();
  const first = book.syncState.get<ChainPoint>(stickKey);
  const begun = common ?? (first && book.audit.hashAt(first.seq) === first.hash ? first : undefined);
  if (!begun) book.syncState.set(stickKey, head);
  const links: NonNullable<BundleAudit['link']>[] = [];
  for (let from: ChainPoint = begun ?? head; ; ) {
    const contents = book.audit.contents(from.seq, Math.min(head.seq, from.seq + mostContents));
    // What is of before seals cannot be proven: the log is anchored where it stands.
    const start = contents ? { seq: from.seq, hash: from.hash } : head;
    const to = advance(sha256, start, contents ?? []);
    const seal = key.sign(sealText(book.outbox.identity().device, to)).toString('base64url');
    links.push({
      from: start,
      contents: contents ?? [],
      seal,
      branch: !contents || (links.length === 0 && anchors.length > 0 && common !== anchors[0]),
    });
    if (to.seq >= head.seq) return links;
    from = to;
  }
}

/** What an answer on a stick says of this workstation's log. */
export function learnAnchors(book: Book, anchors: BundleAudit['anchors']): void {
  const own = anchors?.[book.outbox.identity().device];
  if (own && (own[0]?.seq ?? 0) >= (known(book)[0]?.seq ?? 0)) book.syncState.set(anchorsKey, own.slice(0, 200));
}

/** False where the hub knows no anchors. */
async function fetchAnchors({ book }: LineParts, { client }: Talk): Promise<boolean> {
  const reply = await client.send({ method: 'GET', path: auditPath });
  if (reply.status === 404) return false;
  if (reply.status !== 200) throw unexpected(reply);
  const { anchors, packed } = parseReply(anchorsAnswer, reply);
  learnPacked(book, packed);
  book.syncState.set(anchorsKey, anchors.slice(0, 200));
  return true;
}

function learnPacked({ syncState }: Book, packed: boolean): void {
  if ((syncState.get<boolean>(packedKey) === true) !== packed) syncState.set(packedKey, packed || undefined);
}

/** Asks the hub anew and compares: what `kts audit verify --hub` does. */
export async function verifyAnchors(parts: LineParts, talk: Talk): Promise<ReturnType<typeof compareAnchors>> {
  await fetchAnchors(parts, talk);
  return compareAnchors(parts.book);
}
