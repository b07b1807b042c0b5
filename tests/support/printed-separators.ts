/** Separator sheets that the program printed, as the office's printer and scanner give them back: A4 at 200 dpi. */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

/** @param printed the HTML file; the first scan is that of "a new document" */
export async function scansOf(printed: string): Promise<Buffer[]> {
  const html = await readFile(printed, 'utf8');
  const codes = html.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
  return Promise.all(
    codes.map(async (svg) => {
      const code = await sharp(Buffer.from(svg), { density: 200 }).resize(340).png().toBuffer();
      return sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#f3f1ea' } })
        .composite([{ input: code, left: 660, top: 260 }])
        .jpeg({ quality: 75 })
        .toBuffer();
    }),
  );
}
