/** Enrolment without network (protocol, section 11): the same two messages as files on a stick. */
import { hostname } from 'node:os';
import { z } from 'zod';
import { AppError } from '#shared/errors/app-error';
import { answerName, requestName, type StickFiles } from '#shared/sync/bundle-stick';
import { enrolAnswer, enrolRequest } from '#shared/sync/enrolment';
import { acceptAnswer, makeRequest } from '../enrol-client';
import { keepHub, readHub } from '../enrolled-hub';
import type { LineParts } from '../line-parts';
import { isSameHub, startAnew } from '../start-anew';
import { openAgeIdentity } from './age-identity';
import type { Stick } from './stick';

const pendingKey = 'courier.enrolment';
const pending = z.object({ request: enrolRequest, shared: z.string() });
/** Longest answer that is read, bytes. */
const longest = 64 * 1024;

export const isPending = ({ book }: LineParts): boolean => book.syncState.get(pendingKey) !== undefined;

/** Writes the request; what its answer is proven with stays in the encrypted book until then. @throws AppError sync.badCode, and those of the stick */
export async function writeRequest({ book, key }: LineParts, { len }: Stick, code: string): Promise<string> {
  const { device } = book.outbox.identity();
  const { recipient } = await openAgeIdentity(book.syncState);
  const { request, shared } = await makeRequest({ code, device, deviceName: hostname().slice(0, 120) || 'workstation', key, recipient });
  book.syncState.set(pendingKey, { request, shared: shared.toString('base64') });
  const name = requestName(device);
  await writeText(len, name, JSON.stringify(request));
  return name;
}

/** @throws AppError courier.noRequest, courier.noAnswer, sync.badAnswer, courier.otherProfile, and those of the stick */
export async function acceptFromStick(line: LineParts, { len, xuong }: Stick): Promise<void> {
  const { book } = line;
  const waiting = pending.safeParse(book.syncState.get(pendingKey));
  if (!waiting.success) throw new AppError('courier.noRequest');
  const name = answerName(book.outbox.identity().device);
  if (!(await xuong.list()).some((entry) => entry.name === name)) throw new AppError('courier.noAnswer');
  const hub = acceptAnswer(
    { request: waiting.data.request, shared: Buffer.from(waiting.data.shared, 'base64') },
    await readAnswer(xuong, name),
  );
  const profile = hub.certificate.standalone ? 'standalone' : 'connected';
  // A connected workstation must not meet what only machines without network may hold; the other way round nothing closed leaves.
  if (profile === 'standalone' && book.committee.profile === 'connected')
    throw new AppError('courier.otherProfile', { hub: profile, workstation: book.committee.profile });
  const before = readHub(book.syncState);
  const url = before && isSameHub(before, { ...hub, url: '' }) ? before.url : '';
  book.transact(() => {
    if (!isSameHub(before, { ...hub, url })) startAnew(line);
    keepHub(book.syncState, { ...hub, url });
    book.syncState.set(pendingKey, undefined);
  });
  await len.remove(requestName(book.outbox.identity().device));
}

async function readAnswer(files: StickFiles, name: string) {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of files.read(name)) {
    length += piece.length;
    if (length > longest) throw new AppError('sync.badAnswer');
    pieces.push(piece);
  }
  try {
    return enrolAnswer.parse(JSON.parse(Buffer.concat(pieces).toString('utf8')));
  } catch (error) {
    throw new AppError('sync.badAnswer', {}, error);
  }
}

async function writeText(files: StickFiles, name: string, text: string): Promise<void> {
  await files.write(`${name}.part`, piecesOf(text));
  await files.rename(`${name}.part`, name);
}

async function* piecesOf(text: string): AsyncGenerator<Uint8Array, void> {
  yield Buffer.from(text);
}
