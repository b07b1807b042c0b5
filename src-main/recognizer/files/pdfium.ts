/**
 * PDFium, compiled to WebAssembly, reading a file from the disk in pieces.
 *
 * The package's own loader copies the whole file into WebAssembly memory, which ends at 2 GiB and never shrinks. PDFium can instead
 * ask for the ranges that it needs (FPDF_LoadCustomDocument), if it is given a function pointer. The build exports no `addFunction`, but its
 * table of functions has a free first slot (index 0, the null pointer, which a compiler never assigns); the reader goes there, wrapped in a module of 35 bytes
 * that gives it a WebAssembly type.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { PDFiumModule } from '@hyzyla/pdfium';

export type Pointer = number;

/** The functions of fpdfview.h, fpdf_edit.h and fpdf_text.h that we call; every handle and address is a number. */
export type Pdfium = {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
  readonly HEAPF32: Float32Array;
  readonly wasmExports: {
    malloc(bytes: number): Pointer;
    free(at: Pointer): void;
    __indirect_function_table: { set(slot: number, call: unknown): void };
  };
  _FPDF_InitLibraryWithConfig(config: unknown): void;
  _FPDF_LoadCustomDocument(access: Pointer, password: Pointer): Pointer;
  _FPDF_CloseDocument(document: Pointer): void;
  _FPDF_GetLastError(): number;
  _FPDF_GetPageCount(document: Pointer): number;
  _FPDF_LoadPage(document: Pointer, index: number): Pointer;
  _FPDF_ClosePage(page: Pointer): void;
  _FPDF_GetPageWidth(page: Pointer): number;
  _FPDF_GetPageHeight(page: Pointer): number;
  _FPDF_PageToDevice(
    page: Pointer,
    startX: number,
    startY: number,
    width: number,
    height: number,
    rotate: number,
    x: number,
    y: number,
    deviceX: Pointer,
    deviceY: Pointer,
  ): number;
  _FPDFText_LoadPage(page: Pointer): Pointer;
  _FPDFText_ClosePage(text: Pointer): void;
  _FPDFText_CountChars(text: Pointer): number;
  _FPDFText_GetUnicode(text: Pointer, index: number): number;
  /** Four doubles. */
  _FPDFText_GetCharBox(text: Pointer, index: number, left: Pointer, right: Pointer, bottom: Pointer, top: Pointer): number;
  _FPDFText_GetFontInfo(text: Pointer, index: number, buffer: Pointer, length: number, flags: Pointer): number;
  _FPDFPage_GetRotation(page: Pointer): number;
  _FPDFPage_GetAnnotCount(page: Pointer): number;
  _FPDFPage_CountObjects(page: Pointer): number;
  _FPDFPage_GetObject(page: Pointer, index: number): Pointer;
  _FPDFPageObj_GetType(object: Pointer): number;
  _FPDFPageObj_GetMatrix(object: Pointer, matrix: Pointer): number;
  _FPDFPageObj_HasTransparency(object: Pointer): number;
  _FPDFImageObj_GetImageFilterCount(image: Pointer): number;
  _FPDFImageObj_GetImageFilter(image: Pointer, index: number, buffer: Pointer, length: number): number;
  _FPDFImageObj_GetImageDataRaw(image: Pointer, buffer: Pointer, length: number): number;
  _FPDFImageObj_GetImageMetadata(image: Pointer, page: Pointer, metadata: Pointer): number;
  _FPDFImageObj_GetBitmap(image: Pointer): Pointer;
  _FPDFBitmap_GetFormat(bitmap: Pointer): number;
  _FPDFBitmap_GetBuffer(bitmap: Pointer): Pointer;
  _FPDFBitmap_GetWidth(bitmap: Pointer): number;
  _FPDFBitmap_GetHeight(bitmap: Pointer): number;
  _FPDFBitmap_GetStride(bitmap: Pointer): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, buffer: Pointer, stride: number): Pointer;
  _FPDFBitmap_FillRect(bitmap: Pointer, left: number, top: number, width: number, height: number, colour: number): void;
  _FPDFBitmap_Destroy(bitmap: Pointer): void;
  _FPDF_RenderPageBitmap(
    bitmap: Pointer,
    page: Pointer,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
};

