/**
 * Vietnamese order of texts: letters a ă â b c d đ e ê g … o ô ơ … u ư …, then tones (ngang, huyền, hỏi, ngã, sắc, nặng), then upper
 * case. Numbers inside a text sort by their value ('Hộp 2' before 'Hộp 10'). A key is made once and compared by `<`.
 */

/** Letters that follow their plain form, which itself is followed by 0. */
const afterPlain: Readonly<Record<string, string>> = { ă: 'a1', â: 'a2', đ: 'd1', ê: 'e1', ô: 'o1', ơ: 'o2', ư: 'u1' };
const tones: readonly string[] = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const toneMarks = new RegExp(`[${tones.join('')}]`, 'g');

interface Letter {
  readonly primary: string /** 0: none */;
  readonly tone: number;
}

function letterOf(code: number): Letter {
  const parts = String.fromCharCode(code).toLowerCase().normalize('NFD');
  const tone = tones.findIndex((mark) => parts.includes(mark)) + 1;
  const base = parts.replace(toneMarks, '').normalize('NFC');
  return { primary: afterPlain[base] ?? (/^[\p{L}\p{N}]$/u.test(base) ? `${base}0` : ' '), tone };
}

const tableSize = 0x1f00;
/** Filled as letters come: most texts need a hundred of them, and a start needs none. */
const table: (Letter | undefined)[] = Array.from({ length: tableSize });

function known(code: number): Letter {
  const letter = table[code] ?? letterOf(code);
  if (code < tableSize) table[code] = letter;
  return letter;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Sort key of a text: a < b in Vietnamese order where key(a) < key(b). */
export function sortKey(text: string): string {
  const composed = text.normalize('NFC');
  let primary = '';
  let secondary = '';
  for (let i = 0; i < composed.length; i += 1) {
    const code = composed.charCodeAt(i);
    if (isDigit(code)) {
      let end = i + 1;
      while (end < composed.length && isDigit(composed.charCodeAt(end))) end += 1;
      primary += numberKey(composed.slice(i, end));
      i = end - 1;
      continue;
    }
    const { primary: letter, tone } = known(code);
    primary += letter;
    // Place and tone: the first place where tones differ decides.
    if (tone > 0) secondary += String.fromCharCode(0xffff - primary.length) + String(tone);
  }
  const upper = composed === composed.toLowerCase() ? '' : '1';
  return `${primary}\u0001${secondary}\u0001${upper}`;
}

/** Length before value: longer numbers come later. Of one of 9 digits and more the length no longer tells. */
function numberKey(digits: string): string {
  let zeros = 0;
  while (zeros < digits.length - 1 && digits.charCodeAt(zeros) === 0x30) zeros += 1;
  const value = digits.slice(zeros);
  return String(Math.min(value.length, 9)) + value;
}

export const compareVietnamese = (a: string, b: string): number => {
  const [x, y] = [sortKey(a), sortKey(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** Sort key of a person's name: by given name (the last word), then family name and middle names, as lists of people are kept. */
export function nameSortKey(fullName: string): string {
  const words = fullName.trim().split(/\s+/);
  return sortKey([words.at(-1) ?? '', ...words.slice(0, -1)].join(' '));
}
