import { Fragment } from 'react';

/** Text of which the words that the other one does not share are marked. */
export function Compared({ text, other }: { text: string; other: string }) {
  return differences(text, other).map(({ text: part, differs }, index) =>
    differs ? (
      <Fragment key={index}>
        <mark>{part.trimEnd()}</mark>
        {part.slice(part.trimEnd().length)}
      </Fragment>
    ) : (
      part
    ),
  );
}

export interface Part {
  readonly text: string;
  readonly differs: boolean;
}

/** Above this number of words only what both begin and end with is left unmarked: comparing all with all would take too long. */
const mostWords = 600;

/** `text` in pieces, of which those are marked that are not in `other` at the same place in the order of words. */
export function differences(text: string, other: string): Part[] {
  const words = text.split(/(?<=\s)/u);
  const others = other.split(/(?<=\s)/u);
  const shared = words.length > mostWords || others.length > mostWords ? sharedEnds(words, others) : sharedWords(words, others);
  const parts: { text: string; differs: boolean }[] = [];
  words.forEach((word, index) => {
    const differs = !shared.has(index);
    const last = parts.at(-1);
    if (last?.differs === differs) last.text += word;
    else parts.push({ text: word, differs });
  });
  return parts;
}

const isSame = (a: string | undefined, b: string | undefined): boolean => a?.trimEnd() === b?.trimEnd();

/** Places of words of the longest common sequence. */
function sharedWords(words: readonly string[], others: readonly string[]): Set<number> {
  const lengths = Array.from({ length: words.length + 1 }, () => new Uint16Array(others.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = words.length - 1; i >= 0; i -= 1)
    for (let j = others.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row) row[j] = isSame(words[i], others[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const shared = new Set<number>();
  for (let i = 0, j = 0; i < words.length && j < others.length; )
    if (isSame(words[i], others[j])) {
      shared.add(i);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  return shared;
}

function sharedEnds(words: readonly string[], others: readonly string[]): Set<number> {
  const shared = new Set<number>();
  const most = Math.min(words.length, others.length);
  let from = 0;
  for (; from < most && isSame(words[from], others[from]); from += 1) shared.add(from);
  for (let end = 1; end <= most - from && isSame(words.at(-end), others.at(-end)); end += 1) shared.add(words.length - end);
  return shared;
}
