/** The invisible text of a page: operators that put each word where it stands on the image, so that it can be found, marked and copied. */
import { glyphWidth } from './glyphless-font';
import { number } from './pdf-output';
import type { TextFont } from './text-font';
import type { Quarter } from '#shared/page/upright';
import { placeWords, type WordBox } from './upright';

export interface TextPage {
  readonly width: number;
  readonly height: number;
  readonly rotation: Quarter;
  readonly words: readonly WordBox[];
}

/** Controls, lone surrogates and other characters that stand for nothing. */
const unshown = /[\p{Cc}\p{Cs}\p{Cn}\u2028\u2029]/gu;

/** @param points of the page for one pixel */
export function textLayer({ words, ...sheet }: TextPage, points: number, font: TextFont, fontName: string): string {
  const { direction, words: placed } = placeWords(words, sheet);
  const cos = number4(Math.cos(direction));
  const sin = Math.sin(direction);
  const up = sheet.height * points;
  const operators: string[] = [];
  for (const word of placed) {
    const text = word.text.normalize('NFC').replace(unshown, '');
    if (text === '') continue;
    const size = Math.max(1, word.height * points);
    const letters = [...text].length;
    const [span, shown] = word.toNext > 0 ? [word.toNext, `${text} `] : [word.length, text];
    const signs = word.toNext > 0 ? letters + 1 : letters;
    const stretch = Math.max(1, (100 * span * points) / (signs * (glyphWidth / 1000) * size));
    // The page's y axis points up: a turn that is clockwise on the image is the other way round here.
    operators.push(
      `/${fontName} ${number(size)} Tf ${number(stretch)} Tz ${cos} ${number4(-sin)} ${number4(sin)} ${cos} ${number(word.x * points)} ${number(up - word.y * points)} Tm <${font.encode(shown)}> Tj`,
    );
  }
  return operators.length === 0 ? '' : `BT 3 Tr\n${operators.join('\n')}\nET\n`;
}

const number4 = (value: number): string => {
  const text = value.toFixed(5).replace(/\.?0+$/, '');
  return text === '-0' || text === '' ? '0' : text;
};
