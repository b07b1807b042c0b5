/**
 * Vietnamese order of texts: letters a ă â b c d đ e ê g … o ô ơ … u ư …, then tones (ngang, huyền, hỏi, ngã, sắc, nặng), then upper
 * case. Numbers inside a text sort by their value ('Hộp 2' before 'Hộp 10'). A key is made once and compared by `<`.
 */

/** Letters that follow their plain form: 1 and 2 places after it. Between two plain letters there is room for both. */
const afterPlain: Readonly<Record<string, string>> = { ă: 'a1', â: 'a2', đ: 'd1', ê: 'e1', ô: 'o1', ơ: 'o2', ư: 'u1' };
const tones: Readonly<Record<string, string>> = { '\u0300': '1', '\u0309': '2', '\u0303': '3', '\u0301': '4', '\u0323': '5' };

/** Sort key of a text: a < b in Vietnamese order where key(a) < key(b). */
export function sortKey(text: string): string {
  let primary = '';
  let secondary = '';
  let case_ = '';
  const lower = text.toLowerCase();
  // Digits first: runs as length and value, so that longer numbers come later.
  const numbered = lower.replace(/\d+/g, (run) => {
    const value = run.replace(/^0+(?=\d)/, '');
    return String.fromCharCode(0x30 + Math.min(value.length, 9)) + value;
  });
  for (const syllable of numbered.normalize('NFD').split(/(?<=[^\u0300-\u036f])(?=[^\u0300-\u036f])|(?<=[\u0300-\u036f])(?=[^\u0300-\u036f])/u)) {
    const base = syllable.replace(/[\u0300\u0309\u0303\u0301\u0323]/g, '').normalize('NFC');
    primary += afterPlain[base] ?? (/^[\p{L}\p{N}]$/u.test(base) ? `${base}0` : ' ');
    for (const mark of syllable) if (tones[mark]) secondary += `${primary.length.toString(36)}${tones[mark]}`;
  }
  if (lower !== text) case_ = '1';
  return `${primary}\u0001${secondary}\u0001${case_}`;
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
