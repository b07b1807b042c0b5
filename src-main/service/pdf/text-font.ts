/**
 * The font of the invisible text: each character that occurs gets the next number (CID), all numbers show the empty glyph, and a
 * ToUnicode map says which character a number means. So every letter comes back as it was put in, whatever the reader knows of Vietnamese.
 */
import { glyphlessFont, glyphWidth } from './glyphless-font';
import type { PdfOutput } from './pdf-output';

export interface TextFont {
  /** Hexadecimal codes for a string of the content stream. Characters in NFC; what cannot be shown (controls) is left out before. */
  encode(text: string): string;
  /** Writes the font's objects under the number that pages name. */
  write(output: PdfOutput, id: number): Promise<void>;
}

/** Two bytes a code; 0 is kept for a character that is not there. */
const mostCodes = 65_535;

export function createTextFont(): TextFont {
  const codes = new Map<string, number>();
  const codeOf = (character: string): number => {
    const known = codes.get(character);
    if (known !== undefined) return known;
    const code = codes.size < mostCodes ? codes.size + 1 : 0;
    codes.set(character, code);
    return code;
  };
  return {
    encode: (text) => [...text].map((character) => hex(codeOf(character))).join(''),
    write: async (output, id) => {
      const toUnicode = await output.deflated('', Buffer.from(toUnicodeMap(codes), 'latin1'));
      const glyphOf = Buffer.alloc((codes.size + 1) * 2);
      for (let code = 1; code <= codes.size; code++) glyphOf.writeUInt16BE(1, code * 2);
      const glyphs = await output.deflated('', glyphOf);
      const font = glyphlessFont();
      const file = await output.deflated(`/Length1 ${font.length}`, font);
      const descriptor = await output.add(
        `<</Type/FontDescriptor/FontName/GlyphLessFont/Flags 5/FontBBox[0 0 ${glyphWidth} 1000]/ItalicAngle 0/Ascent 1000/Descent 0/CapHeight 1000/StemV 80/FontFile2 ${file} 0 R>>`,
      );
      const descendant = await output.add(
        `<</Type/Font/Subtype/CIDFontType2/BaseFont/GlyphLessFont/CIDToGIDMap ${glyphs} 0 R/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/DW ${glyphWidth}>>`,
      );
      await output.object(
        id,
        `<</Type/Font/Subtype/Type0/BaseFont/GlyphLessFont/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${toUnicode} 0 R>>`,
      );
    },
  };
}

const hex = (code: number): string => code.toString(16).padStart(4, '0');

const utf16 = (character: string): string => Buffer.from(character, 'utf16le').swap16().toString('hex');

/** At most 100 lines in a block (Adobe technical note 5411). */
const linesInBlock = 100;

function toUnicodeMap(codes: ReadonlyMap<string, number>): string {
  const lines = [...codes].filter(([, code]) => code !== 0).map(([character, code]) => `<${hex(code)}> <${utf16(character)}>`);
  const blocks: string[] = [];
  for (let from = 0; from < lines.length; from += linesInBlock) {
    const block = lines.slice(from, from + linesInBlock);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}
