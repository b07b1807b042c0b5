/** Makes the parts of a bundle of its content: header before, end behind, split where a part would grow beyond its size. */
import { bundleFormat, type BundleEnd, type BundleHeader, type BundleTools, type Frame, frameKinds, type SignText } from './bundle';
import { frameHead, frameHeadBytes, signedFrame } from './bundle-frames';

export interface SealOptions {
  readonly header: Omit<BundleHeader, 'format' | 'part' | 'signature'>;
  /** Largest part, bytes of the frames. A frame is never split: a part holds at least one, however large. */
  readonly partBytes: number;
  readonly sign: SignText;
  readonly tools: BundleTools;
}

export interface SealedPart {
  readonly part: number;
  /** To be read to its end before the next part is asked for. */
  readonly frames: AsyncIterable<Frame>;
}

/** Room that header and end take. */
const wrapperBytes = 4096;

/** At least one part, also of an empty content. */
export async function* sealBundle(content: AsyncIterable<Frame>, options: SealOptions): AsyncGenerator<SealedPart, void> {
  const source = content[Symbol.asyncIterator]();
  let next = await source.next();
  for (let part = 1; part === 1 || !next.done; part++) {
    yield {
      part,
      frames: sealPart(part, options, {
        peek: () => (next.done ? undefined : next.value),
        advance: async () => {
          next = await source.next();
        },
      }),
    };
  }
}

interface Source {
  peek(): Frame | undefined;
  advance(): Promise<void>;
}

async function* sealPart(part: number, { header, partBytes, sign, tools }: SealOptions, source: Source): AsyncGenerator<Frame, void> {
  const digest = tools.startSha256();
  const frames: Record<string, number> = {};
  const count = (frame: Frame): Frame => {
    digest.update(frameHead(frame));
    digest.update(frame.payload);
    frames[frame.kind] = (frames[frame.kind] ?? 0) + 1;
    return frame;
  };
  yield count(signedFrame('header', { ...header, format: bundleFormat, part } satisfies Omit<BundleHeader, 'signature'>, sign, tools));
  let size = wrapperBytes;
  for (let frame = source.peek(), first = true; frame; frame = source.peek(), first = false) {
    size += frameHeadBytes + frame.payload.length;
    if (!first && size > partBytes) break;
    yield count(frame);
    await source.advance();
  }
  const end: Omit<BundleEnd, 'signature'> = {
    bundle: header.bundle,
    part,
    last: source.peek() === undefined,
    frames,
    sha256: digest.hex(),
  };
  yield signedFrame('end', end, sign, tools);
}

/** Frames as bytes, for whatever writes them. */
export async function* bytesOf(frames: AsyncIterable<Frame>): AsyncGenerator<Uint8Array, void> {
  for await (const frame of frames) {
    yield frameHead(frame);
    if (frame.payload.length > 0) yield frame.payload;
  }
}

export const isContent = (frame: Frame): boolean => frame.kind !== frameKinds.header && frame.kind !== frameKinds.end;
