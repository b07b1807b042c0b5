/** Draws a paper with the fonts of this machine and wears it down: as a scan of an old archive looks. */
import sharp, { type Sharp } from 'sharp';
import type { Random } from '../../../src-shared/sample/random';
import type { Block, Paper, Row } from './paper-parts';

export interface Drawn {
  readonly image: Buffer;
  readonly extension: 'jpg' | 'png';
  readonly width: number;
  readonly height: number;
  /** What stands on it, row by row. */
  readonly text: string;
  /** The same, the left column of a group of rows before the right. */
  readonly textByColumns: string;
}

export const fonts = [
  'Liberation Serif',
  'Liberation Sans',
  'Liberation Mono',
  'DejaVu Serif',
  'DejaVu Sans',
  'FreeSerif',
  'FreeMono',
  'Noto Serif',
  'Noto Sans',
];
export const wears = [
  'clean',
  'noise',
  'skew',
  'blur',
  'faded',
  'yellow',
  'stamp',
  'photocopy',
  'bilevel',
  'jpeg',
  'shadow',
  'rot90',
  'rot180',
] as const;
export type Wear = (typeof wears)[number];

type Layer = { readonly input: Buffer; readonly left: number; readonly top: number };

export async function draw(paper: Paper, font: string, points: number, dpi: number, wear: Wear, random: Random): Promise<Drawn> {
  const mm = (n: number) => Math.round((n * dpi) / 25.4);
  const [width, height] = [mm(210), mm(297)];
  const [left, right, middle] = [mm(28), width - mm(17), Math.round(width * 0.46)];
  const layers: Layer[] = [];
  const put = async (block: Block, x: number, w: number, y: number, align: 'left' | 'centre'): Promise<number> => {
    if (block.text === '') return 0;
    const markup = `<span>${block.bold ? '<b>' : ''}${block.italic ? '<i>' : ''}${escaped(block.text)}${block.italic ? '</i>' : ''}${block.bold ? '</b>' : ''}</span>`;
    const drawn = sharp({
      text: {
        text: markup,
        font: `${font} ${points}`,
        width: w,
        dpi,
        align,
        rgba: true,
        spacing: Math.round(points * 0.25),
        ...(align === 'left' && { justify: block.text.length > 60 }),
      },
    });
    const { data, info } = await drawn.png().toBuffer({ resolveWithObject: true });
    layers.push({ input: data, left: Math.max(0, Math.round(align === 'centre' ? x + (w - info.width) / 2 : x)), top: Math.round(y) });
    return info.height;
  };
  const line = Math.round(((points * dpi) / 72) * 1.55);
  let y = mm(20);
  for (const row of paper.rows) {
    if (row.kind === 'gap') y += mm(row.millimetres);
    else if (row.kind === 'columns') {
      const heights = [
        await put(row.left, left, middle - left - mm(3), y, /^(- |Nơi)/.test(row.left.text) ? 'left' : 'centre'),
        await put(row.right, middle, right - middle, y, 'centre'),
      ];
      y += Math.max(line, ...heights.map((h) => (h > line ? h + line / 3 : 0)));
    } else if (row.kind === 'cells') {
      const share = [0.08, 0.34, 0.18, 0.2, 0.2];
      let x = left;
      for (const [i, text] of row.cells.entries()) {
        const w = Math.round((right - left) * (share[i] ?? 0.2));
        await put({ text }, x + mm(1.5), w - mm(3), y + mm(1.2), i === 1 ? 'left' : 'centre');
        if (row.ruled) layers.push({ input: await ruled(w, line + mm(2)), left: x, top: Math.round(y) });
        x += w;
      }
      y += line + mm(2);
    } else {
      const h = await put(row.block, left, right - left, y, row.kind === 'centre' ? 'centre' : 'left');
      y += Math.max(line, h + Math.round(line * 0.45));
    }
    if (y > height - mm(22)) throw new RangeError('the paper is full');
  }
  const clean = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite(layers)
    .png({ compressionLevel: 1 })
    .toBuffer();
  const worn = await wearDown(clean, width, height, dpi, wear, random);
  return { ...worn, text: textOf(paper.rows), textByColumns: byColumns(paper.rows) };
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const ruled = (w: number, h: number) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${w + 2}" height="${h + 2}"><rect x="1" y="1" width="${w}" height="${h}" fill="none" stroke="#000" stroke-width="2"/></svg>`,
    ),
  )
    .png()
    .toBuffer();

const textOf = (rows: readonly Row[]): string => rows.flatMap(lineOf).join('\n');
function lineOf(row: Row): string[] {
  if (row.kind === 'gap') return [];
  if (row.kind === 'columns')
    return [[row.left.text, row.right.text].filter((text) => text !== '' && text !== '*').join(' ')].filter(Boolean);
  return row.kind === 'cells' ? [row.cells.join(' ')] : [row.block.text];
}
function byColumns(rows: readonly Row[]): string {
  const out: string[] = [];
  let right: string[] = [];
  const flush = () => {
    out.push(...right);
    right = [];
  };
  for (const row of rows) {
    if (row.kind === 'columns') {
      if (row.left.text !== '' && row.left.text !== '*') out.push(row.left.text);
      if (row.right.text !== '') right.push(row.right.text);
    } else if (row.kind !== 'gap') {
      flush();
      out.push(...lineOf(row));
    }
  }
  flush();
  return out.join('\n');
}

