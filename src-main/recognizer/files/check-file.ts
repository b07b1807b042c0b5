/** The first look at a path: that it is a regular, readable file of a kind and size that we take. */
import { open, stat } from 'node:fs/promises';
import type { FileKind } from '#shared/recognizer/messages';
import { RecognizerError } from '#shared/recognizer/failure';
import { MAX_CONTAINER_BYTES, MAX_IMAGE_BYTES } from '../limits';
import { sniff, SNIFF_BYTES } from './sniff';

export type CheckedFile = {
  readonly path: string;
  readonly kind: FileKind;
  readonly sizeBytes: number;
  /** Changes when the file is written again. */
  readonly modifiedMs: number;
};

export const checkFile = async (path: string): Promise<CheckedFile> => {
  const facts = await asRefusal(stat(path));
  if (!facts.isFile()) throw new RecognizerError('scan.notAFile');
  if (facts.size === 0) throw new RecognizerError('scan.empty');
  const kind = sniff(await asRefusal(readHead(path)));
  if (!kind) throw new RecognizerError('scan.unsupported');
  const limit = kind === 'pdf' || kind === 'tiff' ? MAX_CONTAINER_BYTES : MAX_IMAGE_BYTES;
  if (facts.size > limit) throw new RecognizerError('scan.tooLarge', { what: 'bytes', value: facts.size, limit });
  return { path, kind, sizeBytes: facts.size, modifiedMs: facts.mtimeMs };
};

/** The system's refusals, as ours. */
export const asRefusal = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    if (reason === undefined) throw error;
    if (reason === 'ENOENT' || reason === 'ENOTDIR') throw new RecognizerError('scan.notFound');
    if (reason === 'EISDIR') throw new RecognizerError('scan.notAFile');
    throw new RecognizerError('scan.unreadable', { reason });
  }
};

const readHead = async (path: string): Promise<Uint8Array> => {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};
