/** Is a PDF page nothing but one image, and may its bytes be taken as they are? */
import { RecognizerError } from '#shared/recognizer/failure';
import { MAX_DRAWN_GRAY_PIXELS, MAX_IMAGE_BYTES } from '../limits';
import type { Pdfium, Pointer } from './pdfium';

export type LoneImage = {
  readonly handle: Pointer;
  /** The stream is a plain JPEG that shows the page as it is to be seen. */
  readonly jpeg: boolean;
  readonly bitsPerPixel: number;
  /** Its samples are shades of gray, not positions in a palette nor a stencil. */
  readonly plainGray: boolean;
  /** Without colours; drawn without loss. */
  readonly gray: boolean;
  /** From the image's pixels and the size at which the page shows it. */
  readonly dpi: number;
};

const OBJECT_IMAGE = 3;
const COLOURSPACE = { deviceGray: 1, deviceRgb: 2, calGray: 4, calRgb: 5, iccBased: 7 } as const;
const POINTS_PER_INCH = 72;
/** The image must fill the page up to this share; the rest is a scanner's rounding. */
const FILLS = 0.98;

/** The page's only object, when that is an upright image that fills it. */
export const loneImage = (pdfium: Pdfium, page: Pointer, pageWidth: number, pageHeight: number): LoneImage | undefined => {
  if (pdfium._FPDFPage_CountObjects(page) !== 1 || pdfium._FPDFPage_GetAnnotCount(page) > 0) return undefined;
  const handle = pdfium._FPDFPage_GetObject(page, 0);
  if (pdfium._FPDFPageObj_GetType(handle) !== OBJECT_IMAGE) return undefined;
  return withMemory(pdfium, 40, (at) => {
    if (!pdfium._FPDFPageObj_GetMatrix(handle, at)) return undefined;
    const [a, b, c, d, e, f] = pdfium.HEAPF32.slice(at / 4, at / 4 + 6) as unknown as [number, number, number, number, number, number];
    const turned = pdfium._FPDFPage_GetRotation(page) !== 0 || Math.abs(b) > 0.01 || Math.abs(c) > 0.01 || a <= 0 || d <= 0;
    const fills = a >= pageWidth * FILLS && d >= pageHeight * FILLS && a <= pageWidth * 1.02 && d <= pageHeight * 1.02;
    const placed = Math.abs(e) <= pageWidth * 0.02 && Math.abs(f) <= pageHeight * 0.02;
    if (turned || !fills || !placed) return undefined;

    if (!pdfium._FPDFImageObj_GetImageMetadata(handle, page, at)) return undefined;
    // FPDF_IMAGEOBJ_METADATA: width, height, two floats of dpi, bits per pixel, colour space, marked content.
    const [width, height, , , bitsPerPixel, colourspace] = pdfium.HEAPU32.slice(at / 4, at / 4 + 6) as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    // The page is this image and nothing else, and it cannot be decoded: drawn, it would be taken for a blank page.
    if (width === 0 || height === 0 || bitsPerPixel === 0) throw new RecognizerError('scan.corrupt');
    const plainGray =
      colourspace === COLOURSPACE.deviceGray ||
      colourspace === COLOURSPACE.calGray ||
      (colourspace === COLOURSPACE.iccBased && bitsPerPixel <= 8);
    const gray = bitsPerPixel === 1 || plainGray;
    const plainColour = (Object.values(COLOURSPACE) as number[]).includes(colourspace);
    const jpeg = plainColour && filterOf(pdfium, handle) === 'DCTDecode' && !pdfium._FPDFPageObj_HasTransparency(handle);
    return { handle, jpeg, bitsPerPixel, gray, plainGray, dpi: (width * POINTS_PER_INCH) / a };
  });
};

/** The image's stream as it lies in the file. */
export const rawJpeg = (pdfium: Pdfium, { handle }: LoneImage): Uint8Array => {
  const length = pdfium._FPDFImageObj_GetImageDataRaw(handle, 0, 0);
  if (length === 0) throw new RecognizerError('scan.corrupt');
  if (length > MAX_IMAGE_BYTES) throw new RecognizerError('scan.tooLarge', { what: 'bytes', value: length, limit: MAX_IMAGE_BYTES });
  return withMemory(pdfium, length, (at) => {
    pdfium._FPDFImageObj_GetImageDataRaw(handle, at, length);
    return pdfium.HEAPU8.slice(at, at + length);
  });
};

export type Bitmap = { readonly data: Uint8Array; readonly width: number; readonly height: number; readonly channels: 1 | 4 };

export const FORMAT_GRAY = 1;
export const FORMAT_BGRX = 3;

/** The pixels of a gray image as they were scanned; undefined where PDFium would give them in another form. */
export const scannedPixels = (pdfium: Pdfium, { handle }: LoneImage): Bitmap | undefined => {
  const bitmap = pdfium._FPDFImageObj_GetBitmap(handle);
  if (!bitmap) return undefined;
  try {
    const width = pdfium._FPDFBitmap_GetWidth(bitmap);
    const height = pdfium._FPDFBitmap_GetHeight(bitmap);
    if (pdfium._FPDFBitmap_GetFormat(bitmap) !== FORMAT_GRAY || width * height > MAX_DRAWN_GRAY_PIXELS) return undefined;
    const stride = pdfium._FPDFBitmap_GetStride(bitmap);
    const from = pdfium._FPDFBitmap_GetBuffer(bitmap) >>> 0;
    const data = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) data.set(pdfium.HEAPU8.subarray(from + y * stride, from + y * stride + width), y * width);
    return { data, width, height, channels: 1 };
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap);
  }
};

/** The only filter's name; undefined when there are several. */
const filterOf = (pdfium: Pdfium, image: Pointer): string | undefined => {
  if (pdfium._FPDFImageObj_GetImageFilterCount(image) !== 1) return undefined;
  return withMemory(pdfium, 32, (at) => {
    const length = pdfium._FPDFImageObj_GetImageFilter(image, 0, at, 32);
    return Buffer.from(pdfium.HEAPU8.slice(at, at + Math.max(0, Math.min(32, length) - 1))).toString('latin1');
  });
};

const withMemory = <T>(pdfium: Pdfium, bytes: number, use: (at: Pointer) => T): T => {
  const at = pdfium.wasmExports.malloc(bytes);
  if (!at) throw new RecognizerError('scan.tooLarge', { what: 'bytes', value: bytes, limit: MAX_IMAGE_BYTES });
  try {
    return use(at >>> 0);
  } finally {
    pdfium.wasmExports.free(at);
  }
};
