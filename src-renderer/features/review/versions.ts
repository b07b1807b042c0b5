import type { ConflictItem, ConflictSide, Decision } from '#shared/contract/window/sync';
import type { SayReview } from './words';

/** One of the two versions of a field. */
export interface Version {
  readonly choice: 'winner' | 'loser';
  readonly side: ConflictSide;
}

/** Left and right: what was made on this machine stands left; otherwise the version in use. */
export function versionsOf({ winner, loser }: Pick<ConflictItem, 'winner' | 'loser'>): readonly [Version, Version] {
  const inUse: Version = { choice: 'winner', side: winner };
  const kept: Version = { choice: 'loser', side: loser };
  return loser.author.here && !winner.author.here ? [kept, inUse] : [inUse, kept];
}

/** Where and by whom, as far as this machine knows: 'Máy này, Trần Thị Minh Hạnh'. */
export function placeAndPerson({ author }: ConflictSide, say: SayReview): string {
  const place = author.here ? say('here') : author.device || say('elsewhere');
  return author.name === '' ? place : `${place}, ${author.name}`;
}

/** What the button that keeps this version says; two people on machines of the same name are told apart by their names. */
export function keepText(version: Version, other: Version, say: SayReview): string {
  const { author } = version.side;
  if (author.here && !other.side.author.here) return say('keepHere');
  const who = author.device !== '' && author.device !== other.side.author.device ? author.device : author.name;
  return who !== '' && who !== other.side.author.name
    ? say('keepOf', { who })
    : say(version.choice === 'winner' ? 'keepInUse' : 'takeKept');
}

/** Conflicts of one record, in the order in which the list shows them. */
export interface RecordGroup {
  readonly recordId: string;
  readonly title: string;
  readonly items: readonly ConflictItem[];
}

export function groupByRecord<T extends ConflictItem>(items: readonly T[]): (RecordGroup & { readonly items: readonly T[] })[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(item.recordId, [...(groups.get(item.recordId) ?? []), item]);
  return [...groups].map(([recordId, own]) => ({ recordId, title: own[0]?.title ?? '', items: own }));
}

const authorKey = ({ author, actor }: ConflictSide): string => `${author.here} ${author.device} ${actor}`;

/** True when all fields stand between the same two authors, so that one choice can be made for all. */
export function hasSameSides(items: readonly ConflictItem[]): boolean {
  const keys = items.map((item) =>
    versionsOf(item)
      .map(({ side }) => authorKey(side))
      .join('|'),
  );
  return keys.every((key) => key === keys[0]);
}

/** The decisions that take the left (0) or right (1) version of every field. */
export const takeAll = (items: readonly ConflictItem[], side: 0 | 1): Decision[] =>
  items.map((item) => ({ id: item.id, choice: versionsOf(item)[side].choice }));
