/** Page images as PDF objects. Scans keep their bytes; reading copies are laid in layers. */
import type { PdfOutput, StreamPlace } from './pdf-output';
import { number } from './pdf-output';
import { jpegFacts } from './jpeg-facts';
import { pngParts } from './png-parts';

export type PageImage =
  /** A JPEG or PNG as it is preserved. */
  | { readonly kind: 'scan'; readonly bytes: Uint8Array }
  /** A coloured ground, and the black of the ink above it as a stencil in CCITT group 4. */
  | {
      readonly kind: 'layers';
      readonly ground: Uint8Array;
      readonly ink: { readonly data: Uint8Array; readonly width: number; readonly height: number };
    };

/** How the bytes of a scan are found again in the PDF. */
export type ScanInPdf =
  | ({ readonly kind: 'jpeg' } & StreamPlace)
  | ({ readonly kind: 'png'; readonly before: string; readonly chunks: readonly number[]; readonly after: string } & StreamPlace);

export interface DrawnImage {
  /** Operators that draw it on a page of this size in points. */
  readonly operators: (width: number, height: number) => string;
  /** Entries of the dictionary XObject. */
  readonly resources: string;
  readonly scan?: ScanInPdf | undefined;
}

/** Whether a scan can stand in a PDF/A with its own bytes. */
export function canEmbed(bytes: Uint8Array): boolean {
  const jpeg = jpegFacts(bytes);
  return jpeg === undefined ? pngParts(bytes) !== undefined : jpeg.bits === 8 && (jpeg.components === 1 || jpeg.components === 3);
}

/** @throws TypeError when the scan is none that {@link canEmbed} */
export async function drawImage(output: PdfOutput, image: PageImage): Promise<DrawnImage> {
  if (image.kind === 'layers') return drawLayers(output, image);
  return (await drawJpeg(output, image.bytes)) ?? drawPng(output, image.bytes);
}

const head = (width: number, height: number, colours: string, bits: number) =>
  `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace${colours}/BitsPerComponent ${bits}`;

async function drawJpeg(output: PdfOutput, bytes: Uint8Array): Promise<DrawnImage | undefined> {
  const facts = jpegFacts(bytes);
  if (facts === undefined) return undefined;
  if (!canEmbed(bytes)) throw new TypeError('a JPEG of ink colours needs another output intent');
  const colours = facts.components === 1 ? '/DeviceGray' : '/DeviceRGB';
  const { id, ...place } = await output.stream(`${head(facts.width, facts.height, colours, 8)}/Filter/DCTDecode`, [bytes]);
  return {
    operators: (width, height) => `q ${matrixOf(facts.orientation, width, height)} cm /Im Do Q\n`,
    resources: `/Im ${id} 0 R`,
    scan: { kind: 'jpeg', ...place },
  };
}

/** PDFs know nothing of the EXIF orientation: the image is turned or mirrored where it is drawn. */
function matrixOf(orientation: number, width: number, height: number): string {
  const [w, h] = [number(width), number(height)];
  switch (orientation) {
    case 2:
      return `-${w} 0 0 ${h} ${w} 0`;
    case 3:
      return `-${w} 0 0 -${h} ${w} ${h}`;
    case 4:
      return `${w} 0 0 -${h} 0 ${h}`;
    case 5:
      return `0 -${h} -${w} 0 ${w} ${h}`;
    case 6:
      return `0 -${h} ${w} 0 0 ${h}`;
    case 7:
      return `0 ${h} ${w} 0 0 0`;
    case 8:
      return `0 ${h} -${w} 0 ${w} 0`;
    default:
      return `${w} 0 0 ${h} 0 0`;
  }
}

/** Predictor 15: each row begins with the filter that was chosen for it, as in a PNG. */
async function drawPng(output: PdfOutput, bytes: Uint8Array): Promise<DrawnImage> {
  const parts = pngParts(bytes);
  if (parts === undefined) throw new TypeError('a PNG whose rows no PDF can show');
  const { width, height, bits, channels, palette, data } = parts;
  const colours = palette
    ? `[/Indexed/DeviceRGB ${Math.floor(palette.length / 3) - 1}<${Buffer.from(palette).toString('hex')}>]`
    : channels === 3
      ? '/DeviceRGB'
      : '/DeviceGray';
  const parms = `/DecodeParms<</Predictor 15/Colors ${channels}/BitsPerComponent ${bits}/Columns ${width}>>`;
  const { id, ...place } = await output.stream(`${head(width, height, colours, bits)}/Filter/FlateDecode${parms}`, data);
  return {
    operators: upright('Im'),
    resources: `/Im ${id} 0 R`,
    scan: {
      kind: 'png',
      ...place,
      before: Buffer.from(parts.before).toString('base64'),
      chunks: data.map(({ length }) => length),
      after: Buffer.from(parts.after).toString('base64'),
    },
  };
}

const upright = (name: string) => (width: number, height: number) => `q ${number(width)} 0 0 ${number(height)} 0 0 cm /${name} Do Q\n`;

async function drawLayers(output: PdfOutput, { ground, ink }: Extract<PageImage, { kind: 'layers' }>): Promise<DrawnImage> {
  const facts = jpegFacts(ground);
  if (facts === undefined) throw new TypeError('the ground is no JPEG');
  const colours = facts.components === 1 ? '/DeviceGray' : '/DeviceRGB';
  const below = await output.stream(`${head(facts.width, facts.height, colours, 8)}/Filter/DCTDecode`, [ground]);
  const above = await output.stream(
    `/Type/XObject/Subtype/Image/Width ${ink.width}/Height ${ink.height}/ImageMask true/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns ${ink.width}/Rows ${ink.height}>>`,
    [ink.data],
  );
  return {
    operators: (width, height) => `${upright('Ground')(width, height)}0 g ${upright('Ink')(width, height)}`,
    resources: `/Ground ${below.id} 0 R/Ink ${above.id} 0 R`,
  };
}
