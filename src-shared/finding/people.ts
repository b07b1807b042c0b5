/** Names of people in running text, by their form: a family name and what follows it with capitals (pure, no list of persons). */
import { fold } from '../text/fold';

/** Family names that nearly all Vietnamese bear; folded. */
const families = new Set(
  (
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly trinh dinh dao doan luong mai truong ha cao chu ' +
    'luu ta phung to thai tang quach la kieu nghiem bach dam vuong thach chau lam giang trieu tong bien khuc dang luc nong be chau ' +
    'ung mac ha thi quan hua ninh danh'
  ).split(' '),
);
/** Words that begin a title or a place, not a part of a name, where they follow one; folded. */
const notNames = new Set(
  'bi pho chu uy truong chi dang ban dong thon ap xa phuong huyen tinh thanh khu to hoi doan cong so ngay thang nam ong ba va la noi ky thu'.split(
    ' ',
  ),
);
/** What stands before a person: then a name of two syllables is believed too. Folded. */
const addresses = /(?:dong chi|ong|ba|d\/c|dc|chi|anh|can bo|dang vien)[:\s]*$/;

const capitalWord = /\p{Lu}\p{L}*/gu;
const endsInLetter = /\p{L}$/u;
const isAllCapital = (text: string): boolean => text.length > 1 && text === text.toUpperCase();

/** Most that are taken from one text. */
const most = 80;

/** Each name once, as first written; names in capitals as names are written. */
export function peopleIn(written: string): string[] {
  const text = written.normalize('NFC');
  const words = capitalWords(text);
  const found = new Map<string, string>();
  for (let i = 0; i < words.length && found.size < most; i += 1) {
    const first = words[i];
    if (!first || !families.has(fold(first.text))) continue;
    const parts = [first.text];
    let end = first.at + first.text.length;
    const capitals = isAllCapital(first.text);
    for (let j = i + 1; j < words.length && parts.length < 5; j += 1) {
      const next = words[j];
      // One space between the parts of a name: a comma, a bracket or a new line ends it.
      if (!next || next.at !== end + 1 || text.charAt(end) !== ' ' || isAllCapital(next.text) !== capitals) break;
      if (notNames.has(fold(next.text)) && parts.length >= 2) break;
      parts.push(next.text);
      end = next.at + next.text.length;
    }
    const addressed = addresses.test(fold(text.slice(Math.max(0, first.at - 12), first.at)));
    if (parts.length < (addressed ? 2 : 3) || parts.length > 4 + (addressed ? 1 : 0)) continue;
    if (capitals && !addressed && parts.some((part) => part.length < 2)) continue;
    const name = (capitals ? parts.map(asName) : parts).join(' ');
    const key = fold(name);
    if (!found.has(key)) found.set(key, name);
    i += parts.length - 1;
  }
  return [...found.values()];
}

/** Words that begin with a capital, with their places; most of a text are none. */
function capitalWords(text: string): { readonly text: string; readonly at: number }[] {
  const found: { text: string; at: number }[] = [];
  capitalWord.lastIndex = 0;
  for (let match = capitalWord.exec(text); match; match = capitalWord.exec(text))
    if (match.index === 0 || !endsInLetter.test(text.slice(Math.max(0, match.index - 2), match.index)))
      found.push({ text: match[0], at: match.index });
  return found;
}

const asName = (part: string): string => part.charAt(0) + part.slice(1).toLowerCase();
