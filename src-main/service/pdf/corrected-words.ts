/**
 * What a page says after it was corrected, on the places where the reader found its words. Words that stayed keep their boxes; words
 * that were changed take the boxes of those that they replace; words that nobody found share the box of the word before them.
 */
import type { WordBox } from './upright';

/** Product of both counts up to which words are compared one by one: 4 MB of memory, 20 ms. */
const mostCells = 4_000_000;

export function correctedWords(words: readonly WordBox[], corrected: string): WordBox[] {
  const typed = corrected.split(/\s+/).filter(Boolean);
  const result: WordBox[] = [];
  /** Words before the first one that was read. */
  let ahead: readonly string[] = [];
  for (const { from, to, first, last } of differences(
    words.map(({ text }) => text),
    typed,
  )) {
    const boxes = words.slice(from, to);
    const texts = [...ahead, ...typed.slice(first, last)];
    const before = boxes.length === 0 ? result.pop() : undefined;
    ahead = boxes.length === 0 && before === undefined ? texts : [];
    // Nobody saw them on the page: they share the box of the word before them.
    if (before) result.push(...share([before.text, ...texts], before));
    else if (boxes.length === texts.length) boxes.forEach((box, index) => result.push({ ...box, text: texts[index] ?? '' }));
    else if (boxes.length > 0) result.push(...spread(texts, boxes));
  }
  return result;
}

/** Other words on these boxes: in order, each on its share of them. */
function spread(texts: readonly string[], boxes: readonly WordBox[]): WordBox[] {
  const groups = boxes.map((): string[] => []);
  texts.forEach((text, index) => groups[Math.min(boxes.length - 1, Math.floor((index * boxes.length) / texts.length))]?.push(text));
  return boxes.flatMap((box, index) => share(groups[index] ?? [], box));
}

/** A box divided among words by their lengths. */
function share(texts: readonly string[], box: WordBox): WordBox[] {
  const letters = texts.reduce((sum, text) => sum + text.length + 1, 0);
  let before = 0;
  return texts.map((text) => {
    const part = {
      ...box,
      text,
      x: Math.round(box.x + (box.w * before) / letters),
      w: Math.max(1, Math.round((box.w * text.length) / letters)),
    };
    before += text.length + 1;
    return part;
  });
}

/** words[from, to) became typed[first, last). Equal words are runs of the same length. */
interface Difference {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

function differences(words: readonly string[], typed: readonly string[]): Difference[] {
  let start = 0;
  while (start < words.length && start < typed.length && words[start] === typed[start]) start++;
  let end = 0;
  while (end < words.length - start && end < typed.length - start && words[words.length - 1 - end] === typed[typed.length - 1 - end]) end++;
  const found: Difference[] = [];
  const add = (from: number, to: number, first: number, last: number) => {
    if (to > from || last > first) found.push({ from, to, first, last });
  };
  add(0, start, 0, start);
  const [rows, columns] = [words.length - start - end, typed.length - start - end];
  if (rows * columns > mostCells) add(start, start + rows, start, start + columns);
  else
    for (const { from, to, first, last } of align(words.slice(start, start + rows), typed.slice(start, start + columns)))
      add(from + start, to + start, first + start, last + start);
  add(words.length - end, words.length, typed.length - end, typed.length);
  return found;
}

/** By the longest common subsequence. */
function align(words: readonly string[], typed: readonly string[]): Difference[] {
  const columns = typed.length + 1;
  const common = new Uint16Array((words.length + 1) * columns);
  for (let i = words.length - 1; i >= 0; i--)
    for (let j = typed.length - 1; j >= 0; j--)
      common[i * columns + j] =
        words[i] === typed[j]
          ? (common[(i + 1) * columns + j + 1] ?? 0) + 1
          : Math.max(common[(i + 1) * columns + j] ?? 0, common[i * columns + j + 1] ?? 0);
  const found: Difference[] = [];
  let [i, j, from, first] = [0, 0, 0, 0];
  const close = () => {
    if (i > from || j > first) found.push({ from, to: i, first, last: j });
  };
  while (i < words.length && j < typed.length) {
    if (words[i] === typed[j]) {
      close();
      found.push({ from: i, to: i + 1, first: j, last: j + 1 });
      from = ++i;
      first = ++j;
    } else if ((common[(i + 1) * columns + j] ?? 0) >= (common[i * columns + j + 1] ?? 0)) i++;
    else j++;
  }
  [i, j] = [words.length, typed.length];
  close();
  return found;
}
