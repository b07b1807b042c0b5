/**
 * How much a foreign file may ask of us. Each limit is far above honest scans and below what would bring an office PC of 4 GB down.
 */
const MiB = 1024 * 1024;

/** A container (PDF, TIFF) is read in pieces, so only a mistake or an attack is larger: 2 GiB holds 2,000 colour pages at 1 MB. */
export const MAX_CONTAINER_BYTES = 2048 * MiB;

/** A single image is held in memory in one piece, and is sent as one message. A 600 dpi A3 in colour as PNG takes about 150 MB. */
export const MAX_IMAGE_BYTES = 512 * MiB;

/** Four times a 600 dpi A3 (70 million pixels); a decompression bomb states more. */
export const MAX_PIXELS = 300_000_000;

/** A file of a term's archive holds a few hundred pages; the numbering of pages on screen and paper ends well below this. */
export const MAX_PAGES = 3000;

/** Resolution at which a PDF page without a scan inside is drawn: what the regulations ask for text, with room above 200. */
export const DRAW_DPI = 300;

/** A drawn PDF page takes 4 bytes a pixel beside the document: 36 million pixels (A2 at 300 dpi) are 144 MB. */
export const MAX_DRAWN_PIXELS = 36_000_000;

/** A bilevel or gray scan inside a PDF is taken out at its own resolution, 1 byte a pixel: 600 dpi A3 and a little more. */
export const MAX_DRAWN_GRAY_PIXELS = 80_000_000;

/** The engine is best at 300 dpi; more only costs time and memory. Pages up to this are left as they are. */
export const OCR_DPI = 300;
export const OCR_DPI_TOLERATED = 330;

/** What one reader takes in its stride: an A4 page at 300 dpi and a little more. Larger pages are read with fewer beside them. */
export const ORDINARY_PIXELS = 12_000_000;

/** Never more pixels to the engine than this, whatever the resolution says: A2 at 300 dpi. */
export const MAX_OCR_PIXELS = 36_000_000;
