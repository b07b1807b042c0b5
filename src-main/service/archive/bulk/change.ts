import type { BulkChange } from '#shared/contract/window/bulk';
import { foldWithOffsets, originalRange, foldWords } from '#shared/text/fold';

/** What a value becomes; itself where the change does not concern it. */
export function changer(change: BulkChange): (value: string) => string {
  if (change.kind === 'values') {
    const from = new Set(change.from);
    return (value) => (from.has(value) ? change.to : value);
  }
  const { find, to, exact } = change;
  return exact ? (value) => value.replaceAll(find, () => to) : (value) => replaceFolded(value, find, to);
}

/** Whole words, without regard to case and diacritics. */
function replaceFolded(value: string, find: string, to: string): string {
  const wanted = foldWords(find);
  if (wanted === '') return value;
  const folded = foldWithOffsets(value);
  let out = '';
  let done = 0;
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    if ((at > 0 && folded.text[at - 1] !== ' ') || (end < folded.text.length && folded.text[end] !== ' ')) continue;
    const range = originalRange(folded, value, at, end);
    out += value.slice(done, range.from) + to;
    done = range.to;
  }
  return out + value.slice(done);
}
