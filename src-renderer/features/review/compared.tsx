import { Fragment } from 'react';

/** Text of which the words that the other one does not share are marked: what both begin and end with stays plain. */
export function Compared({ text, other }: { text: string; other: string }) {
  const [start, middle, end] = split(text, other);
  return (
    <>
      {start}
      {middle !== '' && <mark>{middle}</mark>}
      <Fragment>{end}</Fragment>
    </>
  );
}

/** The part of `text` before, between and after what differs, cut at words. */
export function split(text: string, other: string): readonly [start: string, middle: string, end: string] {
  const words = text.split(/(?<=\s)/u);
  const others = other.split(/(?<=\s)/u);
  const most = Math.min(words.length, others.length);
  let from = 0;
  while (from < most && words[from] === others[from]) from += 1;
  let until = 0;
  while (until < most - from && words[words.length - 1 - until] === others[others.length - 1 - until]) until += 1;
  return [words.slice(0, from).join(''), words.slice(from, words.length - until).join(''), words.slice(words.length - until).join('')];
}
