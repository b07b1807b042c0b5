import { paths } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import { BatchError, decodeBatch, type DecodedBatch } from '#shared/sync/batch';
import { certificateText, type DeviceCertificate } from '#shared/sync/certificate';
import { decodeLogPage, type LogPage } from '#shared/sync/log-page';
import type { Op } from '#shared/sync/op';
import type { Book } from '../book/book';
import { batchTools } from './crypto/batch-tools';
import { verifies } from './crypto/device-key';
import type { EnrolledHub } from './enrolled-hub';
import type { HubClient } from './hub-client';

/**
 * Takes what the other workstations of the committee sent, page by page, each batch in one transaction with its place in the log.
 * Returns whether the hub no longer has what it had (it was restored), so that its watermark must be asked for again.
 * @throws AppError sync.unreachable and the others of HubClient; sync.badAnswer for a page that is not what its authors signed
 */
export async function pullAll(book: Book, client: HubClient, hub: EnrolledHub, go: () => boolean): Promise<{ restored: boolean }> {
  let restored = false;
  while (go()) {
    const cursor = book.syncState.get<string>('cursor') ?? '';
    const query = new URLSearchParams({ cursor, mine: book.outbox.identity().incarnation });
    const reply = await client.send({ method: 'GET', path: `${paths.pull}?${query.toString()}` });
    if (reply.status === 410 && cursor !== '') {
      book.syncState.set('cursor', ''); // read its log from the beginning: merging is idempotent
      restored = true;
      continue;
    }
    if (reply.status !== 200) throw new AppError('sync.hubRefused', { reason: reply.failure ?? String(reply.status) });
    const page = readPage(reply.bytes);
    applyPage(book, hub, page);
    if (!page.more) break;
  }
  return { restored };
}

function applyPage(book: Book, hub: EnrolledHub, page: LogPage): void {
  const batches = page.bodies.map((bytes) => openBatch(hub, page, bytes));
  batches.forEach((batch, i) => {
    const refused = new Set(page.batches[i]?.refused);
    // Types of a later version pass as well: the store keeps what it does not know (rule 12).
    const ops = batch.ops.filter((op) => !refused.has(op.seq)) as readonly Op[];
    book.records.applyRemote(batch.header.incarnation, ops);
  });
  // After the last batch: a page that was cut in the middle is read again, which changes nothing.
  book.transact(() => book.syncState.set('cursor', page.cursor));
}

/** @throws AppError sync.badAnswer unless the batch was signed by a workstation of this committee that the hub vouches for */
function openBatch(hub: EnrolledHub, page: LogPage, bytes: Uint8Array): DecodedBatch {
  try {
    return decodeBatch(bytes, batchTools, (hash, signature, header) => {
      const author = page.devices[header.device];
      const vouched =
        author !== undefined && author.device === header.device && author.committee === hub.certificate.committee && isVouched(hub, author);
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