export const PDF_ERROR = { password: 4, security: 5 } as const;

/** A file that PDFium may read from; `bytesRead` so far; `close` once the document is closed. */
export type FileAccess = { readonly pointer: Pointer; bytesRead(): number; close(): void };

let library: Promise<Pdfium> | undefined;
const readers = new Map<number, RangeReader>();
let nextReader = 1;

/** Loads on first use (about 100 ms); later calls give the same instance. */
export const loadPdfium = (): Promise<Pdfium> => (library ??= start());

/** WebAssembly memory never shrinks: after a heavy document, or one that made PDFium stop, the next begins with a fresh instance. */
const HEAVY_HEAP = 192 * 1024 * 1024;

export const retirePdfium = (pdfium: Pdfium, failed: boolean): void => {
  if (failed || pdfium.HEAPU8.length > HEAVY_HEAP) library = undefined;
};

const start = async (): Promise<Pdfium> => {
  const pdfium = (await PDFiumModule({})) as unknown as Pdfium;
  pdfium._FPDF_InitLibraryWithConfig({});
  const getBlock = (reader: number, position: number, buffer: Pointer, size: number): number => {
    // Addresses and sizes are unsigned; WebAssembly hands them over as signed.
    const at = buffer >>> 0;
    return readers.get(reader)?.read(pdfium.HEAPU8.subarray(at, at + (size >>> 0)), position >>> 0) ? 1 : 0;
  };
  pdfium.wasmExports.__indirect_function_table.set(0, asWasmFunction(getBlock));
  return pdfium;
};

/** Lays out an FPDF_FILEACCESS: length, function pointer (slot 0), parameter. */
export const openFileAccess = (pdfium: Pdfium, path: string, sizeBytes: number): FileAccess => {
  const id = nextReader++;
  const reader = new RangeReader(path, sizeBytes);
  readers.set(id, reader);
  const pointer = pdfium.wasmExports.malloc(12);
  pdfium.HEAPU32.set([sizeBytes, 0, id], pointer / 4);
  return {
    pointer,
    bytesRead: () => reader.bytesRead,
    close: () => {
      readers.delete(id);
      reader.close();
    },
  };
};

/** PDFium asks in pieces of 512 bytes; they come out of one piece of 256 KiB read ahead. */
class RangeReader {
  static readonly #AHEAD = 256 * 1024;
  readonly #file: number;
  readonly #size: number;
  readonly #ahead = new Uint8Array(RangeReader.#AHEAD);
  #from = 0;
  #until = 0;
  /** What PDFium was given, the same range again counted again. */
  bytesRead = 0;

  constructor(path: string, size: number) {
    this.#file = openSync(path, 'r');
    this.#size = size;
  }

  /** Fills `target` from `position`; false beyond the file's end or when the medium fails. */
  read(target: Uint8Array, position: number): boolean {
    if (position + target.length > this.#size) return false;
    this.bytesRead += target.length;
    try {
      if (target.length >= RangeReader.#AHEAD) return readSync(this.#file, target, 0, target.length, position) === target.length;
      if (position < this.#from || position + target.length > this.#until) {
        this.#from = position;
        this.#until = position + readSync(this.#file, this.#ahead, 0, this.#ahead.length, position);
      }
      if (position + target.length > this.#until) return false;
      target.set(this.#ahead.subarray(position - this.#from, position - this.#from + target.length));
      return true;
    } catch {
      return false;
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Node's types leave this global to the DOM's. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: { readonly f: unknown } };
};

/** A module whose only content is an imported function of type (i32, i32, i32, i32) -> i32, exported again. */
const asWasmFunction = (call: (a: number, b: number, c: number, d: number) => number): unknown => {
  const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  const type = [0x01, 0x09, 0x01, 0x60, 0x04, 0x7f, 0x7f, 0x7f, 0x7f, 0x01, 0x7f];
  const imports = [0x02, 0x07, 0x01, 0x01, 0x65, 0x01, 0x66, 0x00, 0x00];
  const exports = [0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00];
  const module = new WebAssembly.Module(new Uint8Array([...header, ...type, ...imports, ...exports]));
  return new WebAssembly.Instance(module, { e: { f: call } }).exports.f;
};
