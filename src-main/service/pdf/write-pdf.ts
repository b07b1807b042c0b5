/**
 * Writes searchable PDF/A, page by page: the scan as it came from the scanner, above it invisible text. Memory holds one page, whatever the
 * length of the file. Part 1 (PDF/A-1b, PDF 1.4) and part 2 (PDF/A-2b, PDF 1.7) hold the same objects: nothing that part 1 forbids is used.
 */
import { drawImage, type PageImage, type ScanInPdf } from './image-object';
import { number, openPdfOutput, type PdfOutput, type Sink, textString } from './pdf-output';
import { srgbProfile } from './srgb-profile';
import { createTextFont } from './text-font';
import { textLayer, type TextPage } from './text-layer';
import { information, type PdfaPart, type PdfFacts, xmpPacket } from './xmp';

export type { PdfaPart, PdfFacts } from './xmp';
export { canEmbed, type PageImage, type ScanInPdf } from './image-object';
export type { Sink } from './pdf-output';

export interface PdfPage extends TextPage {
  readonly image: PageImage;
  /** Pixels to an inch of width and height. */
  readonly dpi: number;
}

export interface PdfWriter {
  /** Resolves when the page has gone out. Tells where the bytes of a scan stand. */
  addPage(page: PdfPage): Promise<ScanInPdf | undefined>;
  /** The next page begins a part with this title, named in the outline. */
  beginPart(title: string): void;
  /** @returns size and hash of the whole file */
  end(): Promise<{ bytes: number; sha256: string }>;
}

/** Kids of one node: PDF/A-1 allows 8,191, and readers find pages faster in a flat tree of few. */
const kidsOfNode = 500;
const pointsPerInch = 72;

export async function createPdf(sink: Sink, facts: PdfFacts, part: PdfaPart = 2): Promise<PdfWriter> {
  const output = await openPdfOutput(sink, part === 1 ? '1.4' : '1.7');
  const font = createTextFont();
  const [catalog, root, fontId] = [output.reserve(), output.reserve(), output.reserve()];
  const nodes: { id: number; kids: number[] }[] = [];
  const parts: { title: string; page: number }[] = [];
  let nextPart: string | undefined;

  const addPage = async (page: PdfPage): Promise<ScanInPdf | undefined> => {
    const points = pointsPerInch / page.dpi;
    const [width, height] = [page.width * points, page.height * points];
    const image = await drawImage(output, page.image);
    const content = image.operators(width, height) + textLayer(page, points, font, 'F');
    const contents = await output.deflated('', Buffer.from(content, 'latin1'));
    let node = nodes.at(-1);
    if (node === undefined || node.kids.length >= kidsOfNode) nodes.push((node = { id: output.reserve(), kids: [] }));
    const turn = page.rotation === 0 ? '' : `/Rotate ${page.rotation}`;
    const id = await output.add(
      `<</Type/Page/Parent ${node.id} 0 R/MediaBox[0 0 ${number(width)} ${number(height)}]${turn}/Resources<</XObject<<${image.resources}>>/Font<</F ${fontId} 0 R>>>>/Contents ${contents} 0 R>>`,
    );
    node.kids.push(id);
    if (nextPart !== undefined) parts.push({ title: nextPart, page: id });
    nextPart = undefined;
    return image.scan;
  };

  return {
    addPage,
    beginPart: (title) => {
      nextPart = title;
    },
    end: async () => {
      await font.write(output, fontId);
      for (const { id, kids } of nodes)
        await output.object(id, `<</Type/Pages/Parent ${root} 0 R/Count ${kids.length}/Kids[${refs(kids)}]>>`);
      const pages = nodes.reduce((sum, { kids }) => sum + kids.length, 0);
      await output.object(root, `<</Type/Pages/Count ${pages}/Kids[${refs(nodes.map(({ id }) => id))}]>>`);
      const { id: metadata } = await output.stream('/Type/Metadata/Subtype/XML', [xmpPacket(facts, part)]);
      const profile = await output.deflated('/N 3', srgbProfile());
      const intent = await output.add(
        `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile ${profile} 0 R>>`,
      );
      const outline = parts.length > 1 ? `/Outlines ${await writeOutline(output, parts)} 0 R` : '';
      await output.object(
        catalog,
        `<</Type/Catalog/Pages ${root} 0 R/Metadata ${metadata} 0 R/OutputIntents[${intent} 0 R]/Lang(vi-VN)/ViewerPreferences<</DisplayDocTitle true>>${outline}>>`,
      );
      const info = await output.add(information(facts));
      return output.end(`/Root ${catalog} 0 R/Info ${info} 0 R`);
    },
  };
}

const refs = (ids: readonly number[]): string => ids.map((id) => `${id} 0 R`).join(' ');

async function writeOutline(output: PdfOutput, parts: readonly { title: string; page: number }[]): Promise<number> {
  const root = output.reserve();
  const items = parts.map(() => output.reserve());
  for (const [index, { title, page }] of parts.entries()) {
    const before = index > 0 ? `/Prev ${items[index - 1]} 0 R` : '';
    const after = index < items.length - 1 ? `/Next ${items[index + 1]} 0 R` : '';
    await output.object(items[index] ?? 0, `<</Title${textString(title)}/Parent ${root} 0 R${before}${after}/Dest[${page} 0 R/Fit]>>`);
  }
  await output.object(root, `<</Type/Outlines/First ${items[0]} 0 R/Last ${items.at(-1)} 0 R/Count ${items.length}>>`);
  return root;
}
