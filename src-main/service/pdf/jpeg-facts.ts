/** What a PDF has to know of a JPEG to show its bytes as they are: read from the markers before the first scan. */

export interface JpegFacts {
  /** Pixels as stored, before the orientation is applied. */
  readonly width: number;
  readonly height: number;
  /** 1 gray, 3 colour, 4 ink. */
  readonly components: number;
  readonly bits: number;
  /** EXIF orientation, 1 to 8; 1 when nothing is said. */
  readonly orientation: number;
}

/** Undefined when it is no JPEG that a PDF may hold. */
export function jpegFacts(bytes: Uint8Array): JpegFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let orientation = 1;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes, and markers that stand alone.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    const body = at + 4;
    if (marker === 0xe1) orientation = exifOrientation(bytes.subarray(body, at + 2 + length)) ?? orientation;
    if (isFrame(marker)) {
      // A PDF knows baseline, extended and progressive frames of Huffman coding.
      if (marker > 0xc2 || body + 6 > bytes.length) return undefined;
      return {
        bits: bytes[body] ?? 0,
        height: view.getUint16(body + 1),
        width: view.getUint16(body + 3),
        components: bytes[body + 5] ?? 0,
        orientation,
      };
    }
    if (marker === 0xda || marker === 0xd9) return undefined;
    at += 2 + length;
  }
  return undefined;
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const orientationTag = 0x0112;

function exifOrientation(segment: Uint8Array): number | undefined {
  if (segment.length < 14 || Buffer.from(segment.subarray(0, 4)).toString('latin1') !== 'Exif') return undefined;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.length - 6);
  const little = tiff.getUint16(0) === 0x4949;
  try {
    const directory = tiff.getUint32(4, little);
    const entries = tiff.getUint16(directory, little);
    for (let entry = 0; entry < entries; entry++) {
      const at = directory + 2 + entry * 12;
      if (tiff.getUint16(at, little) !== orientationTag) continue;
      const value = tiff.getUint16(at + 8, little);
      return value >= 1 && value <= 8 ? value : undefined;
    }
  } catch (error) {
    // A directory that points outside of its segment says nothing.
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}
