import type { GapAnswer, ParkedAnswer, PushAnswer } from '#shared/contract/hub';
import { BatchError, decodeBatch, type DecodedBatch, readBatchHeader } from '#shared/sync/batch';
import type { DeviceCertificate } from '#shared/sync/certificate';
import { limits } from '#shared/sync/limits';
import { HubFailure } from '../../failure';
import { applyBatch, recordsOf } from './apply-batch';
import { confirmedOf, type HubCore } from './hub-core';
import type { AuthorKey, AuthorState, ScopeChange } from './hub-store';

/** Whoever brings a batch: usually its author; after a loss another workstation of the committee, or a stick. */
export interface Carrier {
  readonly committee: string;
  /** Version that both sides speak. */
  readonly protocol: number;
  /** The carrier's own key, where it is known already. */
  readonly self?: AuthorKey;
  /** Certificates that came along: a hub that was restored may have lost devices that were enrolled after its backup. */
  readonly certificates?: readonly DeviceCertificate[];
}

export type Taken =
  | { readonly status: 200; readonly answer: PushAnswer }
  | { readonly status: 202; readonly answer: ParkedAnswer }
  | { readonly status: 409; readonly answer: GapAnswer };

/**
 * Takes one batch, in one transaction, once: log, merge, conflicts, refusals and projections stand or fall together (protocol,
 * section 4). A batch that came too early is kept and applied with the one that fills the gap.
 * @throws HubFailure bad-batch, too-large, foreign, revoked
 */
export async function takeBatch(core: HubCore, bytes: Uint8Array, carrier: Carrier): Promise<Taken> {
  const batch = await provenBatch(core, bytes, carrier);
  return core.store.change(batch.header.committee, (scope) => place(core, scope, batch, bytes, carrier.protocol));
}

/** The batch, once it is sure that its author wrote it and may write it. */
async function provenBatch(core: HubCore, bytes: Uint8Array, carrier: Carrier): Promise<DecodedBatch> {
  const { header } = readable(() => readBatchHeader(bytes, core.tools));
  if (header.committee !== carrier.committee) throw new HubFailure(403, 'foreign');
  const author = await authorOf(core, header.device, carrier);
  if (author?.committee !== header.committee) throw new HubFailure(403, 'foreign');
  if (author.revoked) throw new HubFailure(403, 'revoked');
  return readable(() =>
    // One that this hub cleared comes back from who kept it, when the hub was restored.
    decodeBatch(bytes, core.tools, (hash, signature, _header, by) =>
      core.verify(by === 'hub' ? core.hub.publicKey : author.publicKey, hash, signature),
    ),
  );
}

async function authorOf(core: HubCore, device: string, carrier: Carrier): Promise<AuthorKey | undefined> {
  if (device === core.hub.device) return { ...core.hub, committee: carrier.committee, revoked: false };
  if (device === carrier.self?.device) return carrier.self;
  const known = await core.store.findAuthor(device);
  if (known) return known;
  const certificate = carrier.certificates?.find((one) => one.device === device && core.isOwnCertificate(one));
  return certificate && core.store.enrolAgain(certificate);
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BatchError)) throw error;
    throw error.reason === 'too-large' ? new HubFailure(413, 'too-large') : new HubFailure(400, 'bad-batch', error.reason);
  }
}

async function place(core: HubCore, scope: ScopeChange, batch: DecodedBatch, bytes: Uint8Array, protocol: number): Promise<Taken> {
  const { number, firstSeq, prevHash } = batch.header;
  // Asked for at once: a batch that does not follow is rare, and each question by itself is a way to the database and back.
  const [author, stored] = await Promise.all([scope.author(batch.header), recordsOf(scope, batch)]);
  if (author.revoked) throw new HubFailure(403, 'revoked');
  if (number <= author.lastNumber) return again(core, scope, batch, author);
  if (number > author.lastNumber + 1) return early(core, scope, batch, bytes, author, protocol);
  if (prevHash !== author.lastHash || firstSeq !== author.lastSeq + 1) return conflictOf('chain', author);

  let { mark, refused } = await applyBatch(core, scope, batch, bytes, author, stored);
  for (const waiting of author.parked) {
    if (waiting.number !== mark.lastNumber + 1) break;
    const kept = await scope.parked(batch.header, waiting.number);
    if (!kept) break;
    const next = decodeBatch(kept, core.tools, () => true);
    await scope.dropParked(batch.header, waiting.number);
    // Parked before it was known that its author had been restored: what it follows was never taken.
    if (next.header.prevHash !== mark.lastHash || next.header.firstSeq !== mark.lastSeq + 1) break;
    const more = await applyBatch(core, scope, next, kept, mark, await recordsOf(scope, next));
    mark = more.mark;
    refused = [...refused, ...more.refused];
  }
  return { status: 200, answer: { applied: mark.lastSeq, confirmed: confirmedOf(core, mark), hash: mark.lastHash, refused: [...refused] } };
}

/** A batch that was taken before: the same answer again, unless another one has taken its place. */
async function again(core: HubCore, scope: ScopeChange, { header, hash }: DecodedBatch, author: AuthorState): Promise<Taken> {
  const known = await scope.taken(header, header.number);
  if (known?.hash !== hash) return conflictOf('chain', author);
  return {
    status: 200,
    answer: { applied: author.lastSeq, confirmed: confirmedOf(core, author), hash: author.lastHash, refused: [...known.refused] },
  };
}

async function early(
  core: HubCore,
  scope: ScopeChange,
  { header, hash }: DecodedBatch,
  bytes: Uint8Array,
  author: AuthorState,
  protocol: number,
): Promise<Taken> {
  // Every batch between holds one number at least.
  if (header.firstSeq < author.lastSeq + (header.number - author.lastNumber)) return conflictOf('chain', author);
  if (protocol < 2) return conflictOf('gap', author);
  const same = author.parked.find((parked) => parked.number === header.number);
  if (same && same.hash !== hash) return conflictOf('chain', author);
  if (!same) {
    if (author.parked.length >= limits.parkedBatches) return conflictOf('gap', author);
    await scope.park(header, { number: header.number, hash }, bytes);
  }
  return {
    status: 202,
    answer: { expected: author.lastNumber + 1, applied: author.lastSeq, confirmed: confirmedOf(core, author), hash: author.lastHash },
  };
}

const conflictOf = (code: GapAnswer['code'], author: AuthorState): Taken => ({
  status: 409,
  answer: { code, expected: author.lastSeq + 1, hash: author.lastHash },
});
