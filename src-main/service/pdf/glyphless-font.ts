/**
 * A TrueType font with nothing to see in it: glyph 0 and glyph 1, both without an outline, 500 units wide in an em of 1000. All
 * characters of the invisible text are shown with glyph 1; which character each is says the ToUnicode map (text-font.ts).
 */

/** Width of every glyph in thousandths of an em, as the PDF states it too. */
export const glyphWidth = 500;
const unitsPerEm = 1000;
const ascent = 1000;
const glyphs = 2;

export function glyphlessFont(): Buffer {
  const metrics = Buffer.alloc(glyphs * 4);
  for (let glyph = 0; glyph < glyphs; glyph++) metrics.writeUInt16BE(glyphWidth, glyph * 4);
  return assemble([
    ['OS/2', os2()],
    ['cmap', cmap()],
    // An empty glyph takes no byte; some readers refuse a table without any.
    ['glyf', Buffer.alloc(4)],
    ['head', head()],
    ['hhea', hhea()],
    ['hmtx', metrics],
    ['loca', Buffer.alloc((glyphs + 1) * 2)],
    ['maxp', maxp()],
    ['name', Buffer.from([0, 0, 0, 0, 0, 6])],
    ['post', post()],
  ]);
}

function head(): Buffer {
  const table = Buffer.alloc(54);
  table.writeUInt32BE(0x00010000, 0);
  table.writeUInt32BE(0x00010000, 4);
  table.writeUInt32BE(0x5f0f3cf5, 12);
  table.writeUInt16BE(unitsPerEm, 18);
  table.writeInt16BE(glyphWidth, 40);
  table.writeInt16BE(ascent, 42);
  table.writeUInt16BE(8, 46);
  table.writeInt16BE(2, 48);
  return table;
}

function hhea(): Buffer {
  const table = Buffer.alloc(36);
  table.writeUInt32BE(0x00010000, 0);
  table.writeInt16BE(ascent, 4);
  table.writeUInt16BE(glyphWidth, 10);
  table.writeInt16BE(1, 18);
  table.writeUInt16BE(glyphs, 34);
  return table;
}

function maxp(): Buffer {
  const table = Buffer.alloc(32);
  table.writeUInt32BE(0x00010000, 0);
  table.writeUInt16BE(glyphs, 4);
  table.writeUInt16BE(1, 14);
  return table;
}

/** Maps no character: the PDF chooses glyphs by number. */
function cmap(): Buffer {
  const subtable = Buffer.alloc(24);
  subtable.writeUInt16BE(4, 0);
  subtable.writeUInt16BE(24, 2);
  subtable.writeUInt16BE(2, 6);
  subtable.writeUInt16BE(2, 8);
  subtable.writeUInt16BE(0xffff, 14);
  subtable.writeUInt16BE(0xffff, 18);
  subtable.writeUInt16BE(1, 20);
  return Buffer.concat([Buffer.from([0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12]), subtable]);
}

function os2(): Buffer {
  const table = Buffer.alloc(78);
  table.writeInt16BE(glyphWidth, 2);
  table.writeUInt16BE(400, 4);
  table.writeUInt16BE(5, 6);
  table.write('NONE', 58, 'latin1');
  table.writeInt16BE(ascent, 68);
  table.writeUInt16BE(ascent, 74);
  return table;
}

function post(): Buffer {
  const table = Buffer.alloc(32);
  table.writeUInt32BE(0x00030000, 0);
  table.writeUInt32BE(1, 12);
  return table;
}

const padded = (table: Buffer): Buffer => Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

function assemble(tables: readonly (readonly [tag: string, table: Buffer])[]): Buffer {
  const directory = Buffer.alloc(12 + tables.length * 16);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  const power = Math.floor(Math.log2(tables.length));
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * (tables.length - 2 ** power), 10);
  let at = directory.length;
  let headAt = 0;
  const bodies = tables.map(([tag, table], index) => {
    const body = padded(table);
    const entry = 12 + index * 16;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(checksum(body), entry + 4);
    directory.writeUInt32BE(at, entry + 8);
    directory.writeUInt32BE(table.length, entry + 12);
    if (tag === 'head') headAt = at;
    at += body.length;
    return body;
  });
  const font = Buffer.concat([directory, ...bodies]);
  // checkSumAdjustment of the table head.
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, headAt + 8);
  return font;
}
