/**
 * An ICC profile (version 2.1, display, matrix and curves) of the colour space sRGB, as IEC 61966-2-1 defines it: written here from
 * its numbers, so that it is small and free. A PDF/A names by it what its colours mean.
 */

/** Points of the tone curve: enough that no 8 bit value moves. */
const curvePoints = 1024;
/** Primaries adapted to the white point D50 of the connection space (Bradford). */
const red = [0.43607, 0.22249, 0.01392] as const;
const green = [0.38515, 0.71687, 0.09708] as const;
const blue = [0.14307, 0.06061, 0.7141] as const;
const d50 = [0.9642, 1, 0.8249] as const;

export function srgbProfile(): Buffer {
  const curve = toneCurve();
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', xyz(d50)],
    ['rXYZ', xyz(red)],
    ['gXYZ', xyz(green)],
    ['bXYZ', xyz(blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const places = new Map<Buffer, number>();
  const bodies: Buffer[] = [];
  let at = headerLength + table.length;
  tags.forEach(([tag, body], index) => {
    if (!places.has(body)) {
      places.set(body, at);
      bodies.push(body);
      at += body.length;
    }
    const entry = 4 + index * 12;
    table.write(tag, entry, 'latin1');
    table.writeUInt32BE(places.get(body) ?? 0, entry + 4);
    table.writeUInt32BE(body.length, entry + 8);
  });
  return Buffer.concat([header(at), table, ...bodies]);
}

const headerLength = 128;

function header(size: number): Buffer {
  const bytes = Buffer.alloc(headerLength);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02100000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  [2026, 1, 1, 0, 0, 0].forEach((part, index) => bytes.writeUInt16BE(part, 24 + index * 2));
  bytes.write('acsp', 36, 'latin1');
  xyzNumbers(d50).copy(bytes, 68);
  return bytes;
}

/** From what is stored to linear light. */
const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function toneCurve(): Buffer {
  const bytes = Buffer.alloc(12 + curvePoints * 2);
  bytes.write('curv', 0, 'latin1');
  bytes.writeUInt32BE(curvePoints, 8);
  for (let point = 0; point < curvePoints; point++)
    bytes.writeUInt16BE(Math.round(linear(point / (curvePoints - 1)) * 65_535), 12 + point * 2);
  return bytes;
}

function xyzNumbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(12);
  values.forEach((value, index) => bytes.writeInt32BE(Math.round(value * 65_536), index * 4));
  return bytes;
}

const xyz = (values: readonly number[]): Buffer => Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), xyzNumbers(values)]);

const inFours = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

const text = (value: string): Buffer => inFours(Buffer.from(`text\0\0\0\0${value}\0`, 'latin1'));

/** textDescriptionType: the ASCII text, and empty Unicode and script texts. */
function description(value: string): Buffer {
  const ascii = Buffer.from(`${value}\0`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(ascii.length, 0);
  return inFours(Buffer.concat([Buffer.from('desc\0\0\0\0', 'latin1'), length, ascii, Buffer.alloc(8 + 3 + 67)]));
}
