/** The preserved images of a package, cut out of its PDFs byte for byte. Nothing is decoded: the hash says whether it is the right image. */
import { createHash } from 'node:crypto';
import { AppError } from '#shared/errors/app-error';
import { joinPng } from '../../../pdf/png-parts';
import type { ImagePlace } from './lineage';
import { type PackageSource, readWhole } from './package-source';

export interface WantedImage {
  /** SHA-256. */
  readonly image: string;
  readonly place: ImagePlace;
}

/** Largest that an image may be; see the recognizer's limits. */
const mostImageBytes = 512 * 1024 * 1024;

/**
 * In the order of the PDFs, one at a time in memory. What is absent is left out.
 * @throws AppError package.damaged with the place of an image that is not what its record says
 */
export async function* imagesOf(source: PackageSource, wanted: readonly WantedImage[]): AsyncGenerator<{ image: string; bytes: Buffer }> {
  const checked = (image: string, bytes: Buffer, place: string) => {
    if (createHash('sha256').update(bytes).digest('hex') === image) return { image, bytes };
    throw new AppError('package.damaged', { name: source.name, problem: `${place}: ảnh không đúng mã SHA-256` });
  };
  const byFile = new Map<string, (WantedImage & { readonly place: Cut })[]>();
  for (const { image, place } of wanted) {
    if (place.kind === 'absent') continue;
    if (place.kind === 'file') yield checked(image, await readWhole(source, place.file, mostImageBytes), place.file);
    else byFile.set(place.file, [...(byFile.get(place.file) ?? []), { image, place }]);
  }
  for (const [file, cuts] of byFile) {
    const sorted = cuts.toSorted((a, b) => a.place.offset - b.place.offset);
    let index = 0;
    for await (const bytes of rangesOf(
      source,
      file,
      sorted.map(({ place }) => place),
    )) {
      const cut = sorted[index++];
      if (cut === undefined) break;
      const { place } = cut;
      const whole =
        place.kind === 'jpeg'
          ? bytes
          : joinPng(Buffer.from(place.before, 'base64'), bytes, place.chunks, Buffer.from(place.after, 'base64'));
      yield checked(cut.image, whole, file);
    }
    if (index < sorted.length) throw new AppError('package.damaged', { name: source.name, problem: `${file}: ngắn hơn đã ghi` });
  }
}

type Cut = Extract<ImagePlace, { kind: 'jpeg' | 'png' }>;

/** Pieces of a file that is read once from its beginning; sorted, without overlap. */
async function* rangesOf(source: PackageSource, file: string, cuts: readonly Cut[]): AsyncGenerator<Buffer> {
  const pending = [...cuts];
  if (pending.some(({ length }) => length > mostImageBytes)) throw new AppError('package.tooLarge', { name: source.name, what: file });
  const stream = await source.open(file);
  let at = 0;
  let parts: Buffer[] = [];
  let taken = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let cut = pending[0]; cut !== undefined; cut = pending[0]) {
      const start = Math.max(0, cut.offset + taken - at);
      if (start >= chunk.length) break;
      const part = chunk.subarray(Math.max(from, start), Math.min(chunk.length, start + cut.length - taken));
      parts.push(part);
      taken += part.length;
      from = start + part.length;
      if (taken < cut.length) break;
      yield Buffer.concat(parts);
      parts = [];
      taken = 0;
      pending.shift();
    }
    at += chunk.length;
    if (pending.length === 0) break;
  }
  stream.destroy();
}
