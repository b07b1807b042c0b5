/** A page with nothing but a red frame and MẬT in it, drawn without any font. */
import sharp from 'sharp';

/** Letters as strokes on a grid of 100 high. */
const strokes = 'M10 100V10L40 60L70 10V100 M90 100L120 10L150 100M102 70H138 M105 -8L120 -22L135 -8 M120 116v6 M165 14H225M195 14V100';

/** A4 at 200 dpi. */
export const stampedPage = (): Promise<Buffer> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1654" height="2339"><rect width="1654" height="2339" fill="#f6f4ee"/>
<g fill="none" stroke="#c81e1e" transform="translate(180 220)"><rect x="-20" y="-45" width="275" height="190" stroke-width="6"/><path d="${strokes}" stroke-width="13"/></g></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer();
};
