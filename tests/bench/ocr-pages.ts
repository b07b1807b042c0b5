/**
 * `npm run bench -- ocr-pages --out DIR [--pages=24] [--seed=7] [--kinds=first]`: draws fictional papers as scans with their true text and fields, in the
 * form that `bench -- ocr --manifest DIR/manifest.json` reads: pages on which nothing was tuned. Fonts are those of the machine.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRandom } from '#shared/sample/random';
import { type BenchResult, option, runAsProgram } from './bench-result';
import { draw, fonts, wears } from './ocr/draw';
import { makePaper } from './ocr/paper';

export async function run(): Promise<BenchResult> {
  const at = process.argv.indexOf('--out');
  const out = process.argv[at + 1];
  if (at < 0 || out === undefined) throw new Error('--out DIR is missing');
  for (const folder of ['images', 'text']) mkdirSync(path.join(out, folder), { recursive: true });
  const random = createRandom(option('seed', 7));
  const pages = option('pages', 24);
  const manifest: object[] = [];
  for (let i = 0; manifest.length < pages; i++) {
    const wear = wears[manifest.length % wears.length] ?? 'clean';
    const paper = makePaper(random, process.argv.includes('--kinds=first') ? 'first' : 'all');
    const font = random.pick(fonts);
    const points = random.pick([11.5, 12, 12.5, 13, 13.5, 14]) - (/Mono|DejaVu|Noto/.test(font) ? 1.5 : 0);
    const dpi = wear === 'photocopy' || wear === 'bilevel' ? 200 : random.pick([200, 300, 300, 300]);
    const drawn = await draw(paper, font, points, dpi, wear, random).catch((error: unknown) => {
      if (error instanceof RangeError) return undefined;
      throw error;
    });
    if (!drawn) continue;
    const id = `h${String(manifest.length + 1).padStart(2, '0')}-${paper.doc}-${wear}`;
    const file = `images/${id}.${drawn.extension}`;
    writeFileSync(path.join(out, file), drawn.image);
    writeFileSync(path.join(out, 'text', `${id}.txt`), drawn.text);
    writeFileSync(path.join(out, 'text', `${id}.col.txt`), drawn.textByColumns);
    const { width, height } = drawn;
    manifest.push({
      id,
      file,
      text: `text/${id}.txt`,
      textAlt: `text/${id}.col.txt`,
      dpi,
      degradation: wear,
      font,
      width,
      height,
      fields: paper.fields,
    });
  }
  writeFileSync(path.join(out, 'manifest.json'), JSON.stringify(manifest, null, 1));
  return { name: 'ocr-pages', ratios: {}, details: { pages: manifest.length, manifest: path.join(out, 'manifest.json') } };
}

await runAsProgram(import.meta.url, run);
