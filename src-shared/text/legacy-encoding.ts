/**
 * Vietnamese text written before Unicode: TCVN3 (fonts .VnTime, called ABC) and VNI (fonts VNI-Times).
 *
 * Both put their letters on the places of western European ones, so a file read as it stands says "Céng hoµ" or "Coäng hoøa". TCVN3 has one
 * sign for each letter; capitals with marks exist only in fonts of capitals (.VnTimeH), where the small ones stand for them. VNI
 * writes a base letter and a sign for its marks. Tables: TCVN 5712:1993 (VN3); character map of the VNI-Win fonts.
 */
import { isSyllable } from './syllable';

export type Encoding = 'unicode' | 'tcvn3' | 'vni';

/** Order of tones in the tables: level, huyền, hỏi, ngã, sắc, nặng. */
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'] as const;

/** One row for each vowel: its signs in TCVN3, in the order of {@link TONES}; the level one of a plain letter is itself. */
const TCVN3_ROWS: readonly (readonly [vowel: string, signs: string])[] = [
  ['a', 'aµ¶·¸¹'],
  ['ă', '¨»¼½¾Æ'],
  ['â', '©ÇÈÉÊË'],
  ['e', 'eÌÎÏÐÑ'],
  ['ê', 'ªÒÓÔÕÖ'],
  ['i', 'i×ØÜÝÞ'],
  ['o', 'oßáâãä'],
  ['ô', '«åæçèé'],
  ['ơ', '¬êëìíî'],
  ['u', 'uïñòóô'],
  ['ư', '\u00adõö÷øù'],
  ['y', 'yúûüýþ'],
];
const TCVN3_LETTERS: readonly (readonly [sign: string, letter: string])[] = [
  ['®', 'đ'],
  ['¡', 'Ă'],
  ['¢', 'Â'],
  ['£', 'Ê'],
  ['¤', 'Ô'],
  ['¥', 'Ơ'],
  ['¦', 'Ư'],
  ['§', 'Đ'],
];

/** Sign behind the vowel: what it adds to it. */
const VNI_MARKS: readonly (readonly [sign: string, marks: string])[] = [
  ['ø', '\u0300'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ù', '\u0301'],
  ['ï', '\u0323'],
  ['â', '\u0302'],
  ['à', '\u0302\u0300'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['á', '\u0302\u0301'],
  ['ä', '\u0302\u0323'],
  ['ê', '\u0306'],
  ['è', '\u0306\u0300'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['é', '\u0306\u0301'],
  ['ë', '\u0306\u0323'],
];
/** Signs that are a letter of their own; ô and ö may still carry a tone. */
const VNI_LETTERS: readonly (readonly [sign: string, letter: string])[] = [
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['ñ', 'đ'],
  ['ì', 'ì'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['í', 'í'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
];

const tcvn3 = new Map<string, string>(TCVN3_LETTERS);
for (const [vowel, signs] of TCVN3_ROWS)
  [...signs].forEach((sign, tone) => tcvn3.set(sign, (vowel + (TONES[tone] ?? '')).normalize('NFC')));

const vniMarks = new Map<string, string>();
const vniLetters = new Map<string, string>();
for (const [sign, marks] of VNI_MARKS) for (const one of [sign, sign.toUpperCase()]) vniMarks.set(one, marks);
for (const [sign, letter] of VNI_LETTERS) {
  vniLetters.set(sign, letter);
  vniLetters.set(sign.toUpperCase(), letter.toUpperCase());
}

/** `capitals`: the text stands in a font of capitals (name ends in H). */
export function fromTcvn3(text: string, capitals = false): string {
  const out = [...text].map((sign) => tcvn3.get(sign) ?? sign).join('');
  return capitals ? out.toUpperCase() : out;
}

export function fromVni(text: string): string {
  let out = '';
  for (const sign of text) {
    const marks = vniMarks.get(sign);
    const last = out.at(-1) ?? '';
    // A mark belongs to the vowel in front of it; without one the sign is itself.
    if (marks !== undefined && takesMarks(last, marks)) out = out.slice(0, -1) + (last + marks).normalize('NFC');
    else out += vniLetters.get(sign) ?? sign;
  }
  return out;
}

const takesMarks = (letter: string, marks: string): boolean => {
  const [first = ''] = marks;
  if (first === '\u0302') return /^[aeo]$/i.test(letter);
  if (first === '\u0306') return /^a$/i.test(letter);
  return /^[aeiouyơư]$/i.test(letter);
};

/** What the name of a font says: '.VnTimeH' is TCVN3 in capitals. Undefined for fonts that may hold Unicode. */
export function encodingOfFont(font: string): { readonly encoding: 'tcvn3' | 'vni'; readonly capitals: boolean } | undefined {
  const name = font.replace(/^[A-Z]{6}\+/, '');
  if (/^\.?Vn[A-Z]/.test(name))
    return { encoding: 'tcvn3', capitals: /H(?=$|[-,\s])/.test(name.replace(/[-,]?(Bold|Italic|BoldItalic)$/i, '')) };
  return /^VNI[-_ ]/i.test(name) ? { encoding: 'vni', capitals: false } : undefined;
}

/** Share of its words that are syllables of Vietnamese, 0 to 1; 0 for less than five words. */
export function soundness(text: string): number {
  const words = text.normalize('NFC').match(/[\p{L}\u00ad¡-¿]{2,}/gu) ?? [];
  if (words.length < 5) return 0;
  return words.filter((word) => isSyllable(word)).length / words.length;
}

/** Papers hold names, abbreviations and foreign words: from here on a text is taken for sound Vietnamese. */
const SOUND = 0.7;
const MARKED = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/giu;

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** The text in Unicode, whatever it was written in; undefined when no reading of it is sound Vietnamese. */
export function decodeVietnamese(text: string): Decoded | undefined {
  const candidates: Decoded[] = [
    { text: text.normalize('NFC'), encoding: 'unicode' },
    { text: fromTcvn3(text), encoding: 'tcvn3' },
    { text: fromVni(text), encoding: 'vni' },
  ];
  const rated = candidates.map((candidate) => ({ ...candidate, sound: soundness(candidate.text) })).sort((a, b) => b.sound - a.sound);
  const [best] = rated;
  if (!best || best.sound < SOUND) return undefined;
  // Without marks it is nobody's Vietnamese: a text layer of an English reader, or one whose marks were lost.
  const letters = best.text.match(/\p{L}/gu)?.length ?? 0;
  return (best.text.match(MARKED) ?? []).length >= letters * 0.08 ? { text: best.text, encoding: best.encoding } : undefined;
}
