import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { joinPng, pngParts } from '#service/pdf/png-parts';

const made = (options: object, channels: 3 | 4 = 3) =>
  sharp({ create: { width: 301, height: 203, channels, background: { r: 200, g: 180, b: 20, alpha: 0.5 } } })
    .png(options)
    .toBuffer();

describe('pngParts', () => {
  it.each([
    ['colour', {}],
    ['palette', { palette: true }],
  ])('takes a %s PNG apart and puts it together byte for byte', async (_, options) => {
    const png = await made(options);
    const parts = pngParts(png);
    expect(parts).toMatchObject({ width: 301, height: 203 });
    if (!parts) return;
    const again = joinPng(
      parts.before,
      Buffer.concat(parts.data),
      parts.data.map(({ length }) => length),
      parts.after,
    );
    expect(again.equals(png)).toBe(true);
  });

  it('refuses what a PDF/A cannot show as it is: transparent, interlaced, damaged', async () => {
    expect(pngParts(await made({}, 4))).toBeUndefined();
    expect(pngParts(await made({ progressive: true }))).toBeUndefined();
    const png = await made({});
    png[png.length - 30] = (png[png.length - 30] ?? 0) ^ 1;
    expect(pngParts(png)).toBeUndefined();
  });
});
