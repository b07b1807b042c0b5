/** Writes uncompressed multi-page TIFFs by hand (sharp writes single pages only). Little endian, 8 bit gray, one strip a page. */
export type TiffPage = { readonly width: number; readonly height: number; readonly data: Uint8Array; readonly dpi: number };

const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;

export const writeTiff = (pages: readonly TiffPage[]): Buffer => {
  const header = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]);
  const parts = [header];
  let at = header.length;
  pages.forEach((page, index) => {
    const tags = 11;
    const directoryLength = 2 + tags * 12 + 4;
    const resolutionAt = at + directoryLength;
    const pixelsAt = resolutionAt + 8;
    const next = pixelsAt + page.data.length + (page.data.length % 2);
    const directory = Buffer.alloc(directoryLength);
    directory.writeUInt16LE(tags, 0);
    const entries: [tag: number, type: number, value: number][] = [
      [256, LONG, page.width],
      [257, LONG, page.height],
      [258, SHORT, 8],
      [259, SHORT, 1],
      [262, SHORT, 1],
      [273, LONG, pixelsAt],
      [277, SHORT, 1],
      [278, LONG, page.height],
      [279, LONG, page.data.length],
      [282, RATIONAL, resolutionAt],
      [283, RATIONAL, resolutionAt],
    ];
    entries.forEach(([tag, type, value], k) => {
      directory.writeUInt16LE(tag, 2 + k * 12);
      directory.writeUInt16LE(type, 4 + k * 12);
      directory.writeUInt32LE(1, 6 + k * 12);
      directory.writeUInt32LE(value, 10 + k * 12);
    });
    directory.writeUInt32LE(index === pages.length - 1 ? 0 : next, directoryLength - 4);
    const resolution = Buffer.alloc(8);
    resolution.writeUInt32LE(page.dpi, 0);
    resolution.writeUInt32LE(1, 4);
    parts.push(directory, resolution, Buffer.from(page.data), Buffer.alloc(page.data.length % 2));
    at = next;
  });
  return Buffer.concat(parts);
};
