/**
 * The resolution in a JPEG's JFIF header.
 *
 * sharp writes none there, and a preservation copy that forgets its resolution misleads every later reader. The APP0 segment is
 * FF E0, length 16, 'JFIF\0', version (2), unit (1: per inch), horizontal and vertical density (2 + 2), thumbnail size (2).
 */
const APP0_LENGTH = 18;

/** The same picture with its resolution stated; compressed data are not touched. */
export const withJfifDensity = (jpeg: Uint8Array, dpi: number): Uint8Array => {
  const density = Math.max(1, Math.min(0xffff, Math.round(dpi)));
  const header = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, density >> 8, density & 0xff, density >> 8, density & 0xff, 0, 0];
  const hasJfif = jpeg[2] === 0xff && jpeg[3] === 0xe0;
  const rest = jpeg.subarray(hasJfif ? 4 + (((jpeg[4] ?? 0) << 8) | (jpeg[5] ?? 0)) : 2);
  const out = new Uint8Array(2 + APP0_LENGTH + rest.length);
  out.set([0xff, 0xd8]);
  out.set(header, 2);
  out.set(rest, 2 + APP0_LENGTH);
  return out;
};
