/** Values that are one thing written in several ways: other capitals, abbreviations, misread letters. */
import { foldWords } from '../text/fold';
import { likeness, type Shaped, shaped } from '../text/near';

export interface CountedValue {
  readonly value: string;
  readonly count: number;
}
export interface Variants {
  readonly values: CountedValue[];
  readonly proposal: string;
}

/** Abbreviations on papers of Party and State committees; folded, as whole words. */
const abbreviations: Readonly<Record<string, string>> = {
  ubkt: 'uy ban kiem tra',
  ubnd: 'uy ban nhan dan',
  hdnd: 'hoi dong nhan dan',
  btv: 'ban thuong vu',
  bch: 'ban chap hanh',
  du: 'dang uy',
  cb: 'chi bo',
  mttq: 'mat tran to quoc',
};
const alike = 0.88;
/** Beyond so many values only equal ones are grouped: comparing each with each would take too long. */
const mostCompared = 1500;

const spelled = (value: string): string =>
  foldWords(value)
    .split(' ')
    .map((word) => abbreviations[word] ?? word)
    .join(' ');

/** Numbers tell things apart: chi bộ ấp 4 is not chi bộ ấp 7. */
const numbersOf = (text: string): string => (text.match(/\d+/g) ?? []).join(' ');

/**
 * Groups of two and more values, those that stand in most documents first.
 * @param names what such a value should be called, where it is known (the organisation tree)
 */
export function variantGroups(values: readonly CountedValue[], names: readonly string[] = []): Variants[] {
  const groups: { key: Shaped; numbers: string; values: CountedValue[] }[] = [];
  const byKey = new Map<string, (typeof groups)[number]>();
  for (const one of values.toSorted((a, b) => b.count - a.count)) {
    const key = spelled(one.value);
    const numbers = numbersOf(key);
    const ready = shaped(key);
    const near =
      values.length > mostCompared ? undefined : groups.find((group) => group.numbers === numbers && likeEnough(ready, group.key));
    const group = byKey.get(key) ?? near ?? { key: ready, numbers, values: [] };
    if (group.values.length === 0) groups.push(group);
    byKey.set(key, group);
    group.values.push(one);
  }
  const known = new Map(names.map((name) => [spelled(name), name]));
  return groups
    .filter((group) => group.values.length > 1)
    .map((group) => ({ values: group.values, proposal: known.get(group.key.folded) ?? properest(group.values) }))
    .toSorted((a, b) => sum(b.values) - sum(a.values));
}

/** Only differing letters count here, not unfinished words: 'Đảng ủy xã' is not short for 'Đảng ủy xã Tân Hòa'. */
const likeEnough = (a: Shaped, b: Shaped): boolean =>
  Math.abs(a.shape.length - b.shape.length) <= 2 && likeness(a, b) >= alike && a.folded.split(' ').length === b.folded.split(' ').length;

/** The most frequent; among equals one that is not in capitals. */
function properest(values: readonly CountedValue[]): string {
  const [first] = values;
  const best = values.filter(({ count }) => count === first?.count).find(({ value }) => value !== value.toUpperCase());
  return (best ?? first)?.value ?? '';
}

const sum = (values: readonly CountedValue[]): number => values.reduce((all, { count }) => all + count, 0);
