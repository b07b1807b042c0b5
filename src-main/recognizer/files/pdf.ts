/**
 * A PDF, page by page.
 *
 * Most PDFs that come in are scans: each page is one image. Such a page gives its JPEG as it lies in the file, untouched; another single image (fax or
 * JBIG2 compression) is taken out without loss at its own resolution; every other page is drawn at 300 dpi. Only one page is in memory.
 */
import sharp from 'sharp';
import type { ScannedPage } from '#shared/recognizer/messages';
import { RecognizerError } from '#shared/recognizer/failure';
import { DRAW_DPI, MAX_DRAWN_GRAY_PIXELS, MAX_DRAWN_PIXELS } from '../limits';
import type { CheckedFile } from './check-file';
import { type Encoded, toJpeg, toPng } from './encode';
import { type Bitmap, FORMAT_BGRX, FORMAT_GRAY, loneImage, type LoneImage, rawJpeg, scannedPixels } from './pdf-image';
import { type FileAccess, loadPdfium, openFileAccess, PDF_ERROR, type Pdfium, type Pointer, retirePdfium } from './pdfium';
import { imageFacts } from './pixels';
import { type ScanDocument, picturesOf } from './scan-document';
import { inPixels, type PageText, pageText } from './text-layer';
import { trueDpi } from './true-dpi';

const POINTS_PER_INCH = 72;

export const openPdf = async ({ path, sizeBytes }: CheckedFile): Promise<ScanDocument> => {
  const pdfium = await loadPdfium();
  let failed = false;
  /** PDFium stops by a trap when it runs out of memory or into a damaged structure; the instance is then spent. */
  const guarded = <T>(step: () => T): T => {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof RecognizerError)) failed = true;
      throw error instanceof RecognizerError ? error : new RecognizerError('scan.corrupt');
    }
  };
  const open = (): OpenPdf => {
    const access = openFileAccess(pdfium, path, sizeBytes);
    try {
      return { access, document: guarded(() => load(pdfium, access.pointer)) };
    } catch (error) {
      letGo(access);
      retirePdfium(pdfium, failed);
      throw error;
    }
  };
  const letGo = (access: FileAccess): void => {
    access.close();
    if (!failed) pdfium.wasmExports.free(access.pointer);
  };
  const close = ({ access, document }: OpenPdf): void => {
    try {
      if (!failed) guarded(() => pdfium._FPDF_CloseDocument(document));
    } finally {
      letGo(access);
    }
  };
  let now: OpenPdf | undefined = open();
  /** Opened anew where PDFium may hold too much of it. */
  const current = (): OpenPdf => {
    if (now && now.access.bytesRead() > MOST_HELD) {
      const full = now;
      now = undefined;
      close(full);
    }
    return (now ??= open());
  };
  return {
    pages: guarded(() => pdfium._FPDF_GetPageCount(current().document)),
    page: async (index) => {
      const { document } = current();
      const taken = guarded(() => withPage(pdfium, document, index, (page) => takePage(pdfium, page)));
      return await finish(taken);
    },
    close: () => {
      try {
        if (now) close(now);
      } finally {
        retirePdfium(pdfium, failed);
      }
    },
  };
};

type OpenPdf = { readonly access: FileAccess; readonly document: Pointer };

/**
 * PDFium keeps the streams that it has read until the document is closed: of 300 scans all 160 MB. Reading the structure anew takes milliseconds.
 */
const MOST_HELD = 24 * 1024 * 1024;

const load = (pdfium: Pdfium, access: Pointer): Pointer => {
  const document = pdfium._FPDF_LoadCustomDocument(access, 0);
  if (document) return document;
  const error = pdfium._FPDF_GetLastError();
  throw new RecognizerError(error === PDF_ERROR.password || error === PDF_ERROR.security ? 'scan.encrypted' : 'scan.corrupt');
};

const withPage = <T>(pdfium: Pdfium, document: Pointer, index: number, use: (page: Pointer) => T): T => {
  const page = pdfium._FPDF_LoadPage(document, index);
  if (!page) throw new RecognizerError('scan.corrupt', { page: index + 1 });
  try {
    return use(page);
  } finally {
    pdfium._FPDF_ClosePage(page);
  }
};

