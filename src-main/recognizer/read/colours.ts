/** A page in colour for the questions about its red ink; what several of them need is made once, when it is first asked for. */
import { loadColour, type PageSize } from '../files/load-gray';
import { flatten } from '../prepare/flatten';
import type { Raster } from '../prepare/raster';
import { type ColourRaster, dropRed, findStamp } from '../prepare/red-ink';

/** Stamps are looked for on a copy of about so many pixels across; their letters then run together. */
const SMALL_COPY = 500;

export class Colours {
  /** Size of the small copy to that of the page. */
  readonly share: number;
  readonly #bytes: Uint8Array;
  readonly #size: PageSize;
  #small: Promise<ColourRaster> | undefined;
  #withoutRed: Promise<Raster> | undefined;

  constructor(bytes: Uint8Array, size: PageSize) {
    this.#bytes = bytes;
    this.#size = size;
    this.share = Math.min(1, SMALL_COPY / (size.width * size.scale));
  }

  /** Undefined of a page without colour. */
  async small(): Promise<ColourRaster | undefined> {
    if (!this.#size.colour) return undefined;
    this.#small ??= loadColour(this.#bytes, this.#size, this.share);
    return this.#small;
  }

  /** The whole page; not kept, it is large. */
  whole(): Promise<ColourRaster> {
    return loadColour(this.#bytes, this.#size);
  }

  async hasStamp(): Promise<boolean> {
    const small = await this.small();
    return small !== undefined && findStamp(small) !== undefined;
  }

  /** Even light, red ink as white as the paper. */
  withoutRed(): Promise<Raster> {
    this.#withoutRed ??= this.whole().then((page) => flatten(dropRed(page)));
    return this.#withoutRed;
  }
}