async function wearDown(clean: Buffer, width: number, height: number, dpi: number, wear: Wear, random: Random) {
  const jpeg = async (image: Sharp, quality = 82) => {
    const { data, info } = await image.withMetadata({ density: dpi }).jpeg({ quality }).toBuffer({ resolveWithObject: true });
    return { image: data, extension: 'jpg' as const, width: info.width, height: info.height };
  };
  const next = fractions(random);
  const between = (a: number, b: number) => a + (b - a) * next();
  const pixels = async (change: (data: Buffer, x: number, y: number, at: number) => void) => {
    const { data } = await sharp(clean).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < width; x++, at += 3) change(data, x, y, at);
    return sharp(data, { raw: { width, height, channels: 3 } });
  };
  const all = (data: Buffer, at: number, of: (value: number, channel: number) => number) => {
    for (let c = 0; c < 3; c++) data[at + c] = Math.max(0, Math.min(255, of(data[at + c] ?? 0, c)));
  };
  switch (wear) {
    case 'clean':
      return jpeg(sharp(clean), 90);
    case 'noise': {
      const strength = between(25, 55);
      return jpeg(await pixels((data, _x, _y, at) => all(data, at, (value) => value * 0.85 + 25 + (next() + next() - 1) * strength)));
    }
    case 'skew':
      return jpeg(sharp(clean).rotate(between(-2.8, 2.8), { background: '#fff' }).resize(width, height, { fit: 'cover' }));
    case 'blur':
      return jpeg(sharp(clean).blur(between(1, 2) * (dpi / 300)));
    case 'faded': {
      const ink = between(120, 165);
      return jpeg(
        await pixels((data, x, y, at) =>
          all(data, at, (value) => (value < 255 ? Math.max(value, ink + 30 * Math.sin(x / 300 + y / 500)) : 244) + next() * 12),
        ),
      );
    }
    case 'yellow':
      return jpeg(
        await pixels((data, x, y, at) => {
          const light = 0.82 + 0.16 * Math.sin(x / 410 + 1) * Math.cos(y / 530);
          all(data, at, (value, c) => (value * 0.8 + 45) * light * ([1, 0.9, 0.68][c] ?? 1) + next() * 14);
        }),
      );
    case 'shadow':
      return jpeg(
        await pixels((data, x, _y, at) => all(data, at, (value) => value * (0.42 + 0.58 * Math.min(1, x / (width * 0.45))) + next() * 8)),
      );
    case 'stamp': {
      const r = Math.round((17 * dpi) / 25.4);
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * r}" height="${2 * r}"><g fill="none" stroke="#d8232a" opacity="0.85"><circle cx="${r}" cy="${r}" r="${r * 0.93}" stroke-width="${r * 0.04}"/><circle cx="${r}" cy="${r}" r="${r * 0.62}" stroke-width="${r * 0.03}"/><text x="${r}" y="${r * 1.12}" font-family="Liberation Sans" font-size="${r * 0.42}" font-weight="bold" text-anchor="middle" fill="#d8232a" stroke="none">★ ĐẢNG ỦY</text></g></svg>`;
      const at = { left: Math.round(width * between(0.5, 0.6)), top: Math.round(height * between(0.6, 0.75)) };
      return jpeg(sharp(clean).composite([{ input: Buffer.from(svg), ...at, blend: 'multiply' }]));
    }
    case 'photocopy': {
      const threads = Array.from({ length: 3 }, () => Math.floor(between(0.1, 0.9) * width));
      const dirt = new Uint8Array(width * height);
      for (let i = 0; i < 450; i++) blot(dirt, width, height, next, random.chance(0.06) ? between(4, 8) : between(0.5, 2));
      const image = await pixels((data, x, y, at) => {
        const dark = dirt[y * width + x] || (threads.includes(x) && random.chance(0.5));
        const pale = 190 + 40 * Math.sin(x / 170) * Math.sin(y / 230);
        const value = dark ? 0 : (data[at] ?? 255) < pale - 60 + next() * 50 ? 0 : 255;
        all(data, at, () => value);
      });
      return png(image, dpi, width, height);
    }
    case 'bilevel':
      return png(
        sharp(clean)
          .grayscale()
          .threshold(Math.round(between(130, 190))),
        dpi,
        width,
        height,
      );
    case 'jpeg':
      return jpeg(sharp(clean), Math.round(between(12, 25)));
    case 'rot90':
      return jpeg(sharp(clean).rotate(90));
    case 'rot180':
      return jpeg(sharp(clean).rotate(180));
  }
}

/** Millions of them are needed, one for each pixel: xorshift. */
function fractions(random: Random): () => number {
  let state = random.int(1, 2_000_000_000);
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

const png = async (image: Sharp, dpi: number, width: number, height: number) => ({
  image: await image.grayscale().withMetadata({ density: dpi }).png({ colours: 2 }).toBuffer(),
  extension: 'png' as const,
  width,
  height,
});

function blot(dirt: Uint8Array, width: number, height: number, next: () => number, radius: number): void {
  const cx = next() * width;
  const cy = next() * height;
  for (let y = Math.max(0, Math.floor(cy - radius)); y < Math.min(height, cy + radius); y++)
    for (let x = Math.max(0, Math.floor(cx - radius)); x < Math.min(width, cx + radius); x++)
      if ((x - cx) ** 2 + (y - cy) ** 2 <= radius * radius) dirt[y * width + x] = 1;
}
