/**
 * The update that the hub hands down to every commune: its file in the object store as `update-VERSION`, and which one it is as `update`. The
 * hub passes it on; whether it is installed is decided by the signature that each workstation checks for itself.
 */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { type UpdateAnswer, updateAnswer } from '#shared/contract/hub';
import { verifiesText } from '#shared/node/ed25519';
import { headPlace, updateBody, updateHead, signedText } from '#shared/update/manifest';
import type { ObjectStore } from '../blobs/object-store';

export interface HubUpdates {
  /** Undefined where none is handed down. */
  current(): Promise<UpdateAnswer | undefined>;
  /** Bytes of a version's file; undefined when it is not there. */
  size(version: string): Promise<number | undefined>;
  read(version: string, from: number, to: number): AsyncIterable<Uint8Array>;
}

const pointer = 'update';
const nameOf = (version: string): string => `update-${version}`;
const versionPattern = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/;

export const openUpdates = (objects: ObjectStore): HubUpdates => ({
  async current() {
    if (!(await objects.size(pointer))) return undefined;
    const chunks: Uint8Array[] = [];
    for await (const chunk of objects.read(pointer)) chunks.push(chunk);
    return updateAnswer.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  },
  size: async (version) => (versionPattern.test(version) ? objects.size(nameOf(version)) : undefined),
  read: (version, from, to) => objects.read(nameOf(version), from, to),
});

/** Why a file is not handed down. */
export class NoUpdate extends Error {}

/**
 * Hands a file down from now on. `trusted`: release keys that the hub knows; with none the signature is left to the workstations.
 * @throws NoUpdate
 */
export async function publishUpdate(
  objects: ObjectStore,
  file: string,
  trusted: readonly string[],
): Promise<UpdateAnswer & { checked: boolean }> {
  const { size } = await stat(file);
  const { head, contentAt } = await readHead(file, size);
  const { body: signed, signatures } = head;
  const parsed = updateBody.safeParse(json(signed));
  if (!parsed.success) throw new NoUpdate('nội dung không đúng dạng / not an update');
  const isRight = signatures.some(({ key, signature }) => trusted.includes(key) && verifiesText(key, signedText(signed), signature));
  if (trusted.length > 0 && !isRight) throw new NoUpdate('chữ ký không phải của nơi phát hành / not signed by a release key');
  if (parsed.data.parts.some(({ offset, bytes }) => contentAt + offset + bytes > size))
    throw new NoUpdate('tệp bị cắt ngắn / the file is cut short');
  const { version } = parsed.data;
  const answer: UpdateAnswer = { version, head: JSON.stringify(head), contentAt, bytes: size };
  await objects.put(nameOf(version), size, () => createReadStream(file) as AsyncIterable<Buffer>);
  await put(objects, JSON.stringify(answer));
  return { ...answer, checked: isRight };
}

/** Hands nothing down any more. What workstations have taken stays theirs. */
export const withdrawUpdate = (objects: ObjectStore): Promise<void> => put(objects, '');

async function put(objects: ObjectStore, text: string): Promise<void> {
  const bytes = Buffer.from(text, 'utf8');
  await objects.put(pointer, bytes.length, async function* () {
    yield bytes;
  });
}

async function readHead(file: string, size: number) {
  const handle = await open(file, 'r');
  try {
    const begin = Buffer.alloc(9);
    const { bytesRead } = await handle.read(begin, 0, 9, 0);
    const place = headPlace(begin.subarray(0, bytesRead));
    if (!place || place.contentAt > size) throw new NoUpdate('không phải tệp cập nhật / not an update');
    const text = Buffer.alloc(place.headBytes);
    await handle.read(text, 0, text.length, 9);
    const head = updateHead.safeParse(json(text.toString('utf8')));
    if (!head.success) throw new NoUpdate('phần đầu không đọc được / the head cannot be read');
    return { head: head.data, contentAt: place.contentAt };
  } finally {
    await handle.close();
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
