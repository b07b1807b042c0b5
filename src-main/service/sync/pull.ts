import { paths } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import { isRecordTypeName, recordTypes } from '#shared/records/registry';
import { BatchError, decodeBatch, type DecodedBatch } from '#shared/sync/batch';
import { certificateText, type DeviceCertificate } from '#shared/sync/certificate';
import { decodeLogPage, type LogPage } from '#shared/sync/log-page';
import type { Op } from '#shared/sync/op';
import type { Book } from '../book/book';
import { batchTools, sha256Hex } from './crypto/batch-tools';
import { verifies } from './crypto/device-key';
import type { EnrolledHub } from './enrolled-hub';
import type { HubClient } from './hub-client';

/**
 * Takes what the other workstations of the committee sent, page by page, each batch in one transaction with its place in the log.
 * Returns the number of ops that changed something.
 * @throws AppError sync.unreachable and the others of HubClient; sync.badAnswer for a page that is not what its authors signed
 */
export async function pullAll(book: Book, client: HubClient, hub: EnrolledHub, go: () => boolean): Promise<number> {
  startOverAfterUpgrade(book);
  let applied = 0;
  while (go()) {
    const cursor = book.syncState.get<string>('cursor') ?? '';
    const query = new URLSearchParams({ cursor, mine: book.outbox.identity().incarnation });
    const reply = await client.send({ method: 'GET', path: `${paths.pull}?${query}` });
    if (reply.status === 410 && cursor !== '') {
      book.syncState.set('cursor', ''); // the hub was restored: read its log again, merging is idempotent
      continue;
    }
    if (reply.status !== 200) throw new AppError('sync.hubRefused', { reason: reply.failure ?? String(reply.status) });
    const page = readPage(reply.bytes);
    applied += applyPage(book, hub, page);
    if (!page.more) return applied;
  }
  return applied;
}

function applyPage(book: Book, hub: EnrolledHub, page: LogPage): number {
  const done = (): void => book.syncState.set('cursor', page.cursor);
  const batches = page.bodies.map((bytes) => openBatch(hub, page, bytes));
  let applied = 0;
  batches.forEach((batch, i) => {
    const refused = new Set(page.batches[i]?.refused);
    const ops = batch.ops.filter((op) => !refused.has(op.seq) && isRecordTypeName(op.type)) as readonly Op[];
    applied += book.records.applyRemote(batch.header.incarnation, ops).applied;
  });
  // After the last batch: a page that was cut in the middle is read again, which changes nothing.
  book.transact(done);
  return applied;
}

/** @throws AppError sync.badAnswer unless the batch was signed by a workstation of this committee that the hub vouches for */
function openBatch(hub: EnrolledHub, page: LogPage, bytes: Uint8Array): DecodedBatch {
  try {
    return decodeBatch(bytes, batchTools, (hash, signature, header) => {
      const author = page.devices[header.device];
      const vouched = author !== undefined && author.device === header.device && author.committee === hub.certificate.committee && isVouched(hub, author);
      return vouched && header.committee === author.committee && verifies(author.publicKey, hash, signature);
    });
  } catch (error) {
    if (error instanceof BatchError) throw new AppError('sync.badAnswer', {}, error);
    throw error;
  }
}

function isVouched(hub: EnrolledHub, { signature, ...certificate }: DeviceCertificate): boolean {
  return verifies(hub.publicKey, certificateText(certificate), Buffer.from(signature, 'base64url'));
}

function readPage(bytes: Buffer): LogPage {
  try {
    return decodeLogPage(bytes, batchTools);
  } catch (error) {
    throw new AppError('sync.badAnswer', {}, error);
  }
}

/** Types of which this program knew nothing were passed over; a version that knows more reads the log once more. */
function startOverAfterUpgrade(book: Book): void {
  const known = sha256Hex(Object.values(recordTypes).map((type) => `${type.name}:${Object.keys(type.fields).join()}`).join('\n'));
  const before = book.syncState.get<string>('knownFields');
  if (before === known) return;
  book.transact(() => {
    if (before !== undefined) book.syncState.set('cursor', '');
    book.syncState.set('knownFields', known);
  });
}
