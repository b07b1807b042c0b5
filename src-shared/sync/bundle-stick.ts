/**
 * The stick: folders, names of files, and how a part comes onto it and off it. The disk itself is behind {@link StickFiles}, so that
 * the same steps run on a real stick, on one that fails at the worst moment, and in memory.
 *
 *   KIEMTRASO/len/     to the hub:        KTS-<committee>-<bundle>-<part>.kts, KTS-<device>.ktsxin
 *   KIEMTRASO/xuong/   to the committees: KTS-<committee>-<bundle>-<part>.kts, KTS-<device>.ktscap
 */
import type { BundleTools, Frame } from './bundle';
import { parseFrames } from './bundle-frames';
import { bytesOf } from './bundle-seal';

export const stickFolder = 'KIEMTRASO';
export type StickPlace = 'len' | 'xuong';
export const partSuffix = '.part';

export interface StickEntry {
  readonly name: string;
  readonly bytes: number;
  /** ms since 1970. */
  readonly writtenAt: number;
}

/**
 * Files of one folder on the stick. Every call throws AppError courier.* in the words of what the stick does (pulled out, full,
 * read-only); nothing else of a file system is needed.
 */
export interface StickFiles {
  /** Empty where the folder is not there. */
  list(): Promise<readonly StickEntry[]>;
  /** Writes, flushes to the medium and closes; makes the folder. Replaces what has that name. */
  write(name: string, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  read(name: string): AsyncIterable<Uint8Array>;
  /** Does nothing where there is none. */
  remove(name: string): Promise<void>;
}

/** Encryption of streams. */
export interface AgePipe {
  encrypt(recipients: readonly string[], clear: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** @throws BundleError notABundle, notForUs (no identity fits), cutOff or damaged once the content stops being what was encrypted */
  decrypt(identity: string, sealed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

export interface PartName {
  readonly committee: string;
  readonly bundle: string;
  readonly part: number;
}

export const partName = ({ committee, bundle, part }: PartName): string =>
  `KTS-${committee}-${bundle}-${String(part).padStart(3, '0')}.kts`;

export function readPartName(name: string): PartName | undefined {
  const [, committee, bundle, part] = /^KTS-([0-9A-Za-z._-]{1,64})-([0-9a-f]{16})-(\d{3,4})\.kts$/.exec(name) ?? [];
  return committee && bundle ? { committee, bundle, part: Number(part) } : undefined;
}

export const requestName = (device: string): string => `KTS-${device}.ktsxin`;
export const answerName = (device: string): string => `KTS-${device}.ktscap`;
export const isRequestName = (name: string): boolean => /^KTS-[0-9A-Za-z._-]{8,64}\.ktsxin$/.test(name);

export interface WritingPart {
  readonly files: StickFiles;
  readonly name: string;
  readonly recipients: readonly string[];
  readonly frames: AsyncIterable<Frame>;
  readonly age: AgePipe;
  readonly tools: BundleTools;
  /** Told after each piece: bytes on the stick. */
  onWritten?(bytes: number): void;
  /** All of it is written; it is read back now. */
  onChecking?(): void;
  onChecked?(bytes: number): void;
}

/**
 * Puts one part on the stick: `x.part`, flushed, read back, renamed. The name is there only with the whole of it. Returns its bytes.
 * @throws AppError of the stick; undefined bytes: it read back differently
 */
export async function writePart({
  files,
  name,
  recipients,
  frames,
  age,
  tools,
  onWritten,
  onChecking,
  onChecked,
}: WritingPart): Promise<number | undefined> {
  const digest = tools.startSha256();
  let bytes = 0;
  async function* written(): AsyncGenerator<Uint8Array, void> {
    for await (const piece of age.encrypt(recipients, bytesOf(frames))) {
      digest.update(piece);
      yield piece;
      bytes += piece.length;
      onWritten?.(bytes);
    }
  }
  const part = `${name}${partSuffix}`;
  try {
    await files.write(part, written());
    onChecking?.();
    const back = tools.startSha256();
    let checked = 0;
    for await (const piece of files.read(part)) {
      back.update(piece);
      checked += piece.length;
      onChecked?.(checked);
    }
    if (checked !== bytes || back.hex() !== digest.hex()) {
      await files.remove(part);
      return undefined;
    }
    await files.rename(part, name);
    return bytes;
  } catch (error) {
    // A stick that was pulled out cannot be tidied; what is left of the part is cleared away the next time.
    await files.remove(part).catch(() => undefined);
    throw error;
  }
}

/** Frames of a part on the stick. @throws BundleError, AppError of the stick */
export async function* readPart(
  files: StickFiles,
  name: string,
  identity: string,
  age: AgePipe,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Frame, void> {
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array, void> {
    for await (const piece of files.read(name)) {
      bytes += piece.length;
      onRead?.(bytes);
      yield piece;
    }
  }
  yield* parseFrames(age.decrypt(identity, counted()));
}