/** What was taken out of PDFium's memory; encoding happens after the page is closed. */
type Taken = Picture & { readonly text: PageText | undefined };
type Picture =
  | { readonly kind: 'jpeg'; readonly bytes: Uint8Array; readonly dpi: number }
  | { readonly kind: 'pixels'; readonly bitmap: Bitmap; readonly dpi: number; readonly lossless: boolean; readonly bilevel: boolean };

const takePage = (pdfium: Pdfium, page: Pointer): Taken => {
  const picture = takePicture(pdfium, page);
  return { ...picture, text: pageText(pdfium, page, picture.kind === 'jpeg' || picture.lossless) };
};

const takePicture = (pdfium: Pdfium, page: Pointer): Picture => {
  const width = pdfium._FPDF_GetPageWidth(page);
  const height = pdfium._FPDF_GetPageHeight(page);
  if (!(width > 0 && height > 0)) throw new RecognizerError('scan.corrupt');
  const image = loneImage(pdfium, page, width, height);
  if (image?.jpeg) return { kind: 'jpeg', bytes: rawJpeg(pdfium, image), dpi: image.dpi };
  const gray = image !== undefined && image.bitsPerPixel <= 8 && image.gray;
  const bilevel = gray && image.bitsPerPixel === 1;
  const scanned = image?.plainGray && gray ? scannedPixels(pdfium, image) : undefined;
  if (image && scanned) return { kind: 'pixels', bitmap: scanned, dpi: Math.round(image.dpi), lossless: true, bilevel };
  const pixels = gray ? MAX_DRAWN_GRAY_PIXELS : MAX_DRAWN_PIXELS;
  const dpi = Math.min(wantedDpi(image), Math.sqrt((pixels * POINTS_PER_INCH ** 2) / (width * height)));
  const bitmap = draw(pdfium, page, Math.round((width * dpi) / POINTS_PER_INCH), Math.round((height * dpi) / POINTS_PER_INCH), gray);
  return { kind: 'pixels', bitmap, dpi: Math.round(dpi), lossless: gray, bilevel };
};

const wantedDpi = (image: LoneImage | undefined): number => image?.dpi ?? DRAW_DPI;

/** Annotations (stamps, notes) are drawn; the byte order is turned so that bitmaps come out as RGB. */
const DRAW_FLAGS = 0x01 | 0x10;
const WHITE = 0xffffffff;

const draw = (pdfium: Pdfium, page: Pointer, width: number, height: number, gray: boolean): Bitmap => {
  const channels = gray ? 1 : 4;
  const length = width * height * channels;
  const buffer = pdfium.wasmExports.malloc(length);
  if (!buffer) throw new RecognizerError('scan.tooLarge', { what: 'pixels', value: width * height, limit: MAX_DRAWN_PIXELS });
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, gray ? FORMAT_GRAY : FORMAT_BGRX, buffer, width * channels);
  try {
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, DRAW_FLAGS);
    const at = buffer >>> 0;
    return { data: pdfium.HEAPU8.slice(at, at + length), width, height, channels };
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap);
    pdfium.wasmExports.free(buffer);
  }
};

const finish = async (taken: Taken): Promise<ScannedPage> => {
  if (taken.kind === 'jpeg') {
    const { width, height } = await imageFacts(taken.bytes);
    const dpi = trueDpi(width, height, taken.dpi);
    const layer = layerOf(taken.text, width, height);
    return {
      bytes: taken.bytes,
      mime: 'image/jpeg',
      untouched: true,
      width,
      height,
      dpi,
      ...(await picturesOf(taken.bytes, width * height)),
      ...layer,
    };
  }
  const encoded = await encode(taken.bitmap, taken.dpi, taken.lossless, taken.bilevel);
  const layer = layerOf(taken.text, encoded.width, encoded.height);
  return {
    ...encoded,
    untouched: false,
    dpi: Math.max(30, taken.dpi),
    ...(await picturesOf(encoded.bytes, encoded.width * encoded.height)),
    ...layer,
  };
};

const layerOf = (text: PageText | undefined, width: number, height: number): Pick<ScannedPage, 'layer'> =>
  text === undefined ? {} : { layer: inPixels(text, width, height) };

const encode = ({ data, width, height, channels }: Bitmap, dpi: number, lossless: boolean, bilevel: boolean): Promise<Encoded> => {
  const image = sharp(data, { raw: { width, height, channels } });
  return lossless ? toPng(image.toColourspace('b-w'), dpi, bilevel) : toJpeg(image.removeAlpha(), dpi);
};
